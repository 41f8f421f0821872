import { SEARCH_TABLES } from './search-tables.ts';
import type { TableName } from './table-names.ts';

/**
 * Tables that builds of older formats may lack, as SELECTs over the tables before them: the build step makes them by
 * these, and a build without their files reads these as views.
 */
export const NEWER_TABLES = {
  // Empty: earlier ratings are unknown, unless an earlier build has them, whose file is then reused.
  ratings_before: 'SELECT tconst, averageRating, numVotes FROM ratings WHERE false',

  ...SEARCH_TABLES,
} satisfies Partial<Record<TableName, string>>;
