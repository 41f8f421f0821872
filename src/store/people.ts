import type { JsonValue } from './json-value.ts';
import type { LookupReader } from './lookup-reader.ts';
import type { OrderBy, Person, PersonCard, PersonFilter, PersonOrderField } from './model.ts';
import type { Pageable } from './page.ts';
import type { ScanReader } from './scan-reader.ts';
import { personConditions } from './person-filter.ts';
import { sqlList } from './sql-list.ts';
import type { ColumnTerm } from './sql-list.ts';
import { conditionOf } from './title-filter.ts';
import { splitList } from './titles.ts';

const ORDER_COLUMNS: Record<PersonOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  CREDITS: { column: 'credits', type: 'number' },
  NAME: { column: 'primaryName', type: 'text' },
  BIRTH_YEAR: { column: 'birthYear', type: 'number' },
  DEATH_YEAR: { column: 'deathYear', type: 'number' },
};

/** Three values: name, birth year, death year, as every document that holds a person's card has them. */
export function decodePersonCard(id: number, [primaryName, birthYear, deathYear]: readonly JsonValue[]): PersonCard {
  return {
    id,
    primaryName: primaryName as string | null,
    birthYear: birthYear as number | null,
    deathYear: deathYear as number | null,
  };
}

export function decodePerson(id: number, [item = []]: readonly JsonValue[][]): Person {
  return {
    ...decodePersonCard(id, item),
    primaryProfessions: splitList(item[3] as string | null),
    knownFor: splitList(item[4] as string | null).map(Number),
  };
}

/** All people that pass a filter. Ties are in the order of their ids. */
export function listPeople(
  { scan, people }: { scan: ScanReader; people: LookupReader<Person> },
  { filter, orderBy }: { filter: PersonFilter; orderBy: readonly OrderBy<PersonOrderField>[] },
): Pageable<Person> {
  return sqlList({
    name: 'people',
    scan,
    relation: { sql: 'person_list', values: [] },
    where: async () => conditionOf(await personConditions(scan, filter)),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      { name: 'ID', column: 'nconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => people.many(keys.map((key) => Number(key.at(-1)))),
  });
}
