import type { JSX } from 'preact';

import type { TmdbOfPersonFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { countOf } from '../words/count-of.ts';
import { asDate } from '../words/day.ts';
import { Fact, Facts } from '../parts/facts.tsx';
import { TmdbLink } from './tmdb-link.tsx';

/** Paragraphs of a biography that are shown at once; the others are behind a click. */
const SHOWN = 2;

/** What TMDB says of a person: life, dates, place, other names; nothing where it says nothing. */
export function AboutPerson({ tmdb }: { tmdb: TmdbOfPersonFragment }): JSX.Element | null {
  const { url, biography, birthday, deathday, placeOfBirth, alsoKnownAs } = tmdb;
  const paragraphs = (biography ?? '').split(/\n\s*\n/).filter((text) => text.trim() !== '');
  const rest = paragraphs.slice(SHOWN);
  if ([...paragraphs, birthday, deathday, placeOfBirth, ...alsoKnownAs].every((one) => one === null)) return null;
  return (
    <Section title="Biography" aside={<TmdbLink url={url} />}>
      <Paragraphs texts={paragraphs.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details class="mt-2">
          <summary class="cursor-pointer text-sm text-accent">{countOf(rest.length, 'more paragraph')}</summary>
          <Paragraphs texts={rest} />
        </details>
      )}
      <Facts>
        <Fact name="Born">{birthday !== null && asDate(birthday)}</Fact>
        <Fact name="Died">{deathday !== null && asDate(deathday)}</Fact>
        <Fact name="Place of birth">{placeOfBirth}</Fact>
        <Fact name="Also known as">
          {alsoKnownAs.length > 0 && (
            <ul>
              {alsoKnownAs.map((name) => (
                <li key={name} dir="auto">
                  {name}
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </Facts>
    </Section>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }): JSX.Element {
  return (
    <>
      {texts.map((text, index) => (
        <p key={index} class="mt-2 max-w-3xl first:mt-0" dir="auto">
          {text}
        </p>
      ))}
    </>
  );
}
