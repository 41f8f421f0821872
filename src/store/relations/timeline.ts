import { NO_CREDITS, rowsOf } from '../credits/person-credits.ts';
import type { Known, PersonCredits } from '../credits/person-credits.ts';
import type { Rating, TitleSummary } from '../model/model.ts';
import { ownTitles, summaryOf } from './own-titles.ts';
import type { OwnTitle } from './own-titles.ts';

/** Years, both of which belong to it. */
export interface Years {
  startYear: number;
  endYear: number;
}

export interface TimelinePeriod extends Years {
  titles: number;
  credits: number;
  /** Mean of the ratings weighted by their votes, and all votes; null where nobody has voted. */
  rating: Rating | null;
  bestTitle: TitleSummary | null;
}

/** A person's work by the years of the titles. */
export interface Timeline {
  /** Those with titles, in their order. */
  periods: readonly TimelinePeriod[];
  /** The longest runs of periods without titles between them. */
  gaps: readonly Years[];
  /** Titles without a year. */
  undated: number;
}

export type TimelineUnit = 'YEAR' | 'DECADE';

const YEARS: Record<TimelineUnit, number> = { YEAR: 1, DECADE: 10 };

/** The credits of one category, or all. */
export async function timelineOf(
  { personCredits, ...known }: Known & { personCredits: (personId: number) => Promise<PersonCredits | null> },
  { personId, by, category }: { personId: number; by: TimelineUnit; category: string | undefined },
): Promise<Timeline> {
  const all = (await personCredits(personId)) ?? NO_CREDITS;
  const titles = ownTitles(all, rowsOf(all, category === undefined ? {} : { categories: [category] }));
  const length = YEARS[by];
  const byStart = Map.groupBy(titles, ({ startYear }) =>
    startYear === null ? null : Math.floor(startYear / length) * length,
  );
  const starts = [...byStart.keys()].filter((start) => start !== null).toSorted((one, other) => one - other);
  return {
    periods: starts.map((start) =>
      periodOf(byStart.get(start) ?? [], { startYear: start, endYear: start + length - 1 }, known),
    ),
    gaps: starts.flatMap((start, at) => {
      const before = starts[at - 1];
      return before === undefined || start === before + length
        ? []
        : [{ startYear: before + length, endYear: start - 1 }];
    }),
    undated: byStart.get(null)?.length ?? 0,
  };
}

function periodOf(titles: readonly OwnTitle[], years: Years, known: Known): TimelinePeriod {
  const best = bestOf(titles, known);
  return {
    ...years,
    titles: titles.length,
    credits: titles.reduce((sum, { credits }) => sum + credits, 0),
    rating: meanOf(titles, known),
    bestTitle: best && summaryOf(best, known),
  };
}

function meanOf(titles: readonly OwnTitle[], { ratings }: Known): Rating | null {
  let [votes, tenths] = [0, 0];
  for (const { id } of titles) {
    const rating = ratings.of(id);
    if (rating === null) continue;
    votes += rating.votes;
    // In whole tenths, as ratings are: the sum is exact.
    tenths += Math.round(rating.average * 10) * rating.votes;
  }
  return votes === 0 ? null : { average: tenths / (10 * votes), votes };
}

/** By rating, of equal ones by votes, then by id. */
function bestOf(titles: readonly OwnTitle[], { ratings }: Known): OwnTitle | null {
  let best: { title: OwnTitle; rating: Rating } | null = null;
  for (const title of titles) {
    const rating = ratings.of(title.id);
    if (rating === null) continue;
    const order =
      best === null
        ? -1
        : best.rating.average - rating.average || best.rating.votes - rating.votes || title.id - best.title.id;
    if (order < 0) best = { title, rating };
  }
  return best?.title ?? null;
}
