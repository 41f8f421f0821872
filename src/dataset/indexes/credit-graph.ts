import { CREDIT_CATEGORIES, OTHER } from '../words/vocabulary.ts';
import type { TableName } from '../tables/table-names.ts';

/** The tables that `credit_graph` is made of: the same credits, sorted by title and by person. */
export const CREDIT_GRAPH_INPUTS: readonly TableName[] = ['principals', 'credits_by_person'];

/** Categories by their numbers; the last one stands for all words that are newer than the vocabulary. */
export const EDGE_CATEGORIES: readonly string[] = [...Object.values(CREDIT_CATEGORIES), OTHER];

/** A bit for each category. */
export const ALL_EDGE_CATEGORIES = 2 ** EDGE_CATEGORIES.length - 1;

/** The number of the category of a credit. */
export const EDGE_CATEGORY_SQL = `(CASE category ${Object.values(CREDIT_CATEGORIES)
  .map((word, number) => `WHEN '${word}' THEN ${number}`)
  .join(' ')} ELSE ${EDGE_CATEGORIES.length - 1} END)::INTEGER`;
