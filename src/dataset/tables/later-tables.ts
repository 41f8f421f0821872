import { SEARCH_TABLES } from './search-tables.ts';
import type { TableName } from './tables.ts';

/**
 * Tables that builds of older formats may lack, as SELECTs over the tables before them: what they are made of, or read
 * as where a build has no file of theirs.
 */
export const LATER_TABLES = {
  // Of what was before nothing is known: where a build before this one had ratings, its file is taken.
  ratings_before: 'SELECT tconst, averageRating, numVotes FROM ratings WHERE false',

  ...SEARCH_TABLES,
} satisfies Partial<Record<TableName, string>>;
