import type { JSX } from 'preact';

import { countOf } from '../../words/count-of.ts';
import { asNumber, asRating } from '../../words/format.ts';
import type { PagePerson } from './person-card.tsx';

/** Heights of the two parts of the drawing, in its units: bars of titles, and marks of ratings from 1 to 10. */
const BARS = 100;
const RATINGS = 40;
const HEIGHT = BARS + RATINGS;

/**
 * Titles by periods as bars, with marks of the mean rating below; gaps are shaded. The table beside it has the same
 * data, so that screen readers pass the drawing over.
 */
export function TimelineChart({ timeline }: { timeline: PagePerson['timeline'] }): JSX.Element {
  const { periods, gaps } = timeline;
  const from = Math.min(...periods.map(({ startYear }) => startYear));
  const to = Math.max(...periods.map(({ endYear }) => endYear)) + 1;
  const most = Math.max(...periods.map(({ titles }) => titles));
  const x = (year: number): number => (100 * (year - from)) / (to - from);
  const spanOf = ({ startYear, endYear }: { startYear: number; endYear: number }) => ({
    x: x(startYear),
    width: x(endYear + 1) - x(startYear),
  });
  return (
    <div aria-hidden="true">
      <p class="text-xs text-soft">{countOf(most, 'title')} at most</p>
      <svg viewBox={`0 0 100 ${HEIGHT}`} class="h-44 w-full" preserveAspectRatio="none">
        {gaps.map((gap) => (
          <rect key={gap.startYear} {...spanOf(gap)} y="0" height={BARS} class="fill-raised" />
        ))}
        {periods.map((period) => {
          const { x: left, width } = spanOf(period);
          const height = Math.max(2, (BARS * period.titles) / most);
          return (
            <rect
              key={period.startYear}
              x={left + width * 0.1}
              width={width * 0.8}
              y={BARS - height}
              height={height}
              class="fill-accent"
            >
              <title>{`${period.startYear}: ${asNumber(period.titles)}`}</title>
            </rect>
          );
        })}
        <rect x="0" y={BARS} width="100" height="0.6" class="fill-line" />
        <rect x="0" y={HEIGHT - 0.6} width="100" height="0.6" class="fill-line" />
        {periods.map((period) => {
          if (period.rating === null) return null;
          const { x: left, width } = spanOf(period);
          const y = BARS + 2 + (RATINGS - 6) * (1 - (period.rating.average - 1) / 9);
          return (
            <rect key={period.startYear} x={left + width * 0.1} width={width * 0.8} y={y} height="3" class="fill-good">
              <title>{`${period.startYear}: ${asRating(period.rating.average)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div class="flex justify-between text-xs text-soft tabular-nums">
        <span>{from}</span>
        <span>titles · below, the mean rating from 1 to 10</span>
        <span>{to - 1}</span>
      </div>
    </div>
  );
}
