import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { chartSet, ranksIn, ratedBefore } from './chart-set.ts';
import type { ChartSet } from './chart-set.ts';
import { allOf } from '../query/conditions.ts';
import type { DocumentReader } from '../documents/table-reader.ts';
import type { Title, TitleFilter } from '../model/model.ts';
import type { Page, Pageable, PageRequest } from '../model/page.ts';
import type { SearchIndex } from '../search/terms/search-index.ts';
import { sqlList } from '../lists/sql-list.ts';
import type { ColumnTerm, SqlList } from '../lists/sql-list.ts';
import { titleConditions } from '../filters/title-filter.ts';
import { conditionOf } from '../query/conditions.ts';
import { titlesIn } from '../filters/listed-titles.ts';

export type ChartKind = 'TOP_RATED_MOVIES' | 'TOP_RATED_SERIES' | 'MOST_VOTED' | 'LOWEST_RATED';

/** The constants of a chart's formula. */
export interface ChartTerms {
  /** Votes that a title must have to stand in the chart; above 0. */
  minVotes: number;
  /** Of all titles in the chart, each counting once; null where there is none. */
  meanRating: number | null;
}

/** A place in a chart. */
export interface ChartEntry {
  /** From 1. */
  rank: number;
  title: Title;
  weightedRating: number;
  /**
   * In the same chart by the ratings before they last changed; null where it was not in that. Read for all entries of
   * a page when the first of them is asked.
   */
  previousRank: () => Promise<number | null>;
}

/** A title of one chart, with its constants, as the list has it before it is ranked. */
type Unranked = Omit<ChartEntry, 'rank' | 'previousRank'>;

const MOVIES = `titleType IN ('movie', 'tvMovie')`;
const SERIES = `titleType IN ('tvSeries', 'tvMiniSeries')`;

const WEIGHTED = { name: 'WEIGHTED', column: 'weighted', type: 'number' } as const;
const VOTES = { name: 'VOTES', column: 'numVotes', direction: 'DESC', type: 'number' } as const;
const ID = { name: 'ID', column: 'tconst', direction: 'ASC', type: 'number' } as const;
const BEST_FIRST = [{ ...WEIGHTED, direction: 'DESC' }, VOTES, ID] as const;

const CHARTS: Record<ChartKind, { of: string; terms: readonly ColumnTerm[] }> = {
  TOP_RATED_MOVIES: { of: MOVIES, terms: BEST_FIRST },
  TOP_RATED_SERIES: { of: SERIES, terms: BEST_FIRST },
  MOST_VOTED: { of: 'true', terms: [VOTES, { ...WEIGHTED, direction: 'DESC' }, ID] },
  LOWEST_RATED: { of: 'true', terms: [{ ...WEIGHTED, direction: 'ASC' }, VOTES, ID] },
};

/**
 * The titles that pass the filter and have `minVotes` votes or more, with the weighted rating that IMDb published for
 * its Top 250: v/(v+m)·R + m/(v+m)·C. Of few votes little is known: they pull towards the mean.
 */
export async function readChart(
  { queries, titles }: { queries: SearchIndex; titles: DocumentReader<Title> },
  { kind, filter, minVotes }: { kind: ChartKind; filter: TitleFilter; minVotes: number },
): Promise<{ terms: ChartTerms; entries: Pageable<ChartEntry> }> {
  const { of, terms } = CHARTS[kind];
  // Apart, so that titles which are looked up first are found whatever their ratings: both sets are of them.
  const { votes, rating, hasRating, ...ofTitle } = filter;
  const from = await titlesIn((ids) => titles.many(ids), filter);
  const where = allOf([
    conditionOf(await titleConditions(queries, ofTitle, { from })),
    conditionOf(await titleConditions(queries, { adult: 'INCLUDE', votes, rating, hasRating }, { from })),
    raw(of),
  ]);
  const setOf = (all: Sql): Promise<ChartSet> => chartSet(queries, { from: all, where, minVotes });
  const { count, meanRating, relation } = await setOf(from);
  const list = sqlList<Unranked>({
    name: `chart ${kind} ${minVotes}`,
    queries,
    relation,
    where: () => sql`true`,
    terms,
    items: async (keys) => {
      const at = terms.indexOf(terms.find(({ name }) => name === WEIGHTED.name) as ColumnTerm);
      const found = await titles.many(keys.map((key) => Number(key.at(-1))));
      return found.map((title, index) => title && { title, weightedRating: Number(keys[index]?.[at]) });
    },
  });
  return {
    terms: { minVotes, meanRating },
    entries: {
      ...list,
      count: () => count,
      page: (request) =>
        rankedPage(list, {
          request,
          previousRanks: async (ids) => ranksIn(queries, { set: await setOf(ratedBefore(from)), terms, ids }),
        }),
    },
  };
}

/** Rows are found by their keys: how many are in front of them is asked where the request does not say it. */
async function rankedPage(
  list: SqlList<Unranked>,
  {
    request,
    previousRanks,
  }: { request: PageRequest; previousRanks: (ids: readonly number[]) => Promise<ReadonlyMap<number, number>> },
): Promise<Page<ChartEntry>> {
  const page = await list.page(request);
  const first = page.rows[0];
  const isEntered = request.backward || request.after !== undefined;
  const start = isEntered && first !== undefined ? await list.countBefore(first.key) : (request.offset ?? 0);
  let previous: Promise<ReadonlyMap<number, number>> | undefined;
  async function previousRank(id: number): Promise<number | null> {
    previous ??= previousRanks(page.rows.map(({ item }) => item.title.id));
    return (await previous).get(id) ?? null;
  }
  const rows = page.rows.map(({ item, key }, index) => ({
    item: { ...item, rank: start + index + 1, previousRank: () => previousRank(item.title.id) },
    key,
  }));
  return { ...page, rows };
}
