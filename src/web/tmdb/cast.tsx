import type { JSX } from 'preact';

import type { TmdbCastFragment } from '../generated/graphql.ts';
import { Pager } from '../parts/pager.tsx';
import { Section } from '../parts/section.tsx';
import { href } from '../routing/base.ts';
import { countOf } from '../words/count-of.ts';
import { Photo } from './photo.tsx';
import { TmdbLink } from './tmdb-link.tsx';

/** Parts that are shown at once. */
export const CAST_SIZE = 24;

type Member = TmdbCastFragment['nodes'][number];

export interface TmdbCastProps {
  cast: TmdbCastFragment;
  /** Name of the list in the address, as given to `usePageOf`. */
  name: string;
  /** The title's page at TMDB. */
  url: string;
}

/** The whole cast as TMDB bills it, with photos; nothing where TMDB has none. */
export function TmdbCast({ cast, name, url }: TmdbCastProps): JSX.Element | null {
  const { totalCount, nodes, pageInfo } = cast;
  if (totalCount === 0) return null;
  return (
    <Section
      title="Cast at TMDB"
      aside={
        <span class="text-soft">
          {countOf(totalCount, 'part')} · <TmdbLink url={`${url}/cast`} />
        </span>
      }
    >
      {/* People of another page are other elements: no photo is seen in the place of another. */}
      <ul key={pageInfo.startCursor} class="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {nodes.map((member, index) => (
          <li key={index} class="flex items-center gap-3 py-1.5">
            <PhotoOf member={member} />
            <div class="min-w-0 flex-1">
              <NameOf member={member} />
              <p class="text-sm text-soft" dir="auto">
                {partOf(member)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Pager name={name} pageInfo={pageInfo} label="the cast at TMDB" />
    </Section>
  );
}

/** The name stands beside it, so that there are no words for it. */
function PhotoOf({ member: { name, tmdbPersonId, tmdbPerson, person } }: { member: Member }): JSX.Element {
  const widths = tmdbPerson === null ? undefined : { w45: tmdbPerson.w45, w185: tmdbPerson.w185 };
  return (
    <Photo
      id={person?.id ?? tmdbPersonId}
      name={name ?? tmdbPersonId}
      class="w-10"
      photo={widths && { widths, sizes: '40px', alt: '' }}
    />
  );
}

/** A name, as a link to the person's page unless TMDB was not yet asked for them. */
export function NameOf(of: { member: Pick<Member, 'name' | 'person'> }): JSX.Element {
  const { name, person } = of.member;
  const text = name ?? 'Without a name';
  if (person === null) return <span dir="auto">{text}</span>;
  return (
    <a class="font-medium break-words" href={href(`/person/${person.id}`)} dir="auto">
      {text}
    </a>
  );
}

/** The character and the number of episodes, as far as they are known: 0 is no number of a part. */
function partOf({ character, episodeCount }: Member): string {
  return [character, episodeCount === null || episodeCount === 0 ? '' : countOf(episodeCount, 'episode')]
    .filter(Boolean)
    .join(' · ');
}
