import { IMDB_SCOPE } from '../../../dataset/indexes/search-scope.ts';
import type { SearchScope } from '../../../dataset/indexes/search-scope.ts';
import type { ConnectionPool } from '../../../duckdb/connection-pool.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import type { Wait } from '../../../process/wait.ts';
import { createDeadline } from '../../query/deadline.ts';
import type { Deadline } from '../../query/deadline.ts';
import { createMaterialisedFilters } from '../../query/materialised-filters.ts';
import type { MaterialisedFilters } from '../../query/materialised-filters.ts';
import { createQueries } from '../../query/queries.ts';
import type { Queries, QueriesOptions } from '../../query/queries.ts';
import { orAbort } from '../../query/shared-work.ts';
import type { FurtherSource } from '../../model/model.ts';
import type { Terms } from '../../../formats/terms/terms.ts';
import type { TermList } from '../../../formats/terms/term-list.ts';
import { readTerms, tableTerms } from './table-terms.ts';
import { fileTerms } from './term-dictionary.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** What searches and filters by words read of one build. */
export interface SearchIndex extends Queries, MaterialisedFilters, Deadline {
  /** What can be found by it. */
  scope: SearchScope;
  /** The term dictionary, which asks by some queries where the tables are read for it; then the first waits for all of it. */
  terms(by?: Queries): Promise<TermDictionary>;
  /** The posting lists; undefined where the build has none that can be read. */
  postings: Postings | undefined;
}

/** The files of a search, where they can be read. */
export interface SearchFiles {
  postings?: Postings | undefined;
  terms?: Terms | undefined;
}

/** The search of IMDb's data. */
export function createSearchIndex(
  pool: ConnectionPool,
  { postings, terms, ...options }: QueriesOptions & SearchFiles,
): SearchIndex {
  const { timeoutMs } = options;
  const shared = {
    ...createQueries(pool, options),
    ...createMaterialisedFilters(pool, timeoutMs),
    ...createDeadline(timeoutMs),
  };
  return searchIndexOf(shared, { pool, timeoutMs, scope: IMDB_SCOPE, postings, terms });
}

/** The search of another scope in the same build, which shares the answers and filters that are kept. */
export function searchIndexOf(
  shared: Queries & MaterialisedFilters & Deadline,
  {
    pool,
    timeoutMs,
    scope,
    postings,
    terms: file,
  }: { pool: ConnectionPool; timeoutMs: number; scope: SearchScope } & SearchFiles,
): SearchIndex {
  let known: Promise<TermList> | undefined;

  function fromTables(): Promise<TermList> {
    return (known ??= readTerms(({ text }) => pool.rows(text, [], { timeoutMs }), scope).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
  }

  return {
    rows: (...asked) => shared.rows(...asked),
    found: (...asked) => shared.found(...asked),
    goOn: (began) => shared.goOn(began),
    scope,
    postings,
    async terms(by = shared) {
      if (file !== undefined) return fileTerms(file, tableTerms(by, { scope, list: file }));
      const list = await fromTables();
      return { ...list, ...tableTerms(by, { scope, list }) };
    },
  };
}

/** The search that knows the titles and people of a source: IMDb's alone where the build has none of TMDB's. */
export function queriesOf(
  { queries, anyQueries }: { queries: SearchIndex; anyQueries: SearchIndex | undefined },
  source: FurtherSource | undefined,
): SearchIndex {
  return source === undefined ? queries : (anyQueries ?? queries);
}

/** The index as one request reads it: it asks no more, and waits no longer, once the signal of whoever waits aborts. */
export function indexUntil(index: SearchIndex, wait: Wait | undefined): SearchIndex {
  if (wait === undefined) return index;
  const queries: Queries = { rows: (query) => index.rows(query, wait.signal) };
  return {
    ...queries,
    found: (select) => index.found(select, wait.signal),
    terms: () => orAbort(index.terms(queries), wait.signal),
    scope: index.scope,
    postings: index.postings,
    async goOn(began) {
      if (isTurnOver()) await nextTurn(wait);
      wait.signal.throwIfAborted();
      await index.goOn(began);
    },
  };
}
