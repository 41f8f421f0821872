export type TableName = CanonicalTableName | ServingTableName | TmdbTableName;

/** A table for each source, with IMDb's columns typed, for sorted tables, exports and other tools. */
export type CanonicalTableName = 'titles' | 'akas' | 'crew' | 'episodes' | 'principals' | 'ratings' | 'names';

/** A table that is joined and sorted during the build, so that lookups need no joins. */
export type ServingTableName =
  | 'title_cards'
  | 'person_cards'
  | 'credits_by_person'
  | 'episodes_by_series'
  | 'ratings_before'
  | 'changes'
  | SearchTableName
  | SimilarTableName;

/** A table of search: see `search-tables.ts`. */
export type SearchTableName = 'search_entities' | 'search_texts' | 'search_words';

/** A table of similar titles: see `similar-tables.ts`. */
export type SimilarTableName = 'feature_counts' | 'similar_titles';

/** A table of TMDB's data, beside IMDb's: none of IMDb's is made from it. */
export type TmdbTableName = TmdbSourceTableName | TmdbMadeTableName | TmdbSearchTableName;

/** A table of what TMDB's data adds to a search: see `tmdb-search-tables.ts`. */
export type TmdbSearchTableName = 'tmdb_search_entities' | 'tmdb_search_texts' | 'tmdb_search_words';

/** A table of one file of the snapshot: see `tmdb-columns.ts`. */
export type TmdbSourceTableName =
  | 'tmdb_titles'
  | 'tmdb_people'
  | 'tmdb_credits'
  | 'tmdb_recommendations'
  | 'tmdb_alternative_titles'
  | 'tmdb_collections'
  | 'tmdb_episodes'
  | 'tmdb_gone';

/**
 * A table of which ids of IMDb's and TMDB's are the same, of which TMDB alone has, or of which of TMDB's are gone: see
 * `tmdb-tables.ts`.
 */
export type TmdbMadeTableName =
  | 'tmdb_title_links'
  | 'tmdb_person_links'
  | 'tmdb_episode_links'
  | 'tmdb_only_titles'
  | 'tmdb_only_people'
  | 'tmdb_gone_titles'
  | 'tmdb_gone_people';
