import type { JSX } from 'preact';

import type { PersonPageQuery } from '../../generated/graphql.ts';
import { Heading } from '../../parts/page.tsx';
import { href } from '../../routing/base.ts';
import { PersonPhoto } from '../../tmdb/person-photo.tsx';
import { countOf } from '../../words/count-of.ts';
import { labelOf } from '../../words/labels.ts';
import { asLifetime } from '../../words/lifetime.ts';
import { asYearSpan } from '../../words/year-span.ts';

/** The person of the page's query. */
export type PagePerson = NonNullable<PersonPageQuery['person']>;

/** Who a person is: name, years, professions, how much is known; and where to go from here. */
export function PersonCard({ person }: { person: PagePerson }): JSX.Element {
  const { id, primaryName, primaryProfessions, imdbUrl, creditSummary } = person;
  const { credits, titles, firstYear, lastYear } = creditSummary;
  const years = asYearSpan(firstYear, lastYear);
  return (
    <article class="mt-4 flex items-center gap-4 sm:gap-8">
      <PersonPhoto person={person} />
      <div class="min-w-0 flex-1">
        <Heading class="break-words">{primaryName}</Heading>
        <p class="mt-1 text-soft">
          {[asLifetime(person), ...primaryProfessions.map(labelOf)].filter(Boolean).join(' · ')}
        </p>
        <p class="mt-2">
          {countOf(credits, 'credit')} on {countOf(titles, 'title')}
          {years !== undefined && <span class="text-soft">, {years}</span>}
        </p>
        <p class="no-print mt-4 flex flex-wrap gap-2">
          <a class="button-main" href={href('/path', { from: id })}>
            Path to …
          </a>
          <a class="button" href={href('/compare', { a: id })}>
            Compare
          </a>
          {imdbUrl !== null && (
            <a class="button" href={imdbUrl} rel="noreferrer">
              IMDb <span aria-hidden="true">↗</span>
            </a>
          )}
        </p>
      </div>
    </article>
  );
}
