import { CATEGORY_WORDS, TYPE_WORDS } from '../dataset/lookups.ts';
import { wordTest } from './conditions.ts';
import type { JsonValue } from './json-value.ts';
import type { CreditFilter, CreditOrderField, Crew, OrderBy, Person, PersonCredit, TitleCredit } from './model.ts';
import type { Pageable } from './page.ts';
import { decodePersonCard } from './people.ts';
import type { Ratings } from './ratings.ts';
import { sortedList } from './sorted-list.ts';
import type { SortTerm } from './sorted-list.ts';
import { decodeTitleCard } from './titles.ts';
import { wordAt } from './word-at.ts';

/** Credits of a title, in billing order. */
export interface TitleCredits {
  credits: readonly TitleCredit[];
}

/** Credits of a person, in no order. */
export interface PersonCredits {
  credits: readonly PersonCredit[];
}

export function decodeTitleCredits(_titleId: number, items: readonly JsonValue[][]): TitleCredits {
  return { credits: items.map(decodeTitleCredit).sort((a, b) => a.billingOrder - b.billingOrder) };
}

function decodeTitleCredit([billingOrder, category, job, characters, personId, ...card]: readonly JsonValue[]) {
  return {
    billingOrder: billingOrder as number,
    category: wordAt(category, CATEGORY_WORDS),
    job: job as string | null,
    characters: characters as string[] | null,
    person: personId === null ? null : decodePersonCard(personId as number, card),
  };
}

export function decodePersonCredits(_personId: number, items: readonly JsonValue[][]): PersonCredits {
  return { credits: items.map(decodePersonCredit) };
}

function decodePersonCredit([titleId, billingOrder, category, ...card]: readonly JsonValue[]): PersonCredit {
  return {
    titleId: titleId as number,
    billingOrder: billingOrder as number,
    category: wordAt(category, CATEGORY_WORDS),
    // Every title has a type.
    title: card[0] === null ? null : decodeTitleCard(titleId as number, card),
  };
}

export function decodeCrew(_titleId: number, items: readonly JsonValue[][]): Crew {
  const places = (items as (number | null)[][]).toSorted(([a = 0], [b = 0]) => Number(a) - Number(b));
  const inColumn = (column: 1 | 2): number[] => places.flatMap((place) => place[column] ?? []);
  return { directors: inColumn(1), writers: inColumn(2) };
}

export async function creditsOfTitle(
  { titleCredits }: { titleCredits: (titleId: number) => Promise<TitleCredits | null> },
  { titleId, filter }: { titleId: number; filter: CreditFilter },
): Promise<Pageable<TitleCredit>> {
  const { credits } = (await titleCredits(titleId)) ?? { credits: [] };
  const hasCategory = wordTest(filter.categories, CATEGORY_WORDS);
  return sortedList({
    name: `title.credits ${titleId}`,
    items: hasCategory === undefined ? credits : credits.filter(({ category }) => hasCategory(category)),
    terms: [{ name: 'BILLING', direction: 'ASC', type: 'number', of: ({ billingOrder }) => billingOrder }],
    sorted: true,
  });
}

export async function creditsOfPerson(
  { personCredits, ratings }: { personCredits: (personId: number) => Promise<PersonCredits | null>; ratings: Ratings },
  {
    personId,
    filter,
    orderBy,
  }: { personId: number; filter: CreditFilter; orderBy: readonly OrderBy<CreditOrderField>[] },
): Promise<Pageable<PersonCredit>> {
  const { credits } = (await personCredits(personId)) ?? { credits: [] };
  const hasCategory = wordTest(filter.categories, CATEGORY_WORDS);
  const hasType = wordTest(filter.titleTypes, TYPE_WORDS);
  const fits = ({ category, title }: PersonCredit): boolean =>
    (hasCategory === undefined || hasCategory(category)) &&
    (hasType === undefined || (title !== null && hasType(title.titleType)));
  const items = hasCategory === undefined && hasType === undefined ? credits : credits.filter(fits);
  return sortedList({ name: `person.credits ${personId}`, items, terms: personCreditTerms(orderBy, ratings) });
}

function personCreditTerms(orderBy: readonly OrderBy<CreditOrderField>[], ratings: Ratings): SortTerm<PersonCredit>[] {
  const values: Record<CreditOrderField, SortTerm<PersonCredit>['of']> = {
    YEAR: ({ title }) => title?.startYear ?? null,
    VOTES: ({ title }) => (title === null ? null : (ratings.of(title.id)?.votes ?? null)),
    RATING: ({ title }) => (title === null ? null : (ratings.of(title.id)?.average ?? null)),
    BILLING: ({ billingOrder }) => billingOrder,
  };
  return [
    ...orderBy.map(({ field, direction }) => ({ name: field, direction, type: 'number' as const, of: values[field] })),
    { name: 'ID', direction: 'ASC', type: 'number', of: ({ titleId }) => titleId },
    { name: 'ORDERING', direction: 'ASC', type: 'number', of: ({ billingOrder }) => billingOrder },
  ];
}

/** The credit at a place in a title's billing; null where there is none. */
export function creditAt({ credits }: TitleCredits, billingOrder: number): TitleCredit | null {
  return credits.find((credit) => credit.billingOrder === billingOrder) ?? null;
}

/** Directors or writers of a title, in IMDb's order, as a list that can be read by the page. */
export async function crewOfTitle(
  {
    crew,
    people,
  }: {
    crew: (titleId: number) => Promise<Crew | null>;
    people: (ids: readonly number[]) => Promise<(Person | null)[]>;
  },
  { titleId, role }: { titleId: number; role: keyof Crew },
): Promise<Pageable<Person>> {
  const members = await people((await crew(titleId))?.[role] ?? []);
  const items = members.filter((person) => person !== null).map((person, position) => ({ person, position }));
  const list = sortedList({
    name: `title.${role} ${titleId}`,
    items,
    terms: [{ name: 'POSITION', direction: 'ASC', type: 'number', of: ({ position }) => position }],
    sorted: true,
  });
  return {
    ...list,
    page(request) {
      const page = list.page(request);
      return { ...page, rows: page.rows.map(({ item, key }) => ({ item: item.person, key })) };
    },
  };
}
