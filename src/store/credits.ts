import { CREDIT_CATEGORIES, TITLE_TYPES } from '../dataset/vocabulary.ts';
import { wordTest } from './conditions.ts';
import type { JsonValue } from './json-value.ts';
import type {
  CreditFilter,
  CreditOrderField,
  CreditRole,
  Crew,
  OrderBy,
  PersonCredit,
  PersonCard,
  TitleCredit,
} from './model.ts';
import type { Pageable } from './page.ts';
import { decodePersonCard } from './people.ts';
import type { Ratings } from './ratings.ts';
import { sortedList } from './sorted-list.ts';
import type { SortTerm } from './sorted-list.ts';
import { decodeTitleCard } from './titles.ts';

const CATEGORIES = Object.values(CREDIT_CATEGORIES);
const TYPES = Object.values(TITLE_TYPES);

/** Credits of a title, in billing order. */
export interface TitleCredits {
  credits: readonly TitleCredit[];
}

/** A credit of a person with its title's id: a title may dangle, its id never does. */
type PersonCreditItem = PersonCredit & { titleId: number };

/** Credits of a person, in no order. */
export interface PersonCredits {
  credits: readonly PersonCreditItem[];
}

export function decodeTitleCredits(_titleId: number, items: readonly JsonValue[][]): TitleCredits {
  return { credits: items.map(decodeTitleCredit).sort((a, b) => a.billingOrder - b.billingOrder) };
}

function decodeTitleCredit(item: readonly JsonValue[]): TitleCredit {
  const [billingOrder, personId, category, job, characters, personFound, ...card] = item;
  const person = personFound === true ? decodePersonCard(Number(personId), card) : null;
  return { ...decodeRole([billingOrder, category, job, characters]), person };
}

export function decodePersonCredits(_personId: number, items: readonly JsonValue[][]): PersonCredits {
  return { credits: items.map(decodePersonCredit) };
}

function decodePersonCredit(item: readonly JsonValue[]): PersonCreditItem {
  const [titleId, billingOrder, category, job, characters, ...card] = item;
  // Every title has a type.
  const title = card[0] === null ? null : decodeTitleCard(Number(titleId), card);
  return { ...decodeRole([billingOrder, category, job, characters]), titleId: Number(titleId), title };
}

export function decodeCrew(_titleId: number, items: readonly JsonValue[][]): Crew {
  const members = items.toSorted((a, b) => Number(a[1]) - Number(b[1]));
  const inRole = (wanted: string): PersonCard[] =>
    members.filter(([role]) => role === wanted).map(([, , id, ...card]) => decodePersonCard(Number(id), card));
  return { directors: inRole('director'), writers: inRole('writer') };
}

function decodeRole([billingOrder, category, job, characters]: readonly (JsonValue | undefined)[]): CreditRole {
  return {
    billingOrder: Number(billingOrder),
    category: category as string,
    job: job as string | null,
    characters: characters as string[] | null,
  };
}

export async function creditsOfTitle(
  { titleCredits }: { titleCredits: (titleId: number) => Promise<TitleCredits | null> },
  { titleId, filter }: { titleId: number; filter: CreditFilter },
): Promise<Pageable<TitleCredit>> {
  const { credits } = (await titleCredits(titleId)) ?? { credits: [] };
  const hasCategory = wordTest(filter.categories, CATEGORIES);
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
  const hasCategory = wordTest(filter.categories, CATEGORIES);
  const hasType = wordTest(filter.titleTypes, TYPES);
  const fits = ({ category, title }: PersonCreditItem): boolean =>
    (hasCategory === undefined || hasCategory(category)) &&
    (hasType === undefined || (title !== null && hasType(title.titleType)));
  const items = hasCategory === undefined && hasType === undefined ? credits : credits.filter(fits);
  return sortedList({ name: `person.credits ${personId}`, items, terms: personCreditTerms(orderBy, ratings) });
}

function personCreditTerms(
  orderBy: readonly OrderBy<CreditOrderField>[],
  ratings: Ratings,
): SortTerm<PersonCreditItem>[] {
  const values: Record<CreditOrderField, SortTerm<PersonCreditItem>['of']> = {
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

/** Directors or writers of a title, in IMDb's order, as a list that can be read by the page. */
export async function crewOfTitle(
  { crew }: { crew: (titleId: number) => Promise<Crew | null> },
  { titleId, role }: { titleId: number; role: keyof Crew },
): Promise<Pageable<PersonCard>> {
  const members = (await crew(titleId))?.[role] ?? [];
  const items = members.map((person, position) => ({ person, position }));
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
