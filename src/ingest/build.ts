import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import {
  creditGraphFile,
  documentsFile,
  postingsFile,
  ratedTitlesFile,
  sortedTableFile,
  stagingFolder,
  termsFile,
  tmdbSnapshotFile,
} from '../dataset/builds/paths.ts';
import { documentKindInputs, DOCUMENT_KINDS } from '../dataset/indexes/document-kinds.ts';
import { BUILD_FORMAT } from '../dataset/builds/manifest.ts';
import type { Measures, SourceRecord, TableRecord } from '../dataset/builds/manifest.ts';
import { CREDIT_GRAPH_INPUTS } from '../dataset/indexes/credit-graph.ts';
import { RATED_TITLES_INPUTS } from '../dataset/indexes/rated-titles.ts';
import { SORTED_TABLES } from '../dataset/indexes/sorted-tables.ts';
import { IMDB_SCOPE } from '../dataset/indexes/search-scope.ts';
import { tableInputs, TABLES } from '../dataset/tables/tables.ts';
import type { Table } from '../dataset/tables/tables.ts';
import type { CompleteFiles } from './sources/imdb/download.ts';
import { replaceJson } from '../storage/files/durable.ts';
import { reasonOf } from './outcomes/outcome.ts';
import { DRAFT_FILE } from '../dataset/builds/draft.ts';
import type { Draft } from '../dataset/builds/draft.ts';
import type { BuildOptions } from './jobs/build-options.ts';
import { fileJob, indexJob, timed } from './jobs/file-job.ts';
import type { FileJob, Parts } from './jobs/file-job.ts';
import { measure } from './tables/writing/measure.ts';
import { reuseOf } from './jobs/reuse.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { comparisonOf } from './tables/earlier-builds.ts';
import { recordFiles } from './tables/writing/table-files.ts';
import { makeTable } from './tables/make-table.ts';
import { takeTable } from './tables/take-table.ts';
import { openWorkDatabase } from './jobs/work-database.ts';
import type { WorkConnection } from './jobs/work-database.ts';
import { writeCreditGraph } from './indexes/write-credit-graph.ts';
import { writeDocuments } from './indexes/write-documents.ts';
import { writePostings } from './indexes/write-postings.ts';
import { writeRatedTitles } from './indexes/write-rated-titles.ts';
import { writeSortedTable } from './indexes/write-sorted-table.ts';
import { writeTerms } from './indexes/write-terms.ts';
import { viewTable } from './tables/writing/write-table.ts';
import { buildTmdb } from './tmdb/build-tmdb.ts';
import { findSnapshot } from './tmdb/find-snapshot.ts';

/**
 * Makes a build in its staging folder: canonical tables from the sources, serving tables from those, and the lookup
 * index from both. What it made is written to a draft, which the verify step turns into the manifest.
 * @throws Rejected or Failed with one line that names the file or table.
 */
export async function build(options: BuildOptions): Promise<Draft> {
  const folder = stagingFolder(options.folders, options.buildId);
  try {
    await mkdir(join(folder, 'tables'), { recursive: true });
    await mkdir(join(folder, 'lookup'));
    const draft = await makeFiles(folder, options);
    await replaceJson(join(folder, DRAFT_FILE), draft);
    return draft;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Jobs that read, sort or write at a time: while one waits for its disk or its gzip file, another has the cores. Each
 * takes a thread even where DuckDB has one, so that with one there is one.
 */
const JOBS_AT_ONCE = 2;

async function makeFiles(folder: string, options: BuildOptions): Promise<Draft> {
  const { buildId, files, log, isMadeUp } = options;
  const threads = options.threads ?? availableParallelism();
  const { signal, folders, before, now = () => new Date() } = options;
  const found = await findSnapshot(folders, { thorough: true, signal });
  const snapshot =
    found.state === 'whole' ? found.files.map(({ name }) => join(found.folder, tmdbSnapshotFile(name))) : [];
  const sources = [...[...files.values()].map(({ path }) => path), ...snapshot];
  const database = await openWorkDatabase({ ...options, sources, threads });
  try {
    const parts = { database, folder, options: { ...options, threads }, reuse: reuseOf(options.before, options) };
    const tables = TABLES.map((table) => tableJob(table, parts));
    const lookups = DOCUMENT_KINDS.map((lookup) => {
      const write = (connection: WorkConnection) => writeDocuments(connection, { lookup, folder, signal });
      return indexJob(
        { name: lookup.name, from: documentKindInputs(lookup), file: documentsFile(lookup.name), write },
        parts,
      );
    });
    const sortedTables = SORTED_TABLES.map((sortedTable) => {
      const write = (connection: WorkConnection) => writeSortedTable(connection, { sortedTable, folder });
      return indexJob({ ...sortedTable, file: sortedTableFile(sortedTable.name), write }, parts);
    });
    const lists = indexJob(
      {
        name: 'search_lists',
        from: IMDB_SCOPE.from,
        file: postingsFile('search_lists'),
        write: (connection) => writePostings(connection, { name: 'search_lists', scope: IMDB_SCOPE, folder, signal }),
      },
      parts,
    );
    const terms = indexJob(
      {
        name: 'search_terms',
        from: IMDB_SCOPE.from,
        file: termsFile('search_terms'),
        write: (connection) => writeTerms(connection, { name: 'search_terms', scope: IMDB_SCOPE, folder, signal }),
      },
      parts,
    );
    const rated = indexJob(
      {
        name: 'rated_titles',
        from: RATED_TITLES_INPUTS,
        file: ratedTitlesFile(),
        write: (connection) => writeRatedTitles(connection, folder),
      },
      parts,
    );
    const graph = indexJob(
      {
        name: 'credit_graph',
        from: CREDIT_GRAPH_INPUTS,
        file: creditGraphFile(),
        write: () => writeCreditGraph({ folder, signal }),
      },
      parts,
    );
    // A lookup right after its own table, which is the first it is made from, while that is in the page cache.
    const jobs = tables.flatMap((job) => [job, ...lookups.filter(({ after }) => after[0] === job.name)]);
    // The lists first: one thread packs them for a good while, in which the sorted tables have the other cores.
    jobs.push(lists, terms, graph, ...sortedTables, rated);
    const bar = options.progress.begin('build', { total: jobs.length, unit: 'files' });
    await runJobs(jobs, {
      atOnce: Math.min(JOBS_AT_ONCE, threads),
      mayDoAlone: isOutOfMemory,
      onDone: () => bar.advance(1),
    });
    bar.done();
    const ofTmdb = await buildTmdb(parts, { found, before, now: now() });
    const measures = await database.use((connection) => measure(connection, folder));
    reportUnknown(measures, { log, isMadeUp });
    return {
      format: BUILD_FORMAT,
      buildId,
      sources: sourceRecords(files),
      tmdb: ofTmdb.tmdb,
      tables: [...tables.map(({ made }) => made()), ...ofTmdb.tables],
      lookups: [
        ...[...lookups, ...sortedTables, lists, terms, rated, graph].map(({ made }) => made()),
        ...ofTmdb.lookups,
      ],
      measures,
    };
  } finally {
    await database.close();
  }
}

/** Two that each keep to the limit may go beyond it together. */
function isOutOfMemory(error: unknown): boolean {
  return reasonOf(error).includes('Out of Memory Error');
}

function tableJob(table: Table, parts: Parts): FileJob<TableRecord> {
  const { name } = table;
  const { database, folder, options } = parts;
  return fileJob<TableRecord>({
    name,
    after: tableInputs(table).filter((input) => TABLES.some((other) => other.name === input)),
    async run() {
      const taken = await takeTable(table, parts);
      if (taken !== undefined) {
        await database.use((connection) => viewTable(connection, { table, folder }));
        options.log.info({ event: 'table kept', table: name, rows: taken.rows });
        return taken;
      }
      const compared = table.comparesBuilds === true ? await comparisonOf(options) : undefined;
      const make = () => database.use((connection) => makeTable(connection, { ...options, table, folder, compared }));
      const made = await timed(options, { event: 'table written', table: name }, make);
      const { signal } = options;
      return {
        name,
        ...made,
        ...(await database.use((connection) => recordFiles(connection, { table, folder, signal }))),
      };
    },
  });
}

/** IMDb adds words without notice: they pass through, and the operator hears of them. */
function reportUnknown({ unknown }: Measures, { log, isMadeUp = false }: Pick<BuildOptions, 'log' | 'isMadeUp'>): void {
  for (const [column, words] of Object.entries(unknown)) {
    for (const [word, rows] of Object.entries(words))
      log[isMadeUp ? 'info' : 'warn']({ event: 'unknown word', column, word, rows });
  }
}

/** What the manifest says of the files a build was made from. */
export function sourceRecords(files: CompleteFiles): SourceRecord[] {
  return [...files].map(([name, { etag, lastModified, bytes, sha256, rows }]) => ({
    name,
    etag,
    lastModified,
    bytes,
    sha256,
    rows,
  }));
}
