import { NO_CHANGES } from './changes.ts';
import { SEARCH_TABLES } from './search-tables.ts';
import { SIMILAR_TABLES } from './similar-tables.ts';
import type { TableName } from './table-names.ts';
import { NO_TMDB_ROWS } from './tmdb-tables.ts';

/**
 * Tables that builds of older formats may lack, as SELECTs over the tables before them: the build step makes them by
 * these, and a build without their files reads these as views.
 */
export const NEWER_TABLES = {
  // Empty: earlier ratings are unknown, unless an earlier build has them, whose file is then reused.
  ratings_before: 'SELECT tconst, averageRating, numVotes FROM ratings WHERE false',

  // Empty: nothing is known of earlier builds.
  changes: NO_CHANGES,

  ...SEARCH_TABLES,
  ...SIMILAR_TABLES,

  // Empty: the build was made without TMDB's data.
  ...NO_TMDB_ROWS,
} satisfies Partial<Record<TableName, string>>;

/** Columns that files of builds before a format lack, with what their rows have for them. */
export const NEWER_COLUMNS: Partial<Record<TableName, { format: number; select: string }>> = {
  search_texts: { format: 11, select: '0 AS reading' },
};
