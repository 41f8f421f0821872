export type TableName = CanonicalTableName | ServingTableName;

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
