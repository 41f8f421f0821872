import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';

import { commandOver, MANIFEST_FILE, partsFolder, stagingFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { ALL_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import { BUILD_FORMAT, filesOf, filesOfTable } from '../../dataset/builds/manifest.ts';
import type { FileRecord, IndexRecord, Manifest } from '../../dataset/builds/manifest.ts';
import { sealed } from '../../dataset/builds/seal.ts';
import { SOURCES, sourceFile } from '../../dataset/sources/imdb.ts';
import { TABLES } from '../../dataset/tables/tables.ts';
import { DRAFT_FILE } from '../../dataset/builds/draft.ts';
import type { Draft } from '../../dataset/builds/draft.ts';
import { literal, openWorkDatabase } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { checkAdjacency } from '../../formats/adjacency/check-adjacency.ts';
import { checkPostings } from '../../formats/postings/check-postings.ts';
import { checkTerms } from '../../formats/terms/check-terms.ts';
import { refuseSuspicious } from './guards.ts';
import type { GuardOptions } from './guards.ts';
import { fsync, readJson, replaceJson } from '../../storage/files/durable.ts';
import { checkDocuments } from '../../formats/documents/check-documents.ts';
import { readRatedTitles } from '../../formats/rated-titles/read-rated-titles.ts';
import { fileTask } from '../threads/file-task.ts';
import { parquetOf, tableList } from '../tables/writing/table-files.ts';
import { inThread } from '../threads/in-thread.ts';
import { Failed, Rejected } from '../outcomes/outcome.ts';
import { isOfTmdb, keepVerifiedTmdb } from '../tmdb/keep-verified-tmdb.ts';
import type { DraftFiles } from '../tmdb/keep-verified-tmdb.ts';
import type { Logger } from '../../process/logger.ts';

export interface VerifyOptions {
  buildId: string;
  folders: Folders;
  version: number;
  /** Of DuckDB, as for the build. */
  memoryLimit: string;
  /** Version of this program. */
  marquee: string;
  now: () => Date;
  /** What the build is compared with; undefined where every change is accepted. */
  guards: GuardOptions | undefined;
  log?: Pick<Logger, 'warn'> | undefined;
  signal?: AbortSignal | undefined;
}

const CHECKS_AT_ONCE = 2;

/**
 * Reads a made build back from disk: every line of the sources is in its table or counted as left out, and every index
 * holds each key of its table. Then writes the manifest: a staged build that has
 * one is verified, and everything it consists of is safe from a power loss.
 * @throws Rejected with one line that names the table or file.
 */
export async function verify(options: VerifyOptions): Promise<Manifest> {
  const folder = stagingFolder(options.folders, options.buildId);
  const draft = await readJson(join(folder, DRAFT_FILE));
  if (draft === undefined)
    throw new Failed(
      `build ${options.buildId} is not made yet: run ${commandOver(options.folders, 'ingest --only build')}`,
    );
  const { format, sources, measures } = draft as Draft;
  // The program was changed between two steps.
  if (format !== BUILD_FORMAT)
    throw new Failed(
      `build ${options.buildId} is of another format: run ${commandOver(options.folders, 'ingest --only build')}`,
    );
  if (options.guards !== undefined) refuseSuspicious(draft as Draft, options.guards);
  const database = await openWorkDatabase({ ...options, threads: CHECKS_AT_ONCE });
  const { signal } = options;
  async function check({ tables: some, lookups: indexes }: DraftFiles): Promise<void> {
    const checks = [
      ...some.map((table) => (connection: WorkConnection) => verifyTable(connection, { folder, table, sources })),
      ...indexes.map((record) => (connection: WorkConnection) => verifyIndex(connection, { folder, record, signal })),
    ];
    await pMap(checks, (one) => database.use(one), { concurrency: CHECKS_AT_ONCE });
    for (const record of filesOf({ tables: some, lookups: indexes })) await settle(record, folder);
  }
  let duckdb: string;
  let verified: Draft;
  try {
    const { tables: all, lookups: indexes } = draft as Draft;
    await check({ tables: all.filter((one) => !isOfTmdb(one)), lookups: indexes.filter((one) => !isOfTmdb(one)) });
    verified = await keepVerifiedTmdb(draft as Draft, { folder, check, log: options.log, signal });
    duckdb = await database.use(async (connection) =>
      String((await connection.rows('SELECT version() AS version'))[0]?.version),
    );
  } finally {
    await database.close();
  }
  const { tmdb, tables, lookups } = verified;
  const manifest: Manifest = sealed({
    format,
    buildId: options.buildId,
    version: options.version,
    builtAt: options.now().toISOString(),
    tools: { marquee: options.marquee, duckdb, node: process.version },
    sources,
    ...(tmdb && { tmdb }),
    tables,
    lookups,
    measures,
  });
  // Before the manifest: what it names must be there after a power loss too.
  const folders = tables.flatMap((table) => ('parts' in table ? [partsFolder(table.name)] : []));
  for (const part of [...folders, 'tables', 'lookup']) await fsync(join(folder, part));
  await replaceJson(join(folder, MANIFEST_FILE), manifest);
  await rm(join(folder, DRAFT_FILE));
  await fsync(folder);
  return manifest;
}

async function verifyTable(
  database: WorkConnection,
  { folder, table, sources }: { folder: string; table: Draft['tables'][number]; sources: Draft['sources'] },
): Promise<void> {
  const [row] = await database.rows(`SELECT count(*) AS rows FROM ${parquetOf(folder, filesOfTable(table))}`);
  if (Number(row?.rows) !== table.rows) {
    throw new Rejected(`table ${table.name} reads back ${String(row?.rows)} rows, ${table.rows} were written`);
  }
  const from = TABLES.find(({ name }) => name === table.name)?.from;
  const source = SOURCES.find(({ name }) => name === from);
  const lines = sources.find(({ name }) => name === from)?.rows;
  const accounted = table.rows + (table.rejected?.rows ?? 0);
  if (source !== undefined && lines !== undefined && lines !== accounted) {
    throw new Rejected(`${sourceFile(source.name)}: ${lines} lines in the file, but ${accounted} were read`);
  }
}

/** Reads a file of documents to its end. */
export const COUNT_DOCUMENTS = fileTask(
  new URL('../../formats/documents/check-documents.ts', import.meta.url).href,
  checkDocuments,
);

const LISTS = {
  what: 'postings',
  task: fileTask(new URL('../../formats/postings/check-postings.ts', import.meta.url).href, checkPostings),
};

const TERMS = {
  what: 'terms',
  task: fileTask(new URL('../../formats/terms/check-terms.ts', import.meta.url).href, checkTerms),
};

/** What reads a file of search or the graph of credits to its end. */
const COUNTED = {
  search_lists: LISTS,
  search_terms: TERMS,
  tmdb_search_lists: LISTS,
  tmdb_search_terms: TERMS,
  credit_graph: {
    what: 'edges',
    task: fileTask(new URL('../../formats/adjacency/check-adjacency.ts', import.meta.url).href, checkAdjacency),
  },
};

async function verifyIndex(
  database: WorkConnection,
  { folder, record, signal }: { folder: string; record: IndexRecord; signal: AbortSignal | undefined },
): Promise<void> {
  if (isCounted(record.name)) return verifyCount(folder, { name: record.name, record, signal });
  if (record.name === 'rated_titles') return verifyRatedTitles(database, { folder, record });
  const lookup = ALL_DOCUMENT_KINDS.find(({ name }) => name === record.name);
  if (lookup === undefined) return verifySortedTable(database, { folder, record });
  // The file is sorted by the key, so that those that differ from the one before are all different.
  const [row] = await database.rows(`SELECT count(*) AS keys
    FROM (SELECT ${lookup.key} AS this, lag(${lookup.key}) OVER () AS before FROM read_parquet(${tableList(folder, lookup.table)}))
    WHERE this IS DISTINCT FROM before`);
  const documents = await inThread(COUNT_DOCUMENTS, { path: join(folder, record.file), signal });
  if (documents === record.rows && documents === Number(row?.keys)) return;
  throw new Rejected(
    `lookup ${record.name} holds ${documents} documents, table ${lookup.table} has ${String(row?.keys)} keys`,
  );
}

function isCounted(name: string): name is keyof typeof COUNTED {
  return name in COUNTED;
}

/** Their order was looked at when they were written. */
async function verifyCount(
  folder: string,
  {
    name,
    record: { file, rows },
    signal,
  }: { name: keyof typeof COUNTED; record: IndexRecord; signal: AbortSignal | undefined },
): Promise<void> {
  const { what, task } = COUNTED[name];
  const found = await inThread(task, { path: join(folder, file), signal });
  if (found !== rows) throw new Rejected(`${file} holds ${found} ${what}, ${rows} were written`);
}

async function verifyRatedTitles(
  database: WorkConnection,
  { folder, record: { file, bytes, rows } }: { folder: string; record: IndexRecord },
): Promise<void> {
  const [row] = await database.rows(`SELECT count(*) AS rows FROM read_parquet(${tableList(folder, 'ratings')})`);
  const { ids } = readRatedTitles(join(folder, file), bytes);
  if (ids.length === rows && rows === Number(row?.['rows'])) return;
  throw new Rejected(
    `${file} holds ${ids.length} titles, table ratings has ${String(row?.['rows'])}, ${rows} were written`,
  );
}

async function verifySortedTable(
  database: WorkConnection,
  { folder, record: { name, file, rows } }: { folder: string; record: IndexRecord },
): Promise<void> {
  const made = `made_${name}`;
  await database.run(`ATTACH ${literal(join(folder, file))} AS ${made} (READ_ONLY)`);
  try {
    const [row] = await database.rows(`SELECT count(*) AS rows FROM ${made}.${name}`);
    if (Number(row?.rows) === rows) return;
    throw new Rejected(`sorted table ${name} reads back ${String(row?.rows)} rows, ${rows} were written`);
  } finally {
    await database.run(`DETACH ${made}`);
  }
}

/** Makes a file safe from a power loss. */
async function settle({ file, bytes }: FileRecord, folder: string): Promise<void> {
  const path = join(folder, file);
  const { size } = await stat(path);
  if (size !== bytes) throw new Rejected(`${file} has ${size} bytes, ${bytes} were written`);
  await fsync(path);
}
