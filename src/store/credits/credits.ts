import { itemsIn } from '../../dataset/indexes/field-kinds.ts';
import type { Item } from '../../dataset/indexes/field-kinds.ts';
import { CATEGORY_WORDS, TITLE_CREDIT, TITLE_CREW } from '../../dataset/indexes/document-fields.ts';
import { wordTest } from '../query/conditions.ts';
import type { CreditFilter, Crew, Person, TitleCredit } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { personSummaryReader } from '../people/people.ts';
import { materialisedList } from '../lists/materialised-list.ts';

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

const personOf = personSummaryReader(TITLE_CREDIT);

function decodeTitleCredit(item: Item): TitleCredit {
  const { list: characters, text: job } = TITLE_CREDIT.part.of(item);
  const personId = TITLE_CREDIT.personId.of(item);
  return {
    billingOrder: TITLE_CREDIT.billingOrder.of(item),
    category: TITLE_CREDIT.category.of(item),
    job,
    characters,
    person: personId === null ? null : personOf(personId, item),
  };
}

export function decodeCrew(_titleId: number, text: string): Crew {
  const items = itemsIn(text).sort((a, b) => TITLE_CREW.position.of(a) - TITLE_CREW.position.of(b));
  return {
    directors: items.flatMap((item) => TITLE_CREW.director.of(item) ?? []),
    writers: items.flatMap((item) => TITLE_CREW.writer.of(item) ?? []),
  };
}

export async function creditsOfTitle(
  { titleCredits }: { titleCredits: (titleId: number) => Promise<TitleCredits | null> },
  { titleId, filter }: { titleId: number; filter: CreditFilter },
): Promise<Pageable<TitleCredit>> {
  const { credits } = (await titleCredits(titleId)) ?? { credits: [] };
  const hasCategory = wordTest(filter.categories, CATEGORY_WORDS);
  return materialisedList({
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
  const list = materialisedList({
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
