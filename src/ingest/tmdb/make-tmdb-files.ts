import { buildFolder, documentsFile } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { FileRecord, IndexRecord, Manifest, TableRecord } from '../../dataset/builds/manifest.ts';
import { documentKindInputs } from '../../dataset/indexes/document-kinds.ts';
import { ANY_SCOPE, TMDB_SEARCH_INDEXES } from '../../dataset/indexes/search-scope.ts';
import { TMDB_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import type { SnapshotFile } from '../../dataset/sources/tmdb-snapshot.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { checkFile } from '../../storage/damage/check-file.ts';
import { writeDocuments } from '../indexes/write-documents.ts';
import { indexJob, timed } from '../jobs/file-job.ts';
import type { Parts } from '../jobs/file-job.ts';
import { Failed } from '../outcomes/outcome.ts';
import { recordFiles } from '../tables/writing/table-files.ts';
import { viewTable } from '../tables/writing/write-table.ts';
import { makeDerivedTmdbTable, makeTmdbTable } from './make-tmdb-table.ts';
import { isSameTable, sameTmdbTables, takeAll, takeOf } from './same-tmdb-tables.ts';
import type { TmdbInputs } from './same-tmdb-tables.ts';
import type { TmdbRows } from './snapshot-rows.ts';
import { writeTmdbSearch } from './write-tmdb-search.ts';

/** How the tables are made. */
export interface Making extends TmdbInputs {
  rowsOf: (table: Table, file: SnapshotFile) => TmdbRows;
  /** Whether the rows are those of `before`, whose files are then read only where they are whole. */
  mustTake?: boolean;
}

/** The tables that each index is made of. */
const INPUTS: ReadonlyMap<string, readonly TableName[]> = new Map([
  ...TMDB_DOCUMENT_KINDS.map((kind) => [kind.name, documentKindInputs(kind)] as const),
  ...TMDB_SEARCH_INDEXES.map((name) => [name, ANY_SCOPE.from] as const),
]);

/** Tables one after the other, then documents: they are small beside those of IMDb. */
export async function makeTmdbFiles(
  parts: Parts,
  making: Making,
): Promise<{ tables: TableRecord[]; lookups: IndexRecord[] }> {
  const { folder, database, options } = parts;
  const { before } = making;
  const same = sameTmdbTables(parts, making);
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
  const { files } = options;
  const isSame = (input: TableName): boolean => before !== undefined && isSameTable(input, { same, before, files });
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
      return database.use((connection) => makeDerivedTmdbTable(connection, { ...options, table, folder }));
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
