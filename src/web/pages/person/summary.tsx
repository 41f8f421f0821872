import type { JSX } from 'preact';

import { Cover } from '../../parts/cover.tsx';
import { GenreChip } from '../../parts/genre-chip.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { Section } from '../../parts/section.tsx';
import { kindOf, TitleLink } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { asNumber } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import type { PagePerson } from './person-card.tsx';

/** The titles that a person is best known for, with their covers. */
export function KnownFor({ person: { knownFor } }: { person: PagePerson }): JSX.Element | null {
  if (knownFor.length === 0) return null;
  return (
    <Section title="Known for">
      <ul class="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {knownFor.map((title) => (
          <li key={title.id} class="flex flex-col gap-1">
            <a href={href(`/title/${title.id}`)} tabIndex={-1} aria-hidden="true">
              <Cover id={title.id} title={title.displayTitle} genres={title.genres} class="w-full max-w-44" />
            </a>
            <p class="leading-snug">
              <TitleLink title={title} />
            </p>
            <p class="text-sm text-soft">{kindOf(title)}</p>
            <p>
              <RatingOf rating={title.rating} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Credits in numbers: titles by genre and by type. */
export function Summary({ person: { creditSummary } }: { person: PagePerson }): JSX.Element | null {
  const { genres, titleTypes, titles } = creditSummary;
  if (titles === 0) return null;
  return (
    <Section title="In numbers" aside={<span class="text-soft">titles, each episode counted</span>}>
      <div class="grid gap-x-8 gap-y-4 md:grid-cols-2">
        <div>
          <h3 class="mb-2">By genre</h3>
          <ul class="flex flex-wrap gap-2">
            {genres.map(({ genre, genreName, count }) => (
              <li key={genreName}>
                <GenreChip genre={genre} name={`${genreName} ${asNumber(count)}`} />
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3 class="mb-2">By type</h3>
          <ul>
            {titleTypes.map(({ titleType, titleTypeName, count }) => (
              <li key={titleTypeName} class="grid grid-cols-[9rem_1fr_4rem] items-center gap-3 py-0.5 text-sm">
                <span>{titleType === 'OTHER' ? titleTypeName : labelOf(titleType)}</span>
                <svg viewBox="0 0 100 2" class="h-2 w-full" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="100" height="2" class="fill-raised" />
                  <rect width={(100 * count) / titles} height="2" class="fill-accent" />
                </svg>
                <span class="text-right tabular-nums">{asNumber(count)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}
