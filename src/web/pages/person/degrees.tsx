import type { JSX } from 'preact';

import { Section } from '../../parts/section.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asNumber, asRating } from '../../words/format.ts';
import type { PagePerson } from './person-card.tsx';

/** How many people are how far away; a link where they were not asked for. */
export function Degrees({ person: { degrees, primaryName } }: { person: PagePerson }): JSX.Element {
  const { withValues } = useQueryString();
  if (degrees === undefined)
    return (
      <Section title="Degrees">
        <p class="no-print">
          <a class="link" href={withValues({ degrees: 1 })} rel="nofollow">
            Count how far everybody is
          </a>{' '}
          <span class="text-soft">from {primaryName}: a search over all credits, which takes some seconds.</span>
        </p>
      </Section>
    );
  const most = Math.max(1, ...degrees.degrees.map(({ people }) => people));
  const mean = degrees.mean === null ? '' : ` at a mean distance of ${asRating(degrees.mean)}`;
  return (
    <Section
      title="Degrees"
      aside={
        <span class="text-soft">
          {asNumber(degrees.reachable)} people{mean}
        </span>
      }
    >
      <table class="w-full max-w-2xl">
        <thead class="text-sm text-soft">
          <tr>
            <th scope="col" class="pr-4 font-normal">
              Steps
            </th>
            <th scope="col" class="w-full font-normal">
              <span class="sr-only">Drawn</span>
            </th>
            <th scope="col" class="pl-4 text-right font-normal">
              People
            </th>
          </tr>
        </thead>
        <tbody>
          {degrees.degrees.map(({ degree, people }) => (
            <tr key={degree}>
              <th scope="row" class="pr-4 text-right font-normal tabular-nums">
                {degree}
              </th>
              <td>
                <svg viewBox="0 0 100 2" class="h-3 w-full" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.max(0.4, (100 * people) / most)} height="2" class="fill-accent" />
                </svg>
              </td>
              <td class="pl-4 text-right tabular-nums">{asNumber(people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
