import { badInput } from '../../errors.ts';
import type { ChartKind, ChartTerms } from '../../store/charts/chart.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import type { Connection } from '../lists/connection.ts';
import { ChartKindEnum } from '../inputs/enums.ts';
import { pagingArgsWithOffset } from '../lists/paging.ts';
import { ChartEntryRef, RatingRef, TitleRef } from '../base/refs.ts';
import { readTitleFilter, TitleFilterInput } from '../inputs/title-filter.ts';

const DEFAULT_MIN_VOTES = 1000;
const FORMULA = 'weightedRating = v / (v + m) * R + m / (v + m) * C';
const SYMBOLS =
  "v is the title's number of votes, R its average rating, m the minVotes and C the meanRating of the chart";
ChartEntryRef.implement({
  description: 'A title in a chart, with its rank.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'Rank in the whole chart, from 1. No two entries share a rank.' }),
    previousRank: t.int({
      nullable: true,
      extensions: costs({ weight: 200 }),
      description:
        'Rank in the same chart computed from the ratings before their last change (table ratings_before), with C as the mean of those ratings. Everything else that the filter tests is current. Null if the title was not in that chart, or if no earlier ratings are kept.',
      resolve: ({ previousRank }) => previousRank(),
    }),
    rankChange: t.int({
      nullable: true,
      extensions: costs({ weight: 200 }),
      description:
        'Number of ranks gained since the ratings last changed, previousRank - rank: 3 is three ranks up, -3 three down. Null if previousRank is null.',
      resolve: async ({ rank, previousRank }) => {
        const previous = await previousRank();
        return previous === null ? null : previous - rank;
      },
    }),
    title: t.field({ type: TitleRef, description: 'Title that is ranked.', resolve: ({ title }) => title }),
    weightedRating: t.exposeFloat('weightedRating', {
      description: `Rating weighted by votes, not rounded: ${FORMULA}, where ${SYMBOLS}. The fewer the votes, the closer it is to the mean.`,
    }),
    rating: t.field({
      type: RatingRef,
      description: 'Average rating (R) and number of votes (v) of the title.',
      // Only rated titles are in charts.
      resolve: ({ title }) => title.rating as NonNullable<typeof title.rating>,
    }),
  }),
});

/** A connection of chart entries, with the constants that all entries share. */
interface Chart extends Connection<unknown> {
  chart: ChartTerms & { kind: ChartKind };
}

const chartOf = (connection: unknown): Chart['chart'] => (connection as Chart).chart;

const ChartConnectionRef = connectionType(
  { name: 'Chart', ref: ChartEntryRef },
  { rows: 'a chart', counted: 'Number of titles in the whole chart, on all pages.', countWeight: 10_000 },
);

builder.objectFields(ChartConnectionRef, (t) => ({
  kind: t.field({
    type: ChartKindEnum,
    description: 'Kind of chart that was requested.',
    resolve: (chart) => chartOf(chart).kind,
  }),
  formula: t.string({
    description: `Formula of weightedRating, where ${SYMBOLS}.`,
    resolve: () => FORMULA,
  }),
  minVotes: t.int({
    description: 'Votes that a title needs to enter the chart: the m of the formula.',
    resolve: (chart) => chartOf(chart).minVotes,
  }),
  meanRating: t.float({
    nullable: true,
    description: 'Mean rating of all titles in the chart: the C of the formula. Null for an empty chart.',
    resolve: (chart) => chartOf(chart).meanRating,
  }),
}));

builder.queryField('chart', (t) =>
  t.field({
    type: ChartConnectionRef,
    extensions: costs({ weight: 20_000, page: 'maxPage', listed: 'filter' }),
    nullable: true,
    description: `Chart of the best, worst or best known rated titles, ranked by ${FORMULA} or by votes. ${SYMBOLS.charAt(0).toUpperCase()}${SYMBOLS.slice(1)}. The filter makes a chart of a decade, a genre and so on; C is then the mean of the titles that pass the filter.`,
    args: {
      kind: t.arg({
        type: ChartKindEnum,
        required: true,
        description: 'Kind of chart: which titles it ranks, and by what.',
      }),
      filter: t.arg({
        type: TitleFilterInput,
        description: 'Titles to rank. Default: all except adult titles.',
      }),
      minVotes: t.arg.int({
        description: `Votes that a title needs to enter the chart, and the m of the formula: the greater it is, the closer weightedRating is to the mean. 1 or more; default ${DEFAULT_MIN_VOTES}.`,
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: async (_root, { kind, filter, minVotes, ...paging }, context) => {
      const { loaders, limits } = context;
      const wanted = readTitleFilter(filter, { context });
      const { terms, entries } = await loaders.titles.chart(kind, wanted, readMinVotes(minVotes));
      const sizes = { usual: limits.defaultPage, most: limits.maxPage };
      const connection = connect(entries, paging, { sizes, toNode: asItIs });
      return { ...connection, chart: { ...terms, kind } };
    },
  }),
);

function readMinVotes(votes: number | null | undefined): number {
  if (votes === null || votes === undefined) return DEFAULT_MIN_VOTES;
  if (votes < 1) throw badInput(`minVotes: ${votes} is too few. A chart has rated titles only: send 1 or more.`);
  return votes;
}
