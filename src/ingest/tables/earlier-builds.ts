import { buildFolder } from '../../dataset/builds/paths.ts';
import { filesOfTable, isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { EarlierBuild, Manifest } from '../../dataset/builds/manifest.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { markDamage } from '../../storage/damage/mark-damage.ts';
import type { Parts } from '../jobs/file-job.ts';
import { isUnchanged } from '../jobs/reuse.ts';
import { parquetOf } from './writing/table-files.ts';

/** The tables whose rows are compared. */
export type ComparedTable = 'titles' | 'names' | 'ratings';
const COMPARED: readonly ComparedTable[] = ['titles', 'names', 'ratings'];

/** What a build is compared with. */
export interface Comparison {
  /** The build before. */
  before: EarlierBuild;
  /** SQL that reads its tables, but for those that are what they were. */
  tables: ReadonlyMap<ComparedTable, string>;
  /** The builds that it was compared with itself, newest first. */
  older: readonly EarlierBuild[];
  /** SQL that reads what has changed from each of those to it. */
  changes: string | undefined;
}

type Options = Pick<Parts['options'], 'earlier' | 'files' | 'folders' | 'keepBuilds' | 'log' | 'signal'>;

/**
 * The newest earlier build whose tables can be compared, with the builds before it that it knows of, as many as are
 * kept. Undefined where there is none. A file that is damaged is logged and marked, and its build is left out.
 */
export async function comparisonOf(options: Options): Promise<Comparison | undefined> {
  const { earlier = [], keepBuilds } = options;
  for (const manifest of earlier) {
    const tables = await changedTables(manifest, options);
    if (tables === undefined) continue;
    const { buildId, builtAt } = manifest;
    const { since = [] } = manifest.tables.find(({ name }) => name === 'changes') ?? {};
    const older = since.slice(0, mostEarlier({ isSame: tables.size === 0, keepBuilds }) - 1);
    const changes = older.length === 0 ? undefined : await wholeTable('changes', { manifest, options });
    return { before: { buildId, builtAt }, tables, older: changes === undefined ? [] : older, changes };
  }
  return undefined;
}

/**
 * The most earlier builds that a build knows of: those that are kept beside it, and one in any case. One more where the
 * build before is the same, so that a repair does not lose what has changed before it.
 */
export function mostEarlier({ isSame, keepBuilds = 2 }: { isSame: boolean; keepBuilds?: number | undefined }): number {
  return Math.max(1, keepBuilds - 1) + (isSame ? 1 : 0);
}

/** Undefined where one of them is missing or damaged. */
async function changedTables(
  manifest: Manifest,
  options: Options,
): Promise<ReadonlyMap<ComparedTable, string> | undefined> {
  const { files } = options;
  // Another format may have read the same lines otherwise.
  const isSame = (name: TableName): boolean => isOwnFormat(manifest) && isUnchanged(name, { before: manifest, files });
  const tables = new Map<ComparedTable, string>();
  for (const name of COMPARED.filter((one) => !isSame(one))) {
    const read = await wholeTable(name, { manifest, options });
    if (read === undefined) return undefined;
    tables.set(name, read);
  }
  return tables;
}

/** SQL that reads a table whose files are as the manifest says; undefined where one is not. */
async function wholeTable(
  name: TableName,
  { manifest: { buildId, tables }, options: { folders, log, signal } }: { manifest: Manifest; options: Options },
): Promise<string | undefined> {
  const record = tables.find((table) => table.name === name);
  if (record === undefined) return undefined;
  const folder = buildFolder(folders, buildId);
  const files = filesOfTable(record);
  for (const one of files) {
    const reason = await checkFile(folder, { ...one, direct: true, signal });
    if (reason === undefined) continue;
    const damage = { buildId, file: one.file, reason };
    log.warn({ event: 'earlier table lost', table: name, ...damage });
    await markDamage(folders, { ...damage, signal });
    return undefined;
  }
  return parquetOf(folder, files);
}
