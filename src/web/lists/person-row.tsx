import type { ComponentChildren, JSX } from 'preact';

import type { ListedPersonFragment } from '../generated/graphql.ts';
import { Marked } from '../parts/marked.tsx';
import { Portrait } from '../parts/portrait.tsx';
import { TmdbAlone } from '../parts/tmdb-alone.tsx';
import { href } from '../routing/base.ts';
import { labelOf } from '../words/labels.ts';
import { asLifetime } from '../words/lifetime.ts';

export interface PersonRowProps {
  person: ListedPersonFragment;
  /** Words that were searched for, which are marked. */
  query?: string;
  /** Before the picture, such as a rank. */
  lead?: ComponentChildren;
  /** At the end of the row, such as a number. */
  end?: ComponentChildren;
  /** Below the name. */
  children?: ComponentChildren;
}

/** A person in a list: name as a link, professions and years. */
export function PersonRow({ person, query = '', lead, end, children }: PersonRowProps): JSX.Element {
  const { id, primaryName } = person;
  return (
    <div class="flex items-start gap-3 py-2">
      {lead}
      <Portrait id={id} name={primaryName} />
      <div class="min-w-0 flex-1">
        <a class="font-medium break-words" href={href(`/person/${id}`)} dir="auto">
          <Marked text={primaryName} query={query} />
        </a>
        <p class="text-sm text-soft">{aboutOf(person)}</p>
        {children}
      </div>
      {(end !== undefined || person.source === 'TMDB') && <div class="pt-0.5 text-right">{end ?? <TmdbAlone />}</div>}
    </div>
  );
}

function aboutOf(person: ListedPersonFragment): string {
  const professions = person.primaryProfessions.length === 0 ? ['Person'] : person.primaryProfessions.map(labelOf);
  return [...professions, asLifetime(person)].filter(Boolean).join(' · ');
}
