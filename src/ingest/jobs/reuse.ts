import { constants } from 'node:fs';
import { copyFile, link, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder } from '../../dataset/builds/paths.ts';
import { documentKindInputs, DOCUMENT_KINDS } from '../../dataset/indexes/document-kinds.ts';
import { isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { FileRecord, IndexRecord, Manifest, TableRecord } from '../../dataset/builds/manifest.ts';
import { CREDIT_GRAPH_INPUTS } from '../../dataset/indexes/credit-graph.ts';
import { RATED_TITLES_INPUTS } from '../../dataset/indexes/rated-titles.ts';
import { SORTED_TABLES } from '../../dataset/indexes/sorted-tables.ts';
import { IMDB_SCOPE } from '../../dataset/indexes/search-scope.ts';
import type { SourceName } from '../../dataset/sources/imdb.ts';
import { tableInputs, TABLES } from '../../dataset/tables/tables.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { USUAL_MIN_VOTES } from '../../dataset/similarity/measure.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { isMissing } from '../../storage/files/durable.ts';
import type { CompleteFiles } from '../sources/imdb/download.ts';
import { markDamage } from '../../storage/damage/mark-damage.ts';
import type { BuildOptions } from './build-options.ts';

/** The files of the build before that are what this one would make again. */
export interface Reuse {
  table(name: string): TableRecord | undefined;
  lookup(name: string): IndexRecord | undefined;
  /**
   * Puts a file of the build before into this one's folder: as a hard link, or a copy where that cannot be. Answers
   * whether it could be taken: one that is not as its record says is left, for a link would share the damage.
   */
  take(record: FileRecord, folder: string): Promise<boolean>;
}

/** A table is the same when every source below it is, byte by byte; an index when its tables are. */
export function reuseOf(
  last: Manifest | undefined,
  {
    files,
    folders,
    similarMinVotes = USUAL_MIN_VOTES,
    log,
    signal,
  }: Pick<BuildOptions, 'files' | 'folders' | 'similarMinVotes' | 'log' | 'signal'>,
): Reuse {
  // Files of another format have the same names and mean something else.
  const before = last !== undefined && isOwnFormat(last) ? last : undefined;
  const same = new Set(
    TABLES.filter(({ name }) => before !== undefined && isUnchanged(name, { before, files })).map(
      ({ name }): string => name,
    ),
  );
  const similar = before?.tables.find(({ name }) => name === 'similar_titles');
  if (similar?.minVotes !== similarMinVotes) same.delete('similar_titles');
  const tablesOf = new Map<string, readonly string[]>([
    ...DOCUMENT_KINDS.map((lookup) => [lookup.name, documentKindInputs(lookup)] as const),
    ...SORTED_TABLES.map(({ name, from }) => [name, from] as const),
    ['search_lists', IMDB_SCOPE.from] as const,
    ['search_terms', IMDB_SCOPE.from] as const,
    ['rated_titles', RATED_TITLES_INPUTS] as const,
    ['credit_graph', CREDIT_GRAPH_INPUTS] as const,
  ]);
  return {
    table: (name) => (same.has(name) ? before?.tables.find((table) => table.name === name) : undefined),
    lookup: (name) =>
      tablesOf.get(name)?.every((table) => same.has(table)) === true
        ? before?.lookups.find((lookup) => lookup.name === name)
        : undefined,
    async take(record, folder) {
      if (before === undefined) return false;
      const reason = await takeFile(record, { from: buildFolder(folders, before.buildId), folder, signal });
      if (reason !== undefined) {
        const damage = { buildId: before.buildId, file: record.file, reason };
        log.warn({ event: 'file damaged', ...damage });
        await markDamage(folders, { ...damage, signal });
      }
      return reason === undefined;
    },
  };
}

/** Whether every source below a table is that of the build before, byte by byte. */
export function isUnchanged(table: TableName, { before, files }: { before: Manifest; files: CompleteFiles }): boolean {
  return rootsOf(table).every(
    (source) => before.sources.find(({ name }) => name === source)?.sha256 === files.get(source)?.sha256,
  );
}

/** The sources that a table is made from, through the tables in between. */
function rootsOf(name: string): SourceName[] {
  const table = TABLES.find((candidate) => candidate.name === name);
  // What is no table is a source.
  return table === undefined ? [name as SourceName] : tableInputs(table).flatMap(rootsOf);
}

/** Takes a file if it is whole, under another name if given. Answers with what is wrong with it. */
export async function takeFile(
  { file, ...record }: FileRecord,
  { from, folder, as = file, signal }: { from: string; folder: string; as?: string; signal: AbortSignal | undefined },
): Promise<string | undefined> {
  try {
    await linkOrCopy(join(from, file), join(folder, as));
  } catch (error) {
    if (isMissing(error)) return 'is missing';
    throw error;
  }
  // Under its new name: what is checked is what is taken.
  const reason = await checkFile(folder, { ...record, file: as, direct: true, signal });
  if (reason !== undefined) await rm(join(folder, as), { force: true });
  return reason;
}

/** Gives a file a second name, or a copy of its own where that cannot be. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  // A job may be run again.
  await rm(to, { force: true });
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Another mount, or a file system without hard links.
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(code)) throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
