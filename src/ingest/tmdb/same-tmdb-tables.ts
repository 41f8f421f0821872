import { buildFolder } from '../../dataset/builds/paths.ts';
import { comparesTmdb, isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { FileRecord, Manifest } from '../../dataset/builds/manifest.ts';
import { USUAL_MIN_VOTES } from '../../dataset/similarity/measure.ts';
import type { SnapshotFile } from '../../dataset/sources/tmdb-snapshot.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import { tableInputs } from '../../dataset/tables/tables.ts';
import { markDamage } from '../../storage/damage/mark-damage.ts';
import type { Parts } from '../jobs/file-job.ts';
import { isUnchanged, takeFile } from '../jobs/reuse.ts';
import { isExpired } from './has-expired.ts';
import { isForSimilarity } from './make-tmdb-table.ts';

/** What tables are made of, and the build whose files may stand for them. */
export interface TmdbInputs {
  sources: readonly SnapshotFile[];
  before: Manifest | undefined;
  /** The time before which rows are too old, in ISO 8601. */
  expiry: string;
}

/** The tables whose files an earlier build has: of the same rows, none of which is too old, and by the same settings. */
export function sameTmdbTables({ options }: Parts, { sources, before, expiry }: TmdbInputs): Set<TableName> {
  const same = new Set<TableName>();
  if (before === undefined || !isOwnFormat(before)) return same;
  const { files, tmdbSimilarity = false, similarMinVotes = USUAL_MIN_VOTES } = options;
  for (const table of TMDB_TABLES) {
    const record = before.tables.find(({ name }) => name === table.name);
    if (record === undefined || isExpired(record, expiry)) continue;
    if (isForSimilarity(table.name) && comparesTmdb(before) !== tmdbSimilarity) continue;
    if (record.minVotes !== undefined && record.minVotes !== similarMinVotes) continue;
    const isSame = tableInputs(table).every((input) => {
      const source = sources.find(({ name }) => name === input);
      if (source !== undefined)
        return source.sha256 === before.tmdb?.sources.find(({ name }) => name === input)?.sha256;
      return isSameTable(input as TableName, { same, before, files });
    });
    if (isSame) same.add(table.name);
  }
  return same;
}

/** Whether an earlier build has a table with the same rows: of TMDB's, one of those that are known to be the same. */
export function isSameTable(
  name: TableName,
  { same, before, files }: { same: ReadonlySet<TableName>; before: Manifest } & Pick<Parts['options'], 'files'>,
): boolean {
  return same.has(name) || (!name.startsWith('tmdb') && isUnchanged(name, { before, files }));
}

/** Takes all files of an earlier build, or says that one of them is no use. */
export async function takeAll(
  files: readonly FileRecord[],
  take: (record: FileRecord) => Promise<boolean>,
): Promise<boolean> {
  for (const file of files) if (!(await take(file))) return false;
  return true;
}

/** Takes a file of an earlier build where it is whole; else its damage is noted. */
export async function takeOf(
  { folder, options: { folders, log, signal } }: Parts,
  { record, before }: { record: FileRecord; before: Manifest | undefined },
): Promise<boolean> {
  if (before === undefined) return false;
  const { buildId } = before;
  const reason = await takeFile(record, { from: buildFolder(folders, buildId), folder, signal });
  if (reason === undefined) return true;
  log.warn({ event: 'file damaged', buildId, file: record.file, reason });
  await markDamage(folders, { buildId, file: record.file, reason, signal });
  return false;
}
