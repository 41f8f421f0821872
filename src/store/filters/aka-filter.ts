import sql, { join, raw } from 'sql-template-tag';

import type { Condition } from '../query/conditions.ts';
import { setFilter } from '../query/filter-conditions.ts';
import { foundKeys } from '../query/materialised.ts';
import { knownSet, LANGUAGES, REGIONS } from '../query/known-codes.ts';
import type { Codes } from '../query/known-codes.ts';
import type { WordSet } from '../model/model.ts';
import type { MaterialisedFilters } from '../query/materialised-filters.ts';
import type { Queries } from '../query/queries.ts';

/** Where a title has other titles. */
interface AkaCodes {
  codes: Codes;
  table: string;
}

/** Codes, and where the filter has them. */
interface SetAt {
  set: WordSet | undefined;
  at: string;
}

const AKA_REGIONS: AkaCodes = { codes: REGIONS, table: 'aka_regions' };
const AKA_LANGUAGES: AkaCodes = { codes: LANGUAGES, table: 'aka_languages' };

/** Titles of languages. @throws as `knownSet`. */
export function akaLanguageFilter(queries: Queries, wanted: SetAt): Promise<Condition | undefined> {
  return knownAs(queries, { ...wanted, ...AKA_LANGUAGES });
}

/**
 * Titles of markets are found once: it takes a second, and the list, its count and all facets but one are of them.
 * What is only left out is less than what is left. Of few titles each is tested.
 */
export async function akaRegionFilter(
  queries: Queries & MaterialisedFilters,
  { isOfFew, ...wanted }: SetAt & { isOfFew: boolean },
): Promise<Condition | undefined> {
  const condition = await knownAs(queries, { ...wanted, ...AKA_REGIONS });
  const { set } = wanted;
  if (condition === undefined || isOfFew || (set?.any === undefined && set?.all === undefined)) return condition;
  const select = sql`SELECT tconst FROM title_list WHERE ${condition}`;
  return (await foundKeys(queries, { key: 'tconst', select })) ?? condition;
}

async function knownAs(queries: Queries, { set, at, codes, table }: SetAt & AkaCodes): Promise<Condition | undefined> {
  if (set === undefined) return undefined;
  const known = await knownSet(queries, { codes, set, at });
  return setFilter(
    known,
    (words) => sql`tconst IN (SELECT tconst FROM ${raw(table)} WHERE ${raw(codes.what)} IN (${join(words)}))`,
  );
}
