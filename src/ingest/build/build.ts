import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { stagingFolder } from '../../dataset/layout.ts';
import type { Folders } from '../../dataset/layout.ts';
import { LOOKUPS } from '../../dataset/lookups.ts';
import type { SourceRecord, TableRecord } from '../../dataset/manifest.ts';
import { SOURCES } from '../../dataset/sources.ts';
import { TABLES } from '../../dataset/tables.ts';
import type { Table } from '../../dataset/tables.ts';
import type { Logger } from '../../logger.ts';
import type { WholeFiles } from '../download.ts';
import { replaceJson } from '../durable.ts';
import { Failed, reasonOf, Rejected } from '../outcome.ts';
import { CANONICAL_COLUMNS } from './canonical-tables.ts';
import { DRAFT_FILE } from './draft.ts';
import type { Draft } from './draft.ts';
import { readSource } from './read-source.ts';
import { SERVING_TABLES } from './serving-tables.ts';
import { openWorkDatabase } from './work-database.ts';
import type { WorkDatabase } from './work-database.ts';
import { writeLookup } from './write-lookup.ts';
import { writeTable } from './write-table.ts';

export interface BuildOptions {
  buildId: string;
  files: WholeFiles;
  folders: Folders;
  memoryLimit: string;
  /** DuckDB's threads; undefined is one for each core. */
  threads: number | undefined;
  log: Logger;
  signal?: AbortSignal | undefined;
}

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

async function makeFiles(folder: string, options: BuildOptions): Promise<Draft> {
  const { buildId, log } = options;
  const database = await openWorkDatabase({ ...options, threads: options.threads ?? availableParallelism() });
  try {
    const tables: Draft['tables'] = [];
    for (const table of TABLES) {
      const record = await timed(log, { event: 'table written', table: table.name }, () =>
        makeTable(database, { table, files: options.files, folder }),
      );
      tables.push({ name: table.name, ...record });
    }
    const lookups: Draft['lookups'] = [];
    for (const lookup of LOOKUPS) {
      const record = await timed(log, { event: 'lookup written', lookup: lookup.name }, async () => ({
        rows: await writeLookup(database, { lookup, folder }),
      }));
      lookups.push({ name: lookup.name, ...record });
    }
    return { buildId, sources: sourceRecords(options.files), tables, lookups };
  } finally {
    await database.close();
  }
}

async function makeTable(
  database: WorkDatabase,
  { table, files, folder }: { table: Table; files: WholeFiles; folder: string },
): Promise<Pick<TableRecord, 'rows' | 'rejected' | 'nulled'>> {
  const source = SOURCES.find(({ name }) => name === table.from);
  if (source !== undefined && table.name in CANONICAL_COLUMNS) {
    const columns = CANONICAL_COLUMNS[table.name as keyof typeof CANONICAL_COLUMNS];
    return readSource(database, { source, path: files.get(source.name)?.path, table, columns, folder });
  }
  try {
    const select = SERVING_TABLES[table.name as keyof typeof SERVING_TABLES];
    return { rows: await writeTable(database, { table, select, folder }) };
  } catch (error) {
    if (error instanceof Rejected) throw error;
    throw new Failed(`table ${table.name}: ${reasonOf(error)}`, { cause: error });
  }
}

/** What the manifest says of the files a build was made from. */
export function sourceRecords(files: WholeFiles): SourceRecord[] {
  return [...files].map(([name, { etag, lastModified, bytes, sha256, rows }]) => ({
    name,
    etag,
    lastModified,
    bytes,
    sha256,
    rows,
  }));
}

async function timed<T extends { rows: number }>(
  log: Logger,
  fields: Record<'event', string> & Record<string, string>,
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const result = await work();
  log.info({ ...fields, rows: result.rows, durationMs: Math.round(performance.now() - started) });
  return result;
}
