import { buildFolder, documentsFile } from '../../dataset/builds/paths.ts';
import { filesOfTable, hasTmdb, isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { FileRecord, IndexRecord, Manifest, TableRecord, TmdbRecord } from '../../dataset/builds/manifest.ts';
import { documentKindInputs } from '../../dataset/indexes/document-kinds.ts';
import { ANY_SCOPE, TMDB_SEARCH_INDEXES } from '../../dataset/indexes/search-scope.ts';
import { TMDB_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import type { SnapshotFile } from '../../dataset/sources/tmdb-snapshot.ts';
import { tmdbExpiry } from '../../dataset/sources/tmdb-terms.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import { tableInputs } from '../../dataset/tables/tables.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { markDamage } from '../../storage/damage/mark-damage.ts';
import { writeDocuments } from '../indexes/write-documents.ts';
import { indexJob, timed } from '../jobs/file-job.ts';
import type { Parts } from '../jobs/file-job.ts';
import { isUnchanged, takeFile } from '../jobs/reuse.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import { recordFiles } from '../tables/writing/table-files.ts';
import { viewTable } from '../tables/writing/write-table.ts';
import type { FoundSnapshot } from './find-snapshot.ts';
import { makeTmdbLinks, makeTmdbTable } from './make-tmdb-table.ts';
import { removeTmdb } from './remove-tmdb.ts';
import { rowsOfBuild, rowsOfSnapshot } from './snapshot-rows.ts';
import type { TmdbRows } from './snapshot-rows.ts';
import { writeTmdbSearch } from './write-tmdb-search.ts';

/** What a build has of TMDB's data. */
export interface TmdbFiles {
  tmdb: TmdbRecord;
  tables: readonly TableRecord[];
  lookups: readonly IndexRecord[];
}

export interface TmdbOptions {
  found: FoundSnapshot;
  /** The build whose files may be taken, if they are whole. */
  before: Manifest | undefined;
  now: Date;
}

/**
 * Makes TMDB's tables and documents, when those of IMDb are made. A snapshot that is not whole, or that cannot be read,
 * keeps no build from being made: the tables of an earlier build take its place, as far as TMDB's terms allow, or the
 * build is made without, and the log says why.
 * @throws the reason of the signal alone.
 */
export async function buildTmdb(parts: Parts, { found, before, now }: TmdbOptions): Promise<TmdbFiles> {
  const { log, signal, earlier = [] } = parts.options;
  const served = earlier.find((one) => isOwnFormat(one) && hasTmdb(one));
  const { sha256: snapshotSha256 } = found;
  const without = { tmdb: { snapshotSha256, sources: [] }, tables: [], lookups: [] };
  const expiry = tmdbExpiry(now);
  if (found.state === 'none') {
    if (served !== undefined) log.warn({ event: 'tmdb left out', reason: 'there is no snapshot of its data any more' });
    return without;
  }
  let problem = found.state === 'broken' ? found.reason : '';
  if (found.state === 'whole') {
    try {
      const { folder, files: sources } = found;
      const rowsOf = (table: Table, file: SnapshotFile): TmdbRows => rowsOfSnapshot(table, { folder, file });
      return {
        ...(await makeFiles(parts, { sources, rowsOf, before, expiry })),
        tmdb: { snapshotSha256, sources: [...sources] },
      };
    } catch (error) {
      problem = await giveUp(parts, error);
    }
  }
  if (served !== undefined) {
    try {
      const sources = served.tmdb?.sources ?? [];
      const folder = buildFolder(parts.options.folders, served.buildId);
      const rowsOf = ({ name }: Table): TmdbRows => {
        const record = served.tables.find((one) => one.name === name);
        if (record === undefined) throw new Failed(`build ${served.buildId} has no table ${name}`);
        return rowsOfBuild(record, folder);
      };
      const made = await makeFiles(parts, { sources, rowsOf, before: served, expiry, mustTake: true });
      log.warn({ event: 'tmdb snapshot not used', reason: problem, buildId: served.buildId });
      return { ...made, tmdb: { snapshotSha256, sources, problem } };
    } catch (error) {
      problem = `${problem}; the tables of build ${served.buildId} cannot be taken: ${await giveUp(parts, error)}`;
    }
  }
  signal?.throwIfAborted();
  log.warn({ event: 'tmdb left out', reason: problem });
  return { ...without, tmdb: { ...without.tmdb, problem } };
}

/** Whether a build has rows that are too old to be kept. */
export function hasExpired({ tables }: Pick<Manifest, 'tables'>, now: Date): boolean {
  return tables.some((table) => isExpired(table, tmdbExpiry(now)));
}

function isExpired({ oldestFetchedAt }: TableRecord, expiry: string): boolean {
  return oldestFetchedAt != null && oldestFetchedAt < expiry;
}

interface Making {
  sources: readonly SnapshotFile[];
  rowsOf: (table: Table, file: SnapshotFile) => TmdbRows;
  before: Manifest | undefined;
  expiry: string;
  /** Whether the rows are those of `before`, whose files are then read only where they are whole. */
  mustTake?: boolean;
}

/** The tables that each index is made of. */
const INPUTS: ReadonlyMap<string, readonly TableName[]> = new Map([
  ...TMDB_DOCUMENT_KINDS.map((kind) => [kind.name, documentKindInputs(kind)] as const),
  ...TMDB_SEARCH_INDEXES.map((name) => [name, ANY_SCOPE.from] as const),
]);

/** Tables one after the other, then documents: they are small beside those of IMDb. */
async function makeFiles(parts: Parts, making: Making): Promise<Pick<TmdbFiles, 'tables' | 'lookups'>> {
  const { folder, database, options } = parts;
  const { before } = making;
  const same = sameTables(parts, making);
  const take = (record: FileRecord): Promise<boolean> => takeOf(parts, { record, before });
  const tables: TableRecord[] = [];
  for (const table of TMDB_TABLES) {
    const kept = same.has(table.name) ? before?.tables.find(({ name }) => name === table.name) : undefined;
    if (kept !== undefined && (await takeAll(filesOfTable(kept), take))) {
      await database.use((connection) => viewTable(connection, { table, folder }));
      options.log.info({ event: 'table kept', table: table.name, rows: kept.rows });
      tables.push(kept);
      continue;
    }
    same.delete(table.name);
    tables.push(await makeOne(parts, { table, making }));
  }
  const isSame = (input: TableName): boolean =>
    same.has(input) ||
    (!input.startsWith('tmdb') && before !== undefined && isUnchanged(input, { before, files: options.files }));
  const reuse = {
    ...parts.reuse,
    lookup: (name: string) =>
      INPUTS.get(name)?.every(isSame) === true ? before?.lookups.find((one) => one.name === name) : undefined,
    take,
  };
  const lookups: IndexRecord[] = [];
  for (const lookup of TMDB_DOCUMENT_KINDS) {
    const { name } = lookup;
    const job = indexJob(
      {
        name,
        from: documentKindInputs(lookup),
        file: documentsFile(name),
        write: (connection) => writeDocuments(connection, { lookup, folder, signal: options.signal }),
      },
      { ...parts, reuse },
    );
    await job.run();
    lookups.push(job.made());
  }
  lookups.push(...(await writeTmdbSearch({ ...parts, reuse })));
  return { tables, lookups };
}

async function makeOne(parts: Parts, { table, making }: { table: Table; making: Making }): Promise<TableRecord> {
  const { folder, database, options } = parts;
  const { sources, rowsOf, expiry, mustTake = false } = making;
  const { name } = table;
  const file = sources.find((one) => one.name === table.from);
  const made = await timed(options, { event: 'table written', table: name }, async () => {
    if (typeof table.from !== 'string')
      return database.use((connection) => makeTmdbLinks(connection, { table, folder, signal: options.signal }));
    if (file === undefined) throw new Failed(`there is no ${table.from}`);
    if (mustTake) await refuseDamaged(parts, { name, before: making.before });
    const from = rowsOf(table, file);
    return database.use((connection) => makeTmdbTable(connection, { table, from, expiry, folder }));
  });
  const { signal } = options;
  return { name, ...made, ...(await database.use((connection) => recordFiles(connection, { table, folder, signal }))) };
}

/** @throws Failed where the rows of an earlier build cannot be read. */
async function refuseDamaged(
  { options: { folders, signal } }: Parts,
  { name, before }: { name: TableName; before: Manifest | undefined },
): Promise<void> {
  const record = before?.tables.find((one) => one.name === name);
  if (before === undefined || record === undefined) throw new Failed(`there is no table ${name}`);
  for (const file of filesOfTable(record)) {
    const reason = await checkFile(buildFolder(folders, before.buildId), { ...file, direct: true, signal });
    if (reason !== undefined) throw new Failed(`${file.file} ${reason}`);
  }
}

/** The tables whose files an earlier build has: of the same rows, none of which is too old. */
function sameTables({ options: { files } }: Parts, { sources, before, expiry }: Making): Set<TableName> {
  const same = new Set<TableName>();
  if (before === undefined || !isOwnFormat(before)) return same;
  for (const table of TMDB_TABLES) {
    const record = before.tables.find(({ name }) => name === table.name);
    if (record === undefined || isExpired(record, expiry)) continue;
    const isSame = tableInputs(table).every((input) => {
      const source = sources.find(({ name }) => name === input);
      if (source !== undefined)
        return source.sha256 === before.tmdb?.sources.find(({ name }) => name === input)?.sha256;
      return (
        same.has(input as TableName) ||
        (!input.startsWith('tmdb') && isUnchanged(input as TableName, { before, files }))
      );
    });
    if (isSame) same.add(table.name);
  }
  return same;
}

async function takeAll(files: readonly FileRecord[], take: (record: FileRecord) => Promise<boolean>): Promise<boolean> {
  for (const file of files) if (!(await take(file))) return false;
  return true;
}

async function takeOf(
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

/** Removes what was made, and says why it is no use. */
async function giveUp({ folder, options: { signal } }: Parts, error: unknown): Promise<string> {
  signal?.throwIfAborted();
  await removeTmdb(folder);
  return reasonOf(error);
}
