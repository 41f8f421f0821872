import { documentsFile } from '../../dataset/builds/paths.ts';
import { ALL_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import type { DocumentKind, AnyDocumentKindName } from '../../dataset/indexes/document-kinds.ts';
import { ANY_SCOPE } from '../../dataset/indexes/search-scope.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { comparesTmdb, hasTmdb } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Logger } from '../../process/logger.ts';
import type { Wait } from '../../process/wait.ts';
import { decodeAkas } from '../titles/akas.ts';
import type { Akas } from '../titles/akas.ts';
import { createConnectionPool } from '../../duckdb/connection-pool.ts';
import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { decodeCrew, decodeTitleCredits } from '../credits/credits.ts';
import type { TitleCredits } from '../credits/credits.ts';
import { createFileReader } from '../documents/file-reader.ts';
import { decodeEpisodes } from '../titles/episodes.ts';
import type { Episodes } from '../titles/episodes.ts';
import { createFileChecks } from '../health/file-checks.ts';
import type { FileChecks } from '../health/file-checks.ts';
import { createTableReader } from '../documents/table-reader.ts';
import type { DocumentReader, TableReaderOptions, OnBatch } from '../documents/table-reader.ts';
import type { Tables } from '../documents/document-rows.ts';
import { tableFilesOf } from '../documents/table-files.ts';
import type { CacheOptions } from '../documents/text-cache.ts';
import type { Crew, Person, Title } from '../model/model.ts';
import { openIndexes } from './open-indexes.ts';
import type { LookupMode, OpenIndexes } from './open-indexes.ts';
import type { DatabaseOptions } from '../../duckdb/open-database.ts';
import { openDatabase } from '../../duckdb/open-database.ts';
import { decodePerson } from '../people/people.ts';
import { decodePersonCredits, numberedCredits } from '../credits/person-credits.ts';
import type { PersonCredits } from '../credits/person-credits.ts';
import { guardQueries } from '../health/guard-queries.ts';
import { ratingsOf, readRatings } from '../titles/ratings.ts';
import type { Ratings } from '../titles/ratings.ts';
import { createCreditPaths } from '../paths/credit-paths.ts';
import type { CreditPaths } from '../paths/credit-paths.ts';
import { createRelations } from '../health/relations.ts';
import type { Relations } from '../health/relations.ts';
import { createFeatureCounts } from '../relations/feature-counts.ts';
import type { ReadFeatureCounts } from '../relations/feature-counts.ts';
import { createTextCounts } from '../relations/text-counts.ts';
import type { ReadTextCounts } from '../relations/text-counts.ts';
import { decodeSimilarTitles, numberedSimilarTitles } from '../relations/similar-titles.ts';
import type { SimilarTitles } from '../relations/similar-titles.ts';
import { TmdbSimilarity } from '../relations/tmdb-similarity.ts';
import { createSearchIndex, searchIndexOf } from '../search/terms/search-index.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { foldQuery } from '../search/terms/read-query.ts';
import { NO_TITLE_NAMES, readTitleNames, titleNamesOf } from '../titles/title-names.ts';
import type { TitleNames } from '../titles/title-names.ts';
import { decodeTitle } from '../titles/titles.ts';
import { withOnlyTmdbPeople, withOnlyTmdbTitles } from '../tmdb/with-only-tmdb.ts';
import { createTmdbReaders } from '../tmdb/tmdb-readers.ts';
import type { TmdbReaders } from '../tmdb/tmdb-readers.ts';

export interface ReaderOptions extends DatabaseOptions {
  lookup: LookupMode;
  /** The most that a list or a search may take. */
  scanTimeoutMs: number;
  caches: { titles: CacheOptions; people: CacheOptions; search: CacheOptions };
  log: Logger;
  onBatch?: OnBatch | undefined;
  /** Told once of each file of the build that proves to be damaged; what is wrong ends the sentence `<file> …`. */
  onDamage?: ((file: string, reason: string) => void) | undefined;
  /** Told when DuckDB answers no more: the build has to be opened anew. */
  onBroken?: (() => void) | undefined;
}

/** A build as it stands on the disk. */
export interface OpenedBuild {
  folder: string;
  manifest: Manifest;
  /** Its files that are known to be damaged, and what is wrong with them. */
  known?: ReadonlyMap<string, string>;
}

/** Everything that can be read of one build. */
export interface BuildReaders {
  manifest: Manifest;
  files: FileChecks;
  pool: ConnectionPool;
  titles: DocumentReader<Title>;
  ratings: Ratings;
  titleNames: TitleNames;
  people: DocumentReader<Person>;
  titleCredits: DocumentReader<TitleCredits>;
  personCredits: DocumentReader<PersonCredits>;
  crew: DocumentReader<Crew>;
  akas: DocumentReader<Akas>;
  queries: SearchIndex;
  /** The same over what TMDB has, too: see `queriesOf`. Undefined in a build without TMDB's data. */
  anyQueries: SearchIndex | undefined;
  episodes: DocumentReader<Episodes>;
  similarTitles: DocumentReader<SimilarTitles>;
  featureCounts: ReadFeatureCounts;
  /** Counts of what TMDB says, where that counts for similar titles. */
  textCounts: ReadTextCounts;
  tmdbSimilarity: TmdbSimilarity;
  /** Undefined in a build without TMDB's data. */
  tmdb: TmdbReaders | undefined;
  paths: CreditPaths;
  /** The most that a list or a search may take. */
  scanTimeoutMs: number;
  /** What the operator should know: indexes that did not open for another reason than damage. */
  warnings: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens a build in a DuckDB instance of its own, which goes with it.
 * @throws ClientError `DATASET_UNAVAILABLE` where a table is damaged without which nothing is served.
 */
export async function openBuildReaders(
  { folder, manifest, known = new Map() }: OpenedBuild,
  options: ReaderOptions,
): Promise<BuildReaders> {
  const closing = new AbortController();
  const database = await openDatabase(folder, options);
  const { instance, connection } = database;
  let indexes: OpenIndexes | undefined;
  let pool: ConnectionPool | undefined;
  let paths: CreditPaths | undefined;

  const files = createFileChecks({
    folder,
    manifest,
    known,
    signal: closing.signal,
    onDamage(file, reason) {
      relations.goRound(file);
      options.onDamage?.(file, reason);
    },
  });
  const relations = createRelations(connection, { folder, manifest, files });
  const { scanTimeoutMs } = options;

  /** A read of an index has failed, and been answered from the tables: its whole file says whether it is damaged. */
  function onFailure(file: string, error: unknown): void {
    if (closing.signal.aborted) return;
    files.check(file, { again: true }).then(
      (wrong) => wrong === undefined && options.log.warn({ event: 'index not usable', file, err: error }),
      (err: unknown) => closing.signal.aborted || options.log.warn({ event: 'index not usable', file, err }),
    );
  }

  async function close(): Promise<void> {
    closing.abort(new Error('the build is closed'));
    await paths?.close();
    await pool?.close();
    indexes?.close();
    await relations.settle();
    await files.settle();
    await database.close();
  }

  try {
    const { lookup, log, onBroken } = options;
    indexes = await openIndexes(connection, {
      folder,
      records: manifest.lookups,
      relations,
      files,
      lookup,
      log,
      onFailure,
    });
    const onMemoryShort = (err: unknown): void => log.warn({ event: 'memory short', err });
    pool = await createConnectionPool(instance, { guard: guardQueries(relations), onBroken, onMemoryShort });
    const usesIndex = lookup === 'index';
    paths = createCreditPaths({ folder, manifest, files, pool, usesIndex, timeoutMs: scanTimeoutMs, onFailure });
    const inMemory = await readKnown(pool, { indexes, relations });
    return {
      manifest,
      pool,
      files,
      warnings: indexes.warnings,
      paths,
      scanTimeoutMs,
      ...inMemory,
      ...documentReaders(
        { manifest, tables: { pool, files: tableFilesOf(folder, manifest) }, indexes, onFailure },
        options,
      ),
      ...searchIndexes({ manifest, pool, indexes }, options),
      featureCounts: createFeatureCounts(pool),
      textCounts: createTextCounts(pool),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is kept in memory of titles: from its file, or else by queries. */
async function readKnown(
  pool: ConnectionPool,
  { indexes: { ratedTitles }, relations }: { indexes: OpenIndexes; relations: Relations },
): Promise<{ ratings: Ratings; titleNames: TitleNames }> {
  if (ratedTitles !== undefined) {
    const ratings = ratingsOf(ratedTitles);
    return { ratings, titleNames: titleNamesOf(ratedTitles, ratings) };
  }
  const ratings = await readRatings(pool);
  const titleNames = relations.hasIndex('title_list') ? await readTitleNames(pool, ratings) : NO_TITLE_NAMES;
  return { ratings, titleNames };
}

function searchIndexes(
  { manifest, pool, indexes }: { manifest: Manifest; pool: ConnectionPool; indexes: OpenIndexes },
  { caches, scanTimeoutMs: timeoutMs }: ReaderOptions,
): Pick<BuildReaders, 'queries' | 'anyQueries'> {
  const kept = [foldQuery('').text];
  const queries = createSearchIndex(pool, { cache: caches.search, timeoutMs, kept, ...indexes.search });
  const isIn = (name: TableName): boolean => manifest.tables.some((table) => table.name === name);
  const anyQueries = ANY_SCOPE.from.every(isIn)
    ? searchIndexOf(queries, { pool, timeoutMs, scope: ANY_SCOPE, ...indexes.anySearch })
    : undefined;
  return { queries, anyQueries };
}

function documentReaders(
  {
    manifest,
    tables,
    indexes,
    onFailure,
  }: { manifest: Manifest; tables: Tables; indexes: OpenIndexes; onFailure: (file: string, error: unknown) => void },
  { caches, onBatch }: ReaderOptions,
) {
  const reader = <T extends object>(
    name: AnyDocumentKindName,
    cache: CacheOptions,
    decoders: Pick<TableReaderOptions<T>, 'decode' | 'decodeNumbers'>,
  ): DocumentReader<T> => {
    const options = { lookup: documentKindOf(name), ...decoders, cache, onBatch };
    const file = indexes.documents.get(name);
    const fromTable = createTableReader({ ...options, tables });
    return file === undefined
      ? fromTable
      : createFileReader({
          ...options,
          file,
          instead: fromTable,
          onDamage: (error) => onFailure(documentsFile(name), error),
        });
  };
  const { titles, people } = caches;
  const tmdb = hasTmdb(manifest) ? createTmdbReaders(reader, caches) : undefined;
  const tmdbSimilarity = new TmdbSimilarity(comparesTmdb(manifest));
  const similar = (name: 'similar_titles' | 'tmdb_similar_titles'): DocumentReader<SimilarTitles> =>
    reader(name, titles, { decode: decodeSimilarTitles, decodeNumbers: numberedSimilarTitles });
  const [similarOfImdb, similarWithTmdb] = [similar('similar_titles'), similar('tmdb_similar_titles')];
  const ofImdb = {
    titles: reader('title', titles, { decode: decodeTitle }),
    people: reader('person', people, { decode: decodePerson }),
  };
  return {
    titles: tmdb === undefined ? ofImdb.titles : withOnlyTmdbTitles(ofImdb.titles, tmdb.titles),
    people: tmdb === undefined ? ofImdb.people : withOnlyTmdbPeople(ofImdb.people, tmdb.people),
    titleCredits: reader('title_credits', titles, { decode: decodeTitleCredits }),
    personCredits: reader('person_credits', people, { decode: decodePersonCredits, decodeNumbers: numberedCredits }),
    crew: reader('title_crew', titles, { decode: decodeCrew }),
    akas: reader('title_akas', titles, { decode: decodeAkas }),
    episodes: reader('series_episodes', titles, { decode: decodeEpisodes }),
    tmdbSimilarity,
    similarTitles: {
      many: (keys: readonly number[], wait?: Wait) =>
        tmdbSimilarity.orElse(
          () => similarWithTmdb.many(keys, wait),
          () => similarOfImdb.many(keys, wait),
        ),
    },
    tmdb,
  };
}

function documentKindOf(name: AnyDocumentKindName): DocumentKind {
  const lookup = ALL_DOCUMENT_KINDS.find((candidate) => candidate.name === name);
  if (lookup === undefined) throw new Error(`no lookup ${name}`);
  return lookup;
}
