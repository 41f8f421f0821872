import type { JSX } from 'preact';

import { RatingOf } from '../../parts/rating.tsx';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { asNumber } from '../../words/format.ts';
import { asYearSpan } from '../../words/year-span.ts';
import type { PagePerson } from './person-card.tsx';
import { TimelineChart } from './timeline-chart.tsx';

type Timeline = PagePerson['timeline'];

/** Work by years or decades: drawn, and as a table with the mean rating and the best title of each. */
export function Timeline({ person: { timeline } }: { person: PagePerson }): JSX.Element | null {
  const { periods, gaps, undated } = timeline;
  if (periods.length === 0) return null;
  const notes = [
    gaps.length === 0
      ? ''
      : `Nothing in ${gaps.map(({ startYear, endYear }) => asYearSpan(startYear, endYear)).join(', ')}.`,
    undated === 0 ? '' : `${countOf(undated, 'title')} without a year.`,
  ];
  return (
    <Section title="Timeline" aside={<Units />}>
      <TimelineChart timeline={timeline} />
      <p class="mt-2 text-sm text-soft">{notes.filter(Boolean).join(' ')}</p>
      <details class="mt-2">
        <summary class="cursor-pointer text-sm">As a table, with the best title of each</summary>
        <PeriodTable periods={periods} />
      </details>
    </Section>
  );
}

function Units(): JSX.Element {
  const { values, withValues } = useQueryString();
  const isByDecade = values['by'] === 'decade';
  return (
    <span class="no-print flex gap-1" role="group" aria-label="Length of the periods">
      <a class={isByDecade ? 'chip' : 'chip-on'} aria-current={!isByDecade} href={withValues({ by: undefined })}>
        Years
      </a>
      <a class={isByDecade ? 'chip-on' : 'chip'} aria-current={isByDecade} href={withValues({ by: 'decade' })}>
        Decades
      </a>
    </span>
  );
}

function PeriodTable({ periods }: { periods: Timeline['periods'] }): JSX.Element {
  return (
    <table class="mt-2 w-full text-sm">
      <thead>
        <tr class="border-b border-line">
          <th scope="col">Years</th>
          <th scope="col" class="px-3 text-right">
            Titles
          </th>
          <th scope="col" class="px-3 text-right">
            Rating
          </th>
          <th scope="col">Best</th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.startYear} class="border-b border-line align-top">
            <th scope="row" class="py-1 font-normal whitespace-nowrap tabular-nums">
              {asYearSpan(period.startYear, period.endYear)}
            </th>
            <td class="px-3 py-1 text-right tabular-nums">{asNumber(period.titles)}</td>
            <td class="px-3 py-1 text-right">
              <RatingOf rating={period.rating} />
            </td>
            <td class="py-1">
              {period.bestTitle !== null && (
                <a href={href(`/title/${period.bestTitle.id}`)} dir="auto">
                  {period.bestTitle.displayTitle}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
