import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { LATER_TABLES } from '../dataset/later-tables.ts';
import { tableFile } from '../dataset/layout.ts';
import { LOOKUPS } from '../dataset/lookups.ts';
import type { Lookup, LookupName } from '../dataset/lookups.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { TABLES } from '../dataset/tables.ts';
import type { Table } from '../dataset/tables.ts';
import type { Logger } from '../logger.ts';
import { decodeAkas } from './akas.ts';
import type { Akas } from './akas.ts';
import { createConnectionPool } from './connection-pool.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { decodeCrew, decodeTitleCredits } from './credits.ts';
import type { TitleCredits } from './credits.ts';
import { createDocumentReader } from './document-reader.ts';
import { decodeEpisodes } from './episodes.ts';
import type { Episodes } from './episodes.ts';
import { createLookupReader } from './lookup-reader.ts';
import type { LookupReader, LookupReaderOptions, OnBatch } from './lookup-reader.ts';
import type { CacheOptions } from './text-cache.ts';
import type { Crew, Person, Title } from './model.ts';
import { literal, openIndexes, warnOfDamage } from './open-indexes.ts';
import type { LookupMode, OpenIndexes } from './open-indexes.ts';
import { decodePerson } from './people.ts';
import { decodePersonCredits, numberedCredits } from './person-credits.ts';
import type { PersonCredits } from './person-credits.ts';
import { readRatings } from './ratings.ts';
import type { Ratings } from './ratings.ts';
import { createScanReader } from './scan-reader.ts';
import type { ScanReader } from './scan-reader.ts';
import { FOLD_QUERY } from './search/read-query.ts';
import { NO_TITLE_NAMES, readTitleNames } from './title-names.ts';
import type { TitleNames } from './title-names.ts';
import { decodeTitle } from './titles.ts';

export interface ReaderOptions {
  lookup: LookupMode;
  /** As DuckDB reads it: `1GiB`. */
  memoryLimit: string;
  /** DuckDB's threads beside the calling ones. */
  threads: number;
  tmpFolder: string;
  /** The most that a list or a search may take. */
  scanTimeoutMs: number;
  caches: { titles: CacheOptions; people: CacheOptions; search: CacheOptions };
  log: Logger;
  onBatch?: OnBatch | undefined;
  /** Told when a query finds a file of the build gone. */
  onLost?: (() => void) | undefined;
}

/** Everything that can be read of one build. */
export interface BuildReaders {
  manifest: Manifest;
  pool: ConnectionPool;
  titles: LookupReader<Title>;
  ratings: Ratings;
  titleNames: TitleNames;
  people: LookupReader<Person>;
  titleCredits: LookupReader<TitleCredits>;
  personCredits: LookupReader<PersonCredits>;
  crew: LookupReader<Crew>;
  akas: LookupReader<Akas>;
  scan: ScanReader;
  episodes: LookupReader<Episodes>;
  /** What the operator should know: indexes that did not open, or proved to be damaged since. */
  warnings: readonly string[];
  close(): Promise<void>;
}

/** Opens a build in a DuckDB instance of its own, which goes with it. */
export async function openBuildReaders(
  { folder, manifest }: { folder: string; manifest: Manifest },
  options: ReaderOptions,
): Promise<BuildReaders> {
  // One for each instance: DuckDB names its files the same in each, and two in one folder overwrite each other's.
  const spill = join(options.tmpFolder, `serve-${process.pid}-${randomUUID()}`);
  // DuckDB makes one level of folders only.
  await mkdir(options.tmpFolder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memoryLimit,
    threads: String(options.threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    return await openIn(instance, { folder, manifest, spill, options });
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

async function openIn(
  instance: DuckDBInstance,
  { folder, manifest, spill, options }: { folder: string; manifest: Manifest; spill: string; options: ReaderOptions },
): Promise<BuildReaders> {
  const connection = await instance.connect();
  let indexes: OpenIndexes | undefined;
  let ratings: Ratings;
  let titleNames: TitleNames;
  try {
    await connection.run('SET GLOBAL parquet_metadata_cache = true');
    // Pages of up to 500 rows read their other columns late, as those of up to 50 do by default.
    await connection.run('SET GLOBAL late_materialization_max_rows = 1000');
    for (const table of TABLES) {
      await connection.run(`CREATE VIEW ${table.name} AS ${rowsOf(table, { folder, manifest })}`);
    }
    ratings = await readRatings(connection);
    indexes = await openIndexes(connection, { folder, records: manifest.lookups, options });
    titleNames = indexes.scans.has('title_list') ? await readTitleNames(connection, ratings) : NO_TITLE_NAMES;
    // From here on it reads the build and writes its spill, and nothing else.
    await connection.run(`SET GLOBAL allowed_directories = [${literal(`${folder}/`)}, ${literal(`${spill}/`)}]`);
    await connection.run('SET GLOBAL enable_external_access = false');
    await connection.run('SET GLOBAL lock_configuration = true');
  } catch (error) {
    indexes?.close();
    throw error;
  } finally {
    connection.closeSync();
  }
  const opened = indexes;
  const pool = await createConnectionPool(instance, options);
  const lookups = lookupReaders({ pool, indexes: opened }, options);
  return {
    manifest,
    pool,
    warnings: opened.warnings,
    ratings,
    titleNames,
    ...lookups,
    scan: createScanReader(pool, {
      cache: options.caches.search,
      timeoutMs: options.scanTimeoutMs,
      postings: opened.postings,
      kept: [FOLD_QUERY],
    }),
    async close() {
      await pool.close();
      instance.closeSync();
      opened.close();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** The rows of a table: those of its file, or what they would be made of where the build is older than the table. */
function rowsOf(table: Table, { folder, manifest }: { folder: string; manifest: Manifest }): string {
  const inBuild = manifest.tables.some(({ name }) => name === table.name);
  return inBuild || !(table.name in LATER_TABLES)
    ? `SELECT * FROM read_parquet(${literal(join(folder, tableFile(table.name)))})`
    : LATER_TABLES[table.name as keyof typeof LATER_TABLES];
}

function lookupReaders(
  { pool, indexes }: { pool: ConnectionPool; indexes: OpenIndexes },
  { caches, onBatch, log }: ReaderOptions,
) {
  const reader = <T extends object>(
    name: LookupName,
    cache: CacheOptions,
    decoders: Pick<LookupReaderOptions<T>, 'decode' | 'decodeNumbers'>,
  ): LookupReader<T> => {
    const options = { lookup: lookupOf(name), ...decoders, cache, onBatch };
    const file = indexes.documents.get(name);
    const fromTable = createLookupReader({ ...options, pool });
    return file === undefined
      ? fromTable
      : createDocumentReader({
          ...options,
          file,
          instead: fromTable,
          onDamage: (error) => warnOfDamage({ warnings: indexes.warnings, log }, { name, error }),
        });
  };
  const { titles, people } = caches;
  return {
    titles: reader('title', titles, { decode: decodeTitle }),
    people: reader('person', people, { decode: decodePerson }),
    titleCredits: reader('title_credits', titles, { decode: decodeTitleCredits }),
    personCredits: reader('person_credits', people, { decode: decodePersonCredits, decodeNumbers: numberedCredits }),
    crew: reader('title_crew', titles, { decode: decodeCrew }),
    akas: reader('title_akas', titles, { decode: decodeAkas }),
    episodes: reader('series_episodes', titles, { decode: decodeEpisodes }),
  };
}

function lookupOf(name: LookupName): Lookup {
  const lookup = LOOKUPS.find((candidate) => candidate.name === name);
  if (lookup === undefined) throw new Error(`no lookup ${name}`);
  return lookup;
}
