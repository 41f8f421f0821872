import { FIRST_OF_TMDB } from '../tables/tmdb-search-tables.ts';
import type { TableName } from '../tables/table-names.ts';

/** What an index of search is over: each is what stands behind FROM, with the columns of the table of the same name. */
export interface SearchScope {
  /** As `search_texts`. */
  texts: string;
  /** As `search_entities`. */
  entities: string;
  /** As `search_words`. */
  words: string;
  /** The tables of these. */
  from: readonly TableName[];
}

/** Titles and people of IMDb's files. */
export const IMDB_SCOPE: SearchScope = {
  texts: 'search_texts',
  entities: 'search_entities',
  words: 'search_words',
  from: ['search_texts', 'search_words', 'search_entities'],
};

/**
 * The same, what TMDB alone has, and TMDB's alternative titles. The doc ids of IMDb's titles and people are the same, and
 * those of TMDB's are behind them.
 */
export const ANY_SCOPE: SearchScope = {
  texts: `(SELECT * FROM search_texts WHERE ordering < ${FIRST_OF_TMDB} UNION ALL BY NAME SELECT * FROM tmdb_search_texts)`,
  entities: '(SELECT * FROM search_entities UNION ALL BY NAME SELECT * FROM tmdb_search_entities)',
  words: 'tmdb_search_words',
  from: [
    'search_texts',
    'search_words',
    'search_entities',
    'tmdb_search_texts',
    'tmdb_search_words',
    'tmdb_search_entities',
  ],
};

/** The files of search over both sources. */
export const TMDB_SEARCH_INDEXES = ['tmdb_search_lists', 'tmdb_search_terms'] as const;
