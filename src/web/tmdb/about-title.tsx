import type { JSX } from 'preact';

import type { TmdbOfTitleFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { asDate } from '../words/day.ts';
import { asList } from '../words/format.ts';
import { languageName, regionName } from '../words/markets.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { TmdbLink } from './tmdb-link.tsx';

/** What TMDB says of a title: what it is about, its language, countries, state, date and keywords. */
export function AboutTitle({ tmdb }: { tmdb: TmdbOfTitleFragment }): JSX.Element {
  const { url, kind, overview, status, originalLanguage, countries, keywords, releaseDate } = tmdb;
  return (
    <Section title="Overview" aside={<TmdbLink url={url} />}>
      {overview === null ? (
        <p class="text-soft">TMDB has no overview of it.</p>
      ) : (
        <p class="max-w-3xl whitespace-pre-line" dir="auto">
          {overview}
        </p>
      )}
      <Facts>
        <Fact name="Original language">{originalLanguage !== null && languageName(originalLanguage)}</Fact>
        <Fact name={countries.length === 1 ? 'Country' : 'Countries'}>{asList(countries.map(regionName))}</Fact>
        <Fact name="Status">{status}</Fact>
        <Fact name={kind === 'TV' ? 'First broadcast' : 'Released'}>{releaseDate !== null && asDate(releaseDate)}</Fact>
      </Facts>
      {keywords.length > 0 && (
        <ul class="mt-4 flex flex-wrap gap-2" aria-label="Keywords">
          {keywords.map((word) => (
            <li key={word} class="rounded-full border border-line px-3 py-0.5 text-sm" dir="auto">
              {word}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
