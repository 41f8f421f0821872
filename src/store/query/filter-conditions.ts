import sql, { join, raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { genreBits } from '../../dataset/words/genre-bits.ts';
import { allOf } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { Range, WordSet } from '../model/model.ts';

/* The conditions that filters of titles and of people are made of. Column names come from our own code alone. */

export const NOTHING: Condition = sql`false`;

/** Rows whose value lies in a range; those without a value lie in none. */
export function rangeFilter(column: string, range: Range | undefined): Condition | undefined {
  const { min, max } = range ?? {};
  if (min === undefined && max === undefined) return undefined;
  return allOf([
    min === undefined ? undefined : sql`${raw(column)} >= ${bounded(min)}`,
    max === undefined ? undefined : sql`${raw(column)} <= ${bounded(max)}`,
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
  return join(
    conditions.map((condition) => sql`(${condition})`),
    ' OR ',
  );
}

/** The rows for which a condition does not hold, those without a value too. */
export function not(condition: Condition): Condition {
  return sql`NOT coalesce(${condition}, false)`;
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
  return setFilter(genres ?? {}, (words) => sql`genreBits & ${genreBits(words)}::INTEGER <> 0`);
}

/** Rows whose joined words hold this one. */
export function joinedWord(column: string, word: string): Condition {
  return sql`contains(${raw(column)}, ${`,${word},`})`;
}

/** A SELECT of keys, which are one bound value, however many. */
export function keyList(keys: readonly number[]): Sql {
  return sql`SELECT unnest(string_split(${keys.join(',')}, ',')::INTEGER[])`;
}
