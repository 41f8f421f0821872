import type { ComponentChildren } from 'preact';

import { GenreChip } from '../../parts/genre-chip.tsx';
import { PersonLinks } from '../../parts/person-links.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { href } from '../../routing/base.ts';
import { asList, asNumber, asRuntime, asYears } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asYearSpan } from '../../words/year-span.ts';
import type { Compared, ComparedPerson, ComparedTitle } from './compared.ts';

/** A fact with its name; undefined where it is not known. */
type Fact = readonly [name: string, value: ComponentChildren | undefined];

/** Facts of a title or a person, the same names for all titles and for all people. */
export function factsOf(node: Compared): readonly Fact[] {
  return node.__typename === 'Person' ? factsOfPerson(node) : factsOfTitle(node);
}

function factsOfTitle(title: ComparedTitle): readonly Fact[] {
  const { titleType, rating, runtimeMinutes, genres, directors } = title;
  return [
    ['Type', labelOf(titleType)],
    ['Years', asYears(title)],
    ['Rating', rating === null ? undefined : <RatingOf rating={rating} />],
    ['Running time', runtimeMinutes === null ? undefined : asRuntime(runtimeMinutes)],
    [
      'Genres',
      genres.length === 0 ? undefined : (
        <span class="flex flex-wrap gap-1">
          {genres.map((genre) => (
            <GenreChip key={genre} genre={genre} />
          ))}
        </span>
      ),
    ],
    ['Directed by', directors.nodes.length === 0 ? undefined : <PersonLinks people={directors.nodes} />],
  ];
}

function factsOfPerson({
  birthYear,
  deathYear,
  primaryProfessions,
  knownFor,
  creditSummary,
}: ComparedPerson): readonly Fact[] {
  const { credits, titles, firstYear, lastYear } = creditSummary;
  return [
    ['Born', birthYear ?? undefined],
    ['Died', deathYear ?? undefined],
    ['Professions', asList(primaryProfessions.map(labelOf)) || undefined],
    ['Credits', asNumber(credits)],
    ['Titles', asNumber(titles)],
    ['Active', asYearSpan(firstYear, lastYear)],
    [
      'Known for',
      knownFor.length === 0 ? undefined : (
        <ul>
          {knownFor.map(({ id, displayTitle }) => (
            <li key={id}>
              <a href={href(`/title/${id}`)} dir="auto">
                {displayTitle}
              </a>
            </li>
          ))}
        </ul>
      ),
    ],
  ];
}
