import { genreBits } from '../../dataset/words/genre-bits.ts';
import { allOf, joinSql } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { Range, WordSet } from '../model/model.ts';

/* The conditions that filters of titles and of people are made of. Column names come from our own code alone. */

export const NOTHING: Condition = { sql: 'false', values: [] };

/** Rows whose value lies in a range; those without a value lie in none. */
export function rangeFilter(column: string, range: Range | undefined): Condition | undefined {
  const { min, max } = range ?? {};
  if (min === undefined && max === undefined) return undefined;
  return allOf([
    min === undefined ? undefined : { sql: `${column} >= $1`, values: [bounded(min)] },
    max === undefined ? undefined : { sql: `${column} <= $1`, values: [bounded(max)] },
  ]);
}

/** No column has values beyond, and none could be bound that takes more than 64 bits. */
const MOST = 2 ** 31;

function bounded(value: number): number {
  return Math.max(-MOST, Math.min(value, MOST));
}

/** Joins conditions of which one must hold; none hold where there are none. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return NOTHING;
  return joinSql(
    conditions.map(({ sql, values }) => ({ sql: `(${sql})`, values })),
    ' OR ',
  );
}

/** The rows for which a condition does not hold, those without a value too. */
export function not({ sql, values }: Condition): Condition {
  return { sql: `NOT coalesce(${sql}, false)`, values };
}

/**
 * Rows by a set: some of `any`, each of `all`, none of `exclude`. `some` makes the condition for at least one of
 * several values. An empty or missing list filters nothing.
 */
export function setFilter<T>(
  { any, all, exclude }: { any?: readonly T[]; all?: readonly T[]; exclude?: readonly T[] },
  some: (values: readonly T[]) => Condition,
): Condition | undefined {
  const parts = [
    ...(isGiven(any) ? [some(any)] : []),
    ...(isGiven(all) ? all.map((value) => some([value])) : []),
    ...(isGiven(exclude) ? [not(some(exclude))] : []),
  ];
  return parts.length === 0 ? undefined : allOf(parts);
}

function isGiven<T>(list: readonly T[] | undefined): list is readonly T[] {
  return list !== undefined && list.length > 0;
}

/** By genres; the column has them as bits, see genre-bits.ts. */
export function genreFilter(genres: WordSet | undefined): Condition | undefined {
  return setFilter(genres ?? {}, (words) => ({ sql: 'genreBits & $1::INTEGER <> 0', values: [genreBits(words)] }));
}

/** Rows whose joined words hold this one. */
export function joinedWord(column: string, word: string): Condition {
  return { sql: `contains(${column}, $1)`, values: [`,${word},`] };
}

/** Keys as one bound value, however many. */
export function keyList(keys: readonly number[]): Condition {
  return { sql: `SELECT unnest(string_split($1, ',')::INTEGER[])`, values: [keys.join(',')] };
}
