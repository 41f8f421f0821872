import sql from 'sql-template-tag';

import { itemIn } from '../documents/json-value.ts';
import type { Item } from '../documents/json-value.ts';
import type { LookupReader } from '../documents/lookup-reader.ts';
import type { OrderBy, Person, PersonCard, PersonFilter, PersonOrderField } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { personConditions } from '../filters/person-filter.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import { conditionOf } from '../query/conditions.ts';
import { splitList } from '../titles/titles.ts';

const ORDER_COLUMNS: Record<PersonOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  CREDITS: { column: 'credits', type: 'number' },
  NAME: { column: 'primaryName', type: 'text' },
  BIRTH_YEAR: { column: 'birthYear', type: 'number' },
  DEATH_YEAR: { column: 'deathYear', type: 'number' },
};

/** Three values: name, birth year, death year, as every document that holds a person's card has them. */
export function decodePersonCard(id: number, [primaryName, birthYear, deathYear]: Item): PersonCard {
  return {
    id,
    primaryName: (primaryName ?? null) as string | null,
    birthYear: (birthYear ?? null) as number | null,
    deathYear: (deathYear ?? null) as number | null,
  };
}

export function decodePerson(id: number, text: string): Person {
  const item = itemIn(text);
  return {
    ...decodePersonCard(id, item),
    primaryProfessions: splitList(item[3] as string | null | undefined),
    knownFor: splitList(item[4] as string | null | undefined).map(Number),
  };
}

/** All people that pass a filter. Ties are in the order of their ids. */
export function listPeople(
  { scan, people }: { scan: SearchIndex; people: LookupReader<Person> },
  { filter, orderBy }: { filter: PersonFilter; orderBy: readonly OrderBy<PersonOrderField>[] },
): Pageable<Person> {
  return sqlList({
    name: 'people',
    scan,
    relation: sql`person_list`,
    where: async (use) => conditionOf(await personConditions(scan, filter, { use })),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      { name: 'ID', column: 'nconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => people.many(keys.map((key) => Number(key.at(-1)))),
  });
}
