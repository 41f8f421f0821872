import { NONE } from '../../dataset/indexes/document-view.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import { CATEGORY, COLUMNS, NO_CREDITS, rowsOf, TITLE } from '../credits/person-credits.ts';
import type { Known, PersonCredits } from '../credits/person-credits.ts';
import type { TitleSummary } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import { ownTitles, summaryOf } from './own-titles.ts';
import type { OwnTitle } from './own-titles.ts';

/** A title that several people are credited on. */
export interface SharedTitle {
  title: TitleSummary;
  /** In the order in which they were asked for. */
  people: readonly { personId: number; categories: readonly string[] }[];
}

export interface SharedTitleReaders extends Known {
  personCredits: (personId: number) => Promise<PersonCredits | null>;
}

/** Somebody, and the category that their credits must have where one is given. */
export interface Wanted {
  personId: number;
  category?: string | undefined;
}

/** The titles in the data that all of several people are credited on, the newest first. */
export interface SharedTitles {
  list: Pageable<SharedTitle>;
  firstYear: number | null;
  lastYear: number | null;
}

/** A person with their titles, and the categories of their credits on each. */
interface Own {
  personId: number;
  titles: readonly OwnTitle[];
  has: (titleId: number) => boolean;
  categories: (titleId: number) => readonly string[];
}

/** Finds shared titles for one request, in which the titles of a person are put together once. */
export function createSharedTitles({ personCredits, ...known }: SharedTitleReaders) {
  const owned = new Map<string, Promise<Own>>();

  function own({ personId, category }: Wanted): Promise<Own> {
    const key = `${personId} ${category ?? ''}`;
    const found =
      owned.get(key) ?? personCredits(personId).then((all) => ownOf(all ?? NO_CREDITS, { personId, category }));
    owned.set(key, found);
    return found;
  }

  return async (wanted: readonly Wanted[]): Promise<SharedTitles> =>
    sharedTitlesOf(await Promise.all(wanted.map(own)), { wanted, known });
}

function sharedTitlesOf(
  people: readonly Own[],
  { wanted, known }: { wanted: readonly Wanted[]; known: Known },
): SharedTitles {
  const [fewest, ...others] = people.toSorted((one, other) => one.titles.length - other.titles.length);
  const shared = (fewest?.titles ?? []).filter(({ id }) => others.every(({ has }) => has(id)));
  const years = shared.flatMap(({ startYear }) => startYear ?? []);
  const list = materialisedList<OwnTitle>({
    name: `sharedTitles ${wanted.map(({ personId, category = '' }) => `${personId}${category}`).join(' ')}`,
    items: shared,
    terms: [
      { name: 'YEAR', direction: 'DESC', type: 'number', of: ({ startYear }) => startYear },
      { name: 'ID', direction: 'ASC', type: 'number', of: ({ id }) => id },
    ],
  });
  return {
    list: {
      ...list,
      page(request) {
        const { rows, ...page } = list.page(request);
        return { ...page, rows: rows.map(({ item, key }) => ({ key, item: toShared(item, { people, known }) })) };
      },
    },
    firstYear: years.reduce<number | null>((least, year) => (least === null || year < least ? year : least), null),
    lastYear: years.reduce<number | null>((most, year) => (most === null || year > most ? year : most), null),
  };
}

function ownOf(credits: PersonCredits, { personId, category }: Wanted): Own {
  const { categories } = credits;
  let byTitle: Map<number, Set<number>> | undefined;
  let ids: Set<number> | undefined;
  const rows = rowsOf(credits, category === undefined ? {} : { categories: [category] });
  const titles = ownTitles(credits, rows).filter(({ titleType }) => titleType !== null);
  return {
    personId,
    titles,
    has(titleId) {
      ids ??= new Set(titles.map(({ id }) => id));
      return ids.has(titleId);
    },
    categories(titleId) {
      byTitle ??= categoriesByTitle(credits);
      return [...(byTitle.get(titleId) ?? [])].map((at) => categories[at] ?? '').toSorted();
    },
  };
}

function categoriesByTitle({ values }: PersonCredits): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (let row = 0; row < values.length; row += COLUMNS) {
    const [titleId, category] = [values[row + TITLE] ?? NONE, values[row + CATEGORY] ?? NONE];
    const before = found.get(titleId);
    if (before === undefined) found.set(titleId, new Set([category]));
    else before.add(category);
  }
  return found;
}

function toShared(title: OwnTitle, { people, known }: { people: readonly Own[]; known: Known }): SharedTitle {
  return {
    title: summaryOf(title, known),
    people: people.map(({ personId, categories }) => ({ personId, categories: categories(title.id) })),
  };
}
