import type { DuckDBValue } from '@duckdb/node-api';

import { OTHER } from '../../dataset/words/vocabulary.ts';

/** A piece of SQL with its bound values, which it names `$1`, `$2`… */
export interface Condition {
  sql: string;
  values: readonly DuckDBValue[];
  /** The table of keys that it stands for, where it is that alone. */
  keys?: string;
  /** How many keys it is a list of, where it is one. */
  listedKeys?: number;
}

/** What a condition is asked for: the first rows that pass, or something of all that do, as their number. */
export type Use = 'page' | 'all';

/** Joins pieces of SQL, each of which counts its placeholders from `$1`. */
export function joinSql(pieces: readonly Condition[], separator: string): Condition {
  let offset = 0;
  const parts = pieces.map(({ sql, values }) => {
    const start = offset;
    offset += values.length;
    return sql.replaceAll(/\$([0-9]+)/g, (_, number: string) => `$${Number(number) + start}`);
  });
  return { sql: parts.join(separator), values: pieces.flatMap(({ values }) => [...values]) };
}

/** Rows that pass every condition. */
export function allOf(conditions: readonly (Condition | undefined)[]): Condition {
  const present = conditions.filter((condition) => condition !== undefined);
  const [first] = present;
  if (first === undefined) return { sql: 'true', values: [] };
  const inParentheses = present.map(({ sql, values }) => ({ sql: `(${sql})`, values }));
  return present.length === 1 ? { ...first, sql: `(${first.sql})` } : joinSql(inParentheses, ' AND ');
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
  const values = [...named, ...(words.includes(OTHER) ? known : [])];
  const places = values.map((_, index) => `$${index + 1}`);
  const cases = [
    named.length > 0 ? `${column} IN (${places.slice(0, named.length).join(', ')})` : undefined,
    words.includes(OTHER) ? `${column} NOT IN (${places.slice(named.length).join(', ')})` : undefined,
  ].filter((part) => part !== undefined);
  const sql = cases.join(' OR ');
  return { sql: exclude ? `NOT (${sql})` : sql, values };
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
