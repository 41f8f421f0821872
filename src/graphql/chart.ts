import { badInput } from '../errors.ts';
import type { ChartKind, ChartTerms } from '../store/charts/chart.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import type { Connection } from './lists/connection.ts';
import { ChartKindEnum } from './inputs/enums.ts';
import { pagingArgsWithOffset } from './lists/paging.ts';
import { ChartEntryRef, RatingRef, TitleRef } from './base/refs.ts';
import { readTitleFilter, TitleFilterInput } from './inputs/title-filter.ts';

const DEFAULT_MIN_VOTES = 1000;
const FORMULA = 'weightedRating = v / (v + m) * R + m / (v + m) * C';
const SYMBOLS =
  "v is the title's number of votes, R its average rating, m the minVotes and C the meanRating of the chart";
ChartEntryRef.implement({
  description: 'A title in a chart, with its place.',
  fields: (t) => ({
    rank: t.exposeInt('rank', { description: 'Its place in the whole chart, from 1; no two entries share one.' }),
    previousRank: t.int({
      nullable: true,
      extensions: costs({ weight: 200 }),
      description:
        'Its place in the same chart by the ratings as they were before they last changed (table ratings_before), C being the mean of those. All else that the filter asks is as it is now. Null where it was not in that chart, or no earlier ratings are kept.',
      resolve: ({ previousRank }) => previousRank(),
    }),
    rankChange: t.int({
      nullable: true,
      extensions: costs({ weight: 200 }),
      description:
        'By how many places it has risen since the ratings last changed, previousRank - rank: 3 is three places up, -3 three down. Null where previousRank is.',
      resolve: async ({ rank, previousRank }) => {
        const previous = await previousRank();
        return previous === null ? null : previous - rank;
      },
    }),
    title: t.field({ type: TitleRef, description: 'The title.', resolve: ({ title }) => title }),
    weightedRating: t.exposeFloat('weightedRating', {
      description: `Not rounded: ${FORMULA}, where ${SYMBOLS}. Of few votes little is known: they pull towards the mean.`,
    }),
    rating: t.field({
      type: RatingRef,
      description: 'What it is worked out from: R and v.',
      // Only rated titles are in charts.
      resolve: ({ title }) => title.rating as NonNullable<typeof title.rating>,
    }),
  }),
});

/** The connection, and what is the same for all its entries. */
interface Chart extends Connection<unknown> {
  chart: ChartTerms & { kind: ChartKind };
}

const chartOf = (connection: unknown): Chart['chart'] => (connection as Chart).chart;

const ChartConnectionRef = connectionType(
  { name: 'Chart', ref: ChartEntryRef },
  { rows: 'a chart', counted: 'Titles in the whole chart, whatever the page.', countWeight: 10_000 },
);

builder.objectFields(ChartConnectionRef, (t) => ({
  kind: t.field({ type: ChartKindEnum, description: 'What was asked for.', resolve: (chart) => chartOf(chart).kind }),
  formula: t.string({
    description: `How weightedRating is worked out: ${SYMBOLS}.`,
    resolve: () => FORMULA,
  }),
  minVotes: t.int({
    description: 'The m of the formula, which is also what a title needs to be in the chart.',
    resolve: (chart) => chartOf(chart).minVotes,
  }),
  meanRating: t.float({
    nullable: true,
    description: 'The C of the formula: mean rating of all titles in the chart. Null for an empty chart.',
    resolve: (chart) => chartOf(chart).meanRating,
  }),
}));

builder.queryField('chart', (t) =>
  t.field({
    type: ChartConnectionRef,
    extensions: costs({ weight: 20_000, page: 'maxPage' }),
    nullable: true,
    description: `A list of the best, the worst or the best known: rated titles in the order of ${FORMULA}, or of their votes. ${SYMBOLS.charAt(0).toUpperCase()}${SYMBOLS.slice(1)}. Of a decade, of a genre and the like: by the filter, and C is the mean of what is left.`,
    args: {
      kind: t.arg({ type: ChartKindEnum, required: true, description: 'What the chart is of, and its order.' }),
      filter: t.arg({
        type: TitleFilterInput,
        description: 'Which of these titles. Default: all but adult ones.',
      }),
      minVotes: t.arg.int({
        description: `The votes a title needs to be in the chart, and the m of the formula: the more, the stronger the pull towards the mean. 1 or more; default ${DEFAULT_MIN_VOTES}.`,
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: async (_root, { kind, filter, minVotes, ...paging }, { loaders, limits }) => {
      const wanted = readTitleFilter(filter, limits);
      const { terms, entries } = await loaders.titles.chart(kind, wanted, readMinVotes(minVotes));
      const sizes = { usual: limits.defaultPage, most: limits.maxPage };
      const connection = connect(entries, paging, { sizes, toNode: asItIs });
      return { ...connection, chart: { ...terms, kind } };
    },
  }),
);

function readMinVotes(votes: number | null | undefined): number {
  if (votes === null || votes === undefined) return DEFAULT_MIN_VOTES;
  if (votes < 1) throw badInput(`minVotes: ${votes} is too few. A chart is of rated titles: send 1 or more.`);
  return votes;
}
