import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { TmdbLink } from '../../tmdb/tmdb-link.tsx';
import { regionName } from '../../words/markets.ts';
import type { TmdbPageTitle } from './tmdb-title-card.tsx';

export interface OtherNamesProps {
  names: NonNullable<TmdbPageTitle['tmdb']>['alternativeTitles'];
  url: string;
}

/** Other titles of a work, as TMDB has them; nothing where it has none. */
export function OtherNames({ names: { totalCount, pageInfo, nodes }, url }: OtherNamesProps): JSX.Element | null {
  if (totalCount === 0) return null;
  return (
    <Section title="Alternative titles" aside={<TmdbLink url={`${url}/titles`} />}>
      <table class="w-full">
        <thead class="sr-only">
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Country and kind</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ title, country, type }, index) => (
            <tr key={index} class="border-b border-line align-top">
              <td class="py-1.5 pr-4" dir="auto">
                {title}
              </td>
              <td class="py-1.5 text-right text-soft">{[regionName(country), type].filter(Boolean).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager name="names" pageInfo={pageInfo} label="alternative titles" />
    </Section>
  );
}
