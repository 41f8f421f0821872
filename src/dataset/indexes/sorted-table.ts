import type { TableName } from '../tables/table-names.ts';
import type { AnyDocumentKindName } from './document-kinds.ts';

/**
 * A list that filters, counts and facets read from end to end. Like a lookup it is a view over Parquet tables; its
 * index, `lookup/<name>.duckdb`, is that view sorted and made into a table: DuckDB reads its own columns several times
 * faster than those of Parquet. The same query reads the one or the other, so that every query names the order it wants.
 */
export interface SortedTable {
  name: SortedTableName;
  /** The Parquet tables it is a view of. */
  from: readonly TableName[];
  /** The view: a SELECT over those tables by name. It must be able to read those of every format that is served. */
  view: string;
  /** The order of the index's rows: what is asked for most lies together, and the rest is not read. */
  sortedBy: readonly string[];
  /**
   * For a view that groups: a table and its key, the first column of both orders. The index is made range by range of
   * it, so that what is grouped at a time stays small.
   */
  inRangesOf?: { table: TableName; key: 'nconst' };
}

export type SortedTableName =
  'title_list' | 'person_list' | 'aka_regions' | 'aka_languages' | 'credit_categories' | 'careers' | 'series_sizes';

/** The posting lists of search: of IMDb's data, and of it and TMDB's. */
export type SearchListsName = 'search_lists' | 'tmdb_search_lists';

/** The term dictionaries of the same. */
export type SearchTermsName = 'search_terms' | 'tmdb_search_terms';

/** All that has an index beside the Parquet tables. */
export type IndexName =
  AnyDocumentKindName | SortedTableName | SearchListsName | SearchTermsName | 'rated_titles' | 'credit_graph';
