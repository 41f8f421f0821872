import { isOnlyTmdb, ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import type { Fields, Item } from '../../dataset/indexes/field-kinds.ts';
import { PERSON } from '../../dataset/indexes/document-fields.ts';
import type { PERSON_SUMMARY } from '../../dataset/indexes/document-fields.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { OrderBy, Person, PersonSummary, PersonFilter, PersonOrderField } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { peopleOf, personConditions } from '../filters/person-filter.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm } from '../lists/sql-list.ts';
import { conditionOf } from '../query/conditions.ts';

const ORDER_COLUMNS: Record<PersonOrderField, Pick<ColumnTerm, 'column' | 'type'>> = {
  CREDITS: { column: 'credits', type: 'number' },
  NAME: { column: 'primaryName', type: 'text' },
  BIRTH_YEAR: { column: 'birthYear', type: 'number' },
  DEATH_YEAR: { column: 'deathYear', type: 'number' },
};

/** Makes cards of people of items that have the fields of one. */
export function personSummaryReader(fields: Fields<typeof PERSON_SUMMARY>): (id: number, item: Item) => PersonSummary {
  return (id, item) => ({
    id,
    primaryName: fields.primaryName.of(item),
    birthYear: fields.birthYear.of(item),
    deathYear: fields.deathYear.of(item),
  });
}

export function decodePerson(id: number, text: string): Person {
  const item = itemIn(text);
  return {
    id,
    primaryName: PERSON.primaryName.of(item),
    birthYear: PERSON.birthYear.of(item),
    deathYear: PERSON.deathYear.of(item),
    primaryProfessions: PERSON.primaryProfessions.of(item),
    knownFor: PERSON.knownFor.of(item),
  };
}

/** Behind IMDb's people, those whom TMDB alone has are in the order of its popularity: IMDb counts no credits of theirs. */
const TMDB_POPULARITY: ColumnTerm = {
  name: 'POPULARITY',
  column: `CASE WHEN nconst < ${ONLY_TMDB_FROM} THEN 1e300 ELSE coalesce(popularity, 0) END`,
  direction: 'DESC',
  type: 'number',
};

/** All people that pass a filter. Ties are in the order of their ids; those of TMDB's in that of its popularity. */
export function listPeople(
  { queries, people }: { queries: SearchIndex; people: DocumentReader<Person> },
  { filter, orderBy }: { filter: PersonFilter; orderBy: readonly OrderBy<PersonOrderField>[] },
): Pageable<Person> {
  const { source } = filter;
  return sqlList({
    name: source === undefined ? 'people' : `people.${source}`,
    queries,
    relation: peopleOf(filter),
    where: async (use) => conditionOf(await personConditions(queries, await withOwnIds(people, filter), { use })),
    terms: [
      ...orderBy.map(({ field, direction }): ColumnTerm => ({ name: field, direction, ...ORDER_COLUMNS[field] })),
      ...(source === undefined ? [] : [TMDB_POPULARITY]),
      { name: 'ID', column: 'nconst', direction: 'ASC', type: 'number' },
    ],
    items: (keys) => people.many(keys.map((key) => Number(key.at(-1)))),
  });
}

/** The filter with the ids that people have in the list: somebody whom both have may be asked for by either of two. */
export async function withOwnIds(people: DocumentReader<Person>, filter: PersonFilter): Promise<PersonFilter> {
  const { ids } = filter;
  if (ids?.some(isOnlyTmdb) !== true) return filter;
  return { ...filter, ids: (await people.many(ids)).flatMap((person) => person?.id ?? []) };
}
