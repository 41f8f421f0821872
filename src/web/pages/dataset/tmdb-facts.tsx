import type { JSX } from 'preact';

import type { BuildFragment } from '../../generated/graphql.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Section } from '../../parts/section.tsx';
import { TmdbNotice } from '../../parts/tmdb-notice.tsx';
import { asNumber, asTime } from '../../words/format.ts';

/** TMDB's data in the build: its terms, how much of it is IMDb's too, and how old it is. */
export function TmdbFacts({ tmdb }: { tmdb: NonNullable<BuildFragment['tmdb']> }): JSX.Element {
  const { attribution, licence, titles, linkedTitles, people, linkedPeople, oldestFetchedAt, newestFetchedAt } = tmdb;
  return (
    <Section title="Data of TMDB">
      <TmdbNotice notice={attribution} class="" />
      <p class="mt-1 text-sm break-words text-soft">{licence}</p>
      <Facts>
        <Fact name="Films and series">
          {asNumber(titles)} <span class="text-soft">({asNumber(linkedTitles)} of IMDb’s titles)</span>
        </Fact>
        <Fact name="People">
          {asNumber(people)} <span class="text-soft">({asNumber(linkedPeople)} of IMDb’s)</span>
        </Fact>
        <Fact name="Newest row">{newestFetchedAt !== null && asTime(newestFetchedAt)}</Fact>
        <Fact name="Oldest row">{oldestFetchedAt !== null && asTime(oldestFetchedAt)}</Fact>
      </Facts>
    </Section>
  );
}
