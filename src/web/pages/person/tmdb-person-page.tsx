import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { TmdbPersonPageDocument } from '../../generated/graphql.ts';
import type { TmdbPersonPageQuery } from '../../generated/graphql.ts';
import { NotFound } from '../../parts/not-found.tsx';
import { Heading, Page } from '../../parts/page.tsx';
import { TmdbMark } from '../../parts/tmdb-mark.tsx';
import { useOwnAddress } from '../../routing/use-own-address.ts';
import { AboutPerson } from '../../tmdb/about-person.tsx';
import { PersonPhoto } from '../../tmdb/person-photo.tsx';
import { asLifetime } from '../../words/lifetime.ts';

type TmdbPagePerson = NonNullable<TmdbPersonPageQuery['personBy']>;

/** A person whom TMDB alone has, by TMDB's id. One whom IMDb has too, or whom TMDB has merged, has another address. */
export function TmdbPersonPage({ id }: { id: string }): JSX.Element {
  const answer = useAnswer(TmdbPersonPageDocument, { id });
  const found = answer.isStale ? undefined : answer.reply?.data.personBy?.id;
  useOwnAddress(found === undefined || found === id ? undefined : `/person/${found}`);
  return (
    <Page answer={answer} titleOf={({ personBy }) => personBy?.primaryName ?? id} missing={<NotFound what="person" />}>
      {({ personBy: person }) =>
        person !== null && (
          <>
            <TmdbPersonCard person={person} />
            {person.tmdb !== null && <AboutPerson tmdb={person.tmdb} />}
          </>
        )
      }
    </Page>
  );
}

function TmdbPersonCard({ person }: { person: TmdbPagePerson }): JSX.Element {
  const { primaryName, tmdb } = person;
  return (
    <article class="mt-4 flex items-center gap-4 sm:gap-8">
      <PersonPhoto person={person} />
      <div class="min-w-0 flex-1">
        <Heading class="break-words">{primaryName}</Heading>
        <p class="mt-1 text-soft">{[asLifetime(person), tmdb?.knownForDepartment].filter(Boolean).join(' · ')}</p>
        <p class="mt-3">
          <TmdbMark /> alone has this person: they are not in IMDb’s files, or TMDB does not say which of IMDb’s people
          they are.
        </p>
        {tmdb !== null && (
          <p class="no-print mt-3">
            <a class="button" href={tmdb.url} rel="noreferrer">
              Credits at TMDB <span aria-hidden="true">↗</span>
            </a>
          </p>
        )}
      </div>
    </article>
  );
}
