import type { ChartKind, TitleType } from '../../generated/graphql.ts';
import { slugOf, valueOf } from '../../parts/genre-chip.tsx';

interface ChartWords {
  heading: string;
  /** What the chart lists, in a sentence. */
  about: string;
  /** Types that the server's chart has, to count its genres and decades; undefined for all. */
  types?: TitleType[];
}

export const CHARTS: Readonly<Record<ChartKind, ChartWords>> = {
  TOP_RATED_MOVIES: {
    heading: 'Top rated movies',
    about: 'Movies, those made for television included, by weighted rating.',
    types: ['MOVIE', 'TV_MOVIE'],
  },
  TOP_RATED_SERIES: {
    heading: 'Top rated series',
    about: 'Series and mini series, by weighted rating.',
    types: ['TV_SERIES', 'TV_MINI_SERIES'],
  },
  MOST_VOTED: { heading: 'Most voted', about: 'Titles of every type, by their number of votes.' },
  LOWEST_RATED: { heading: 'Lowest rated', about: 'Titles of every type by weighted rating, the worst first.' },
};

/** The charts by the part of an address that names them. */
export const CHART_SLUGS: readonly { kind: ChartKind; slug: string }[] = (Object.keys(CHARTS) as ChartKind[]).map(
  (kind) => ({ kind, slug: slugOf(kind) }),
);

/** The chart that a part of an address names; undefined if there is none. */
export function chartOf(slug: string): ChartKind | undefined {
  const value = valueOf(slug);
  return Object.hasOwn(CHARTS, value) ? (value as ChartKind) : undefined;
}
