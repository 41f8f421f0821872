import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { OTHER } from '../../dataset/words/vocabulary.ts';

/** SQL that is true for the rows wanted. */
export interface Condition extends Sql {
  /** The table of keys that it stands for, where it is that alone. */
  keys?: string;
  /** How many keys it is a list of, where it is one. */
  listedKeys?: number;
}

/** What a condition is asked for: the first rows that pass, or something of all that do, as their number. */
export type Use = 'page' | 'all';

/** Rows that pass every condition. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition {
  const present = conditions.filter((condition) => condition !== undefined);
  const [only, ...others] = present;
  if (only === undefined) return sql`true`;
  const { keys, listedKeys } = only;
  if (others.length === 0) return Object.assign(sql`(${only})`, { keys, listedKeys });
  return join(
    present.map((condition) => sql`(${condition})`),
    ' AND ',
  );
}

/** All of the conditions, or all but one part's own. */
export function conditionOf<Part>(conditions: ReadonlyMap<Part, Condition>, without?: Part): Condition {
  return allOf([...conditions].filter(([part]) => part !== without).map(([, condition]) => condition));
}

/**
 * Rows whose word is one of `words`, or none of them with `exclude`. `OTHER` stands for every word that is not
 * known. An empty or missing list filters nothing.
 */
export function wordFilter(
  column: string,
  {
    words = [],
    known,
    exclude = false,
  }: { words?: readonly string[] | undefined; known: readonly string[]; exclude?: boolean },
): Condition | undefined {
  if (words.length === 0) return undefined;
  const named = words.filter((word) => word !== OTHER);
  const cases = [
    named.length > 0 ? sql`${raw(column)} IN (${join(named)})` : undefined,
    words.includes(OTHER) ? sql`${raw(column)} NOT IN (${join(known)})` : undefined,
  ].filter((one) => one !== undefined);
  const condition = join(cases, ' OR ');
  return exclude ? sql`NOT (${condition})` : condition;
}

/** The same test for a word in memory; undefined where nothing is filtered. */
export function wordTest(
  words: readonly string[] | undefined,
  known: readonly string[],
): ((word: string) => boolean) | undefined {
  if (words === undefined || words.length === 0) return undefined;
  const others = words.includes(OTHER);
  return (word) => words.includes(word) || (others && !known.includes(word));
}
