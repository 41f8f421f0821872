import { CATEGORY_WORDS } from '../../dataset/indexes/document-kinds.ts';
import { wordTest } from '../query/conditions.ts';
import { itemsIn } from '../documents/json-value.ts';
import type { Item, JsonValue } from '../documents/json-value.ts';
import type { CreditFilter, Crew, Person, TitleCredit } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { decodePersonCard } from '../people/people.ts';
import { sortedList } from '../lists/sorted-list.ts';
import { wordAt } from '../documents/word-at.ts';

/** Credits of a title, in billing order. */
export interface TitleCredits {
  credits: readonly TitleCredit[];
}

export function decodeTitleCredits(_titleId: number, text: string): TitleCredits {
  return {
    credits: itemsIn(text)
      .map(decodeTitleCredit)
      .sort((a, b) => a.billingOrder - b.billingOrder),
  };
}

function decodeTitleCredit([billingOrder, category, part, personId, name, born, died]: Item): TitleCredit {
  const [characters, job] = charactersAndJob(part ?? null);
  return {
    billingOrder: billingOrder as number,
    category: wordAt(category, CATEGORY_WORDS),
    job,
    characters,
    person: personId == null ? null : decodePersonCard(personId as number, [name, born, died]),
  };
}

/** Of the one that is there, or a list of both. */
function charactersAndJob(part: JsonValue): [characters: string[] | null, job: string | null] {
  if (typeof part === 'string') return [null, part];
  if (Array.isArray(part) && Array.isArray(part[0])) return part as [string[], string];
  return [part as string[] | null, null];
}

export function decodeCrew(_titleId: number, text: string): Crew {
  const places = (itemsIn(text) as (number | null)[][]).sort(([a = 0], [b = 0]) => Number(a) - Number(b));
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
