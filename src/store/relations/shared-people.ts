import type { TitleCredits } from '../credits/credits.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import type { Crew, Person } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { peopleOf } from './title-likeness.ts';

/** Somebody who has credits on two titles. */
export interface SharedPerson {
  person: Person;
  categoriesInA: readonly string[];
  categoriesInB: readonly string[];
}

export interface SharedPeopleSources {
  titleCredits: (titleId: number) => Promise<TitleCredits | null>;
  crew: (titleId: number) => Promise<Crew | null>;
  people: (personId: number) => Promise<Person | null>;
}

/** People with credits on both titles, in the billing of the first; those who are not in the data are left out. */
export async function sharedPeople(
  sources: SharedPeopleSources,
  a: number,
  b: number,
): Promise<Pageable<SharedPerson>> {
  const [inA, inB] = await Promise.all([categoriesOf(sources, a), categoriesOf(sources, b)]);
  const shared = [...inA.keys()].filter((personId) => inB.has(personId));
  const found = await Promise.all(
    shared.map(async (personId) => {
      const person = await sources.people(personId);
      const [categoriesInA, categoriesInB] = [[...(inA.get(personId) ?? [])], [...(inB.get(personId) ?? [])]];
      return person === null ? [] : [{ person, categoriesInA, categoriesInB }];
    }),
  );
  const items = found.flat().map((item, place) => ({ item, place }));
  const list = materialisedList({
    name: `sharedPeople ${a} ${b}`,
    items,
    terms: [
      { name: 'BILLING', direction: 'ASC', type: 'number', of: ({ place }) => place },
      { name: 'ID', direction: 'ASC', type: 'number', of: ({ item }) => item.person.id },
    ],
    sorted: true,
  });
  return {
    ...list,
    page(request) {
      const page = list.page(request);
      return { ...page, rows: page.rows.map(({ item, key }) => ({ item: item.item, key })) };
    },
  };
}

async function categoriesOf(
  { titleCredits, crew }: SharedPeopleSources,
  titleId: number,
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const categories = new Map<number, Set<string>>();
  for (const { personId, category } of peopleOf(...(await Promise.all([titleCredits(titleId), crew(titleId)])))) {
    const of = categories.get(personId) ?? new Set();
    categories.set(personId, of.add(category));
  }
  return categories;
}
