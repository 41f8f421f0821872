import sql from 'sql-template-tag';

import { CATEGORY, countOfCredits, NO_CREDITS, rowsOf } from '../credits/person-credits.ts';
import type { PersonCredits } from '../credits/person-credits.ts';
import type { Title } from '../model/model.ts';
import { keyList } from '../query/filter-conditions.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { countsIn, ownTitles } from './own-titles.ts';

/** One of IMDb's words, and how often it is there. */
export interface WordShare {
  word: string;
  count: number;
}

/** A person's credits in numbers. */
export interface CreditSummary {
  credits: number;
  /** Those that are not in the data too. */
  titles: number;
  firstYear: number | null;
  lastYear: number | null;
  /** Credits by category. */
  categories: readonly WordShare[];
  /** Titles by type: those that are in the data. */
  titleTypes: readonly WordShare[];
  /** Titles by genre, of which a title has several: read when it is asked for. */
  genres: () => Promise<readonly WordShare[]>;
}

export interface SummaryReaders {
  personCredits: (personId: number) => Promise<PersonCredits | null>;
  titles: (id: number) => Promise<Title | null>;
  queries: SearchIndex;
}

/** More documents than these take longer than one query over all titles, which runs in another thread. */
const MOST_DOCUMENTS = 500;

export async function creditSummaryOf(readers: SummaryReaders, personId: number): Promise<CreditSummary> {
  const all = (await readers.personCredits(personId)) ?? NO_CREDITS;
  const titles = ownTitles(all, rowsOf(all, {}));
  const years = titles.flatMap(({ startYear }) => startYear ?? []).toSorted((one, other) => one - other);
  const known = titles.filter(({ titleType }) => titleType !== null);
  return {
    credits: countOfCredits(all),
    titles: titles.length,
    firstYear: years[0] ?? null,
    lastYear: years.at(-1) ?? null,
    categories: sharesOf([...countsIn(all, CATEGORY)].map(([at, count]) => [all.categories[at] ?? '', count])),
    titleTypes: sharesOf(known.map(({ titleType }) => [titleType ?? '', 1])),
    genres: async () =>
      sharesOf(
        await genresOf(
          readers,
          known.map(({ id }) => id),
        ),
      ),
  };
}

type Counted = [word: string, count: number];

async function genresOf({ titles, queries }: SummaryReaders, ids: readonly number[]): Promise<Counted[]> {
  if (ids.length <= MOST_DOCUMENTS) {
    const found = await Promise.all(ids.map((id) => titles(id)));
    return found.flatMap((title) => (title?.genres ?? []).map((genre): Counted => [genre, 1]));
  }
  const rows = await queries.rows(
    sql`SELECT genres, count(*) FROM title_list WHERE tconst IN (${keyList(ids)}) AND genres IS NOT NULL GROUP BY genres`,
  );
  return rows.flatMap(([genres, count]) =>
    (genres as string)
      .split(',')
      .filter((genre) => genre !== '')
      .map((genre): Counted => [genre, Number(count)]),
  );
}

/** The counts of each word together, the most frequent first, then by the word. */
function sharesOf(counted: readonly Counted[]): WordShare[] {
  const counts = new Map<string, number>();
  for (const [word, count] of counted) counts.set(word, (counts.get(word) ?? 0) + count);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .toSorted((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1));
}
