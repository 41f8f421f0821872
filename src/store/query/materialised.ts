import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { allOf } from './conditions.ts';
import type { Condition, Use } from './conditions.ts';
import type { FoundTable, MaterialisedFilters } from './materialised-filters.ts';

/** Which conditions to look for once. */
export interface SlowParts<Part> {
  table: Sql;
  /** Of the table. */
  key: string;
  /** Parts that are slow, over all rows. */
  slow: readonly Part[];
  /** Whether one of them is found as a whole, and not row by row, which ends with the last row of a page. */
  isMaterialised: boolean;
  /** Parts that a facet is of, and may leave out. */
  faceted: ReadonlySet<Part>;
}

/** Above that, the rows of a page are found sooner than all. */
const FEW = 100_000;

/** So many listed keys are found sooner than a table of what they leave is made; one query for a page, several else. */
const FEW_KEYS: Record<Use, number> = { page: 10_000, all: 1000 };

/**
 * The page, the count and each facet would look for the same rows. Where some of the conditions are slow, what they
 * leave is found once, by all that no facet leaves out, and the others go on with its keys.
 */
export async function materialised<Part>(
  filters: MaterialisedFilters,
  { conditions, use, parts }: { conditions: ReadonlyMap<Part, Condition>; use: Use; parts: SlowParts<Part> },
): Promise<ReadonlyMap<Part, Condition>> {
  const { table, key, slow, isMaterialised, faceted } = parts;
  const first = slow.find(
    (part) => conditions.has(part) && (conditions.get(part)?.listedKeys ?? Infinity) > FEW_KEYS[use],
  );
  if (first === undefined) return conditions;
  const once = [...conditions].filter(([part]) => !faceted.has(part)).map(([, condition]) => condition);
  const all = sql`SELECT ${raw(key)} FROM ${table} WHERE ${allOf(once)}`;
  const few = isMaterialised ? null : await filters.found(sql`${all} LIMIT ${raw(String(FEW + 1))}`);
  const isMore = few === null || few.rows > FEW;
  if (isMore && !isMaterialised && use === 'page') return conditions;
  const found = isMore ? await foundKeys(filters, { key, select: all }) : isAmong(key, few);
  if (found === null) return conditions;
  return new Map([...[...conditions].filter(([part]) => faceted.has(part)), [first, found]]);
}

/** The condition that a row has one of the keys that a slow SELECT finds; null where there is no room for them. */
export async function foundKeys(
  filters: MaterialisedFilters,
  { key, select }: { key: string; select: Sql },
): Promise<Condition | null> {
  const found = await filters.found(select);
  return found === null ? null : isAmong(key, found);
}

function isAmong(key: string, { name }: FoundTable): Condition {
  return Object.assign(sql`${raw(key)} IN (SELECT ${raw(key)} FROM ${raw(name)})`, { keys: name });
}
