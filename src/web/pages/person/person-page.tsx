import type { JSX } from 'preact';

import { useAnswer } from '../../data/use-answer.ts';
import { PersonPageDocument } from '../../generated/graphql.ts';
import { MissingPage } from '../../parts/missing-page.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { Page } from '../../parts/page.tsx';
import { usePageOf } from '../../parts/pager.tsx';
import { isTmdbId, kindOfId } from '../../routing/kind-of-id.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { REGION } from '../../words/reader.ts';
import { AboutPerson } from '../../tmdb/about-person.tsx';
import { Collaborators } from './collaborators.tsx';
import { Degrees } from './degrees.tsx';
import { Filmography } from './filmography.tsx';
import { orderOf, rolesOf } from './filmography-choice.ts';
import { PersonCard } from './person-card.tsx';
import { KnownFor, Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import { TmdbPersonPage } from './tmdb-person-page.tsx';

/** A person, at `/person/:id`. Degrees are asked for by `?degrees=1` alone, because they take seconds. */
export function PersonPage({ id }: { id: string }): JSX.Element {
  const lowered = id.toLowerCase();
  if (kindOfId(id) === 'title') return <MissingPage what="person" />;
  return isTmdbId(id) ? <TmdbPersonPage id={lowered} /> : <PersonWithId id={lowered} />;
}

function PersonWithId({ id }: { id: string }): JSX.Element {
  const { values } = useQueryString();
  const page = usePageOf('credits', 24);
  const answer = useAnswer(PersonPageDocument, {
    id,
    region: REGION,
    categories: rolesOf(values['roles']),
    orderBy: [orderOf(values['order'])],
    unit: values['by'] === 'decade' ? 'DECADE' : 'YEAR',
    withDegrees: values['degrees'] === '1',
    ...page,
  });
  return (
    <Page
      answer={answer}
      titleOf={({ person }) => person?.primaryName ?? 'Not found'}
      missing={<NotFound what="person" />}
    >
      {({ person }) =>
        person !== null && (
          <>
            <PersonCard person={person} />
            {person.tmdb !== null && <AboutPerson tmdb={person.tmdb} />}
            <KnownFor person={person} />
            <Timeline person={person} />
            <Filmography person={person} />
            <Summary person={person} />
            <Collaborators person={person} />
            <Degrees person={person} />
          </>
        )
      }
    </Page>
  );
}
