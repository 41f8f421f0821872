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

export function createSearchIndex(
  pool: ConnectionPool,
  {
    scope,
    postings,
    terms: file,
    ...options
  }: QueriesOptions & { scope: SearchScope; postings?: Postings | undefined; terms?: Terms | undefined },
): SearchIndex {
  const { timeoutMs } = options;
  const queries = createQueries(pool, options);
  let known: Promise<TermList> | undefined;

  function fromTables(): Promise<TermList> {
    return (known ??= readTerms(({ text }) => pool.rows(text, [], { timeoutMs }), scope).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
  }

  return {
    ...queries,
    ...createMaterialisedFilters(pool, timeoutMs),
    ...createDeadline(timeoutMs),
    scope,
    postings,
    async terms(by = queries) {
      if (file !== undefined) return fileTerms(file, tableTerms(by, { scope, list: file }));
      const list = await fromTables();
      return { ...list, ...tableTerms(by, { scope, list }) };
    },
  };
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
