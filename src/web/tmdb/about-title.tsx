import type { ComponentChildren, JSX } from 'preact';

import type { TmdbOfTitleFragment } from '../generated/graphql.ts';
import type { SourceName } from '../lists/source.ts';
import { listText } from '../lists/title-filter.ts';
import { Section } from '../parts/section.tsx';
import { href } from '../routing/base.ts';
import { asDate } from '../words/day.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { FilterLinks } from '../lists/filter-links.tsx';
import { TmdbLink } from './tmdb-link.tsx';

export interface AboutTitleProps {
  tmdb: TmdbOfTitleFragment;
  /** Whose titles its links list, as in an address; IMDb's by default. */
  source?: SourceName | undefined;
  /** More facts, behind the others. */
  children?: ComponentChildren;
}

/** What TMDB says of a title: what it is about, its language, countries, state, date and keywords. */
export function AboutTitle({ tmdb, source, children }: AboutTitleProps): JSX.Element {
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
        <Fact name="Original language">
          {originalLanguage !== null && <FilterLinks name="language" values={[originalLanguage]} source={source} />}
        </Fact>
        <Fact name={countries.length === 1 ? 'Country' : 'Countries'}>
          {countries.length > 0 && <FilterLinks name="country" values={countries} source={source} />}
        </Fact>
        <Fact name="Status">{status}</Fact>
        <Fact name={kind === 'TV' ? 'First broadcast' : 'Released'}>{releaseDate !== null && asDate(releaseDate)}</Fact>
        {children}
      </Facts>
      {keywords.length > 0 && (
        <ul class="mt-4 flex flex-wrap gap-2" aria-label="Keywords">
          {keywords.map((word) => (
            <li key={word}>
              <a class="chip" href={href('/search', { keyword: listText([word]), source })} dir="auto">
                {word}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
