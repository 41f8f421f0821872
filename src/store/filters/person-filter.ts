import sql, { join } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import type { Condition, Use } from '../query/conditions.ts';
import { anyOf, joinedWord, NOTHING, rangeFilter, setFilter } from '../query/filter-conditions.ts';
import { materialised } from '../query/materialised.ts';
import { knownSet, PROFESSIONS } from '../query/known-codes.ts';
import type { FurtherSource, PersonFilter } from '../model/model.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { textFilter } from './text-filter.ts';
import { NAME } from './word-filter.ts';

/** The condition over `person_list` that each part of a filter stands for. */
export type PersonConditions = ReadonlyMap<keyof PersonFilter, Condition>;

const PEOPLE: Sql = sql`person_list`;

/** Who else there is to list. Columns that TMDB's people lack are null, and so is `popularity` of IMDb's. */
const FURTHER_PEOPLE: Record<FurtherSource, Sql> = {
  TMDB: sql`(SELECT * FROM person_list WHERE false UNION ALL BY NAME SELECT * FROM tmdb_only_people)`,
  ANY: sql`(SELECT * FROM person_list UNION ALL BY NAME SELECT * FROM tmdb_only_people)`,
};

/** The relation of the people of a filter's source. */
export function peopleOf({ source }: Pick<PersonFilter, 'source'>): Sql {
  return source === undefined ? PEOPLE : FURTHER_PEOPLE[source];
}

const CREDIT_COUNTS = { EXCLUDE: 'plainCredits', INCLUDE: 'credits', ONLY: '(credits - plainCredits)' } as const;

/** @throws ClientError `BAD_USER_INPUT` for what only the data can tell to be wrong. */
export async function personConditions(
  queries: SearchIndex,
  filter: PersonFilter,
  { use = 'all' }: { use?: Use } = {},
): Promise<PersonConditions> {
  const { ids, name, professions, credits } = filter;
  const known =
    professions && (await knownSet(queries, { codes: PROFESSIONS, set: professions, at: 'filter.professions' }));
  const parts: [keyof PersonFilter, Condition | undefined][] = [
    ['ids', ids && byIds(ids)],
    ['birthYear', rangeFilter('birthYear', filter.birthYear)],
    ['deathYear', rangeFilter('deathYear', filter.deathYear)],
    ['credits', credits && rangeFilter(CREDIT_COUNTS[credits.adult], credits)],
    ['professions', known && setFilter(known, (words) => anyOf(words.map((word) => joinedWord('professions', word))))],
    ['name', name && (await textFilter(queries, { of: NAME, text: name, at: 'filter.name' }))],
  ];
  const conditions = new Map(parts.filter((part): part is [keyof PersonFilter, Condition] => part[1] !== undefined));
  const isMaterialised = name?.words !== undefined;
  return materialised(queries, {
    conditions,
    use,
    parts: { table: peopleOf(filter), key: 'nconst', slow: ['name'], isMaterialised, faceted: FACETED },
  });
}

/** Parts that a facet is of, and may leave out. */
const FACETED: ReadonlySet<keyof PersonFilter> = new Set(['professions', 'birthYear', 'deathYear']);

/** An empty list is of nobody. */
function byIds(ids: readonly number[]): Condition {
  if (ids.length === 0) return NOTHING;
  return sql`nconst IN (${join(ids)})`;
}
