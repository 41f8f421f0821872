import type { JSX } from 'preact';

import type { ChangeLineFragment } from '../../generated/graphql.ts';
import { Cover } from '../../parts/cover.tsx';
import { Move, ratingMove } from '../../parts/move.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { asRating } from '../../words/format.ts';

/** One change: the title or the person as it is now, or as it was if it is gone, and what is new about it. */
export function ChangeRow({ change }: { change: ChangeLineFragment }): JSX.Element {
  const { id, kind, title, person, nameAfter, nameBefore, ratingBefore } = change;
  if (title !== null)
    return (
      <TitleRow title={title}>
        <What change={change} />
      </TitleRow>
    );
  const name = nameAfter ?? nameBefore ?? id;
  return (
    <div class="flex items-start gap-3 py-2">
      {kind.startsWith('PERSON') ? (
        <Portrait id={id} name={name} />
      ) : (
        <Cover id={id} title={name} genres={[]} class="w-10" />
      )}
      <div class="min-w-0 flex-1">
        <p class="font-medium break-words" dir="auto">
          {person === null ? name : <a href={href(`/person/${person.id}`)}>{name}</a>}
        </p>
        <p class="text-sm text-soft">{id}</p>
        <What change={change} />
      </div>
      {ratingBefore !== null && <RatingOf rating={ratingBefore} />}
    </div>
  );
}

function What({ change }: { change: ChangeLineFragment }): JSX.Element {
  const { kind, nameBefore, ratingBefore, ratingAfter } = change;
  switch (kind) {
    case 'TITLE_ADDED':
    case 'PERSON_ADDED':
      return <p class="text-sm text-good">new</p>;
    case 'TITLE_REMOVED':
    case 'PERSON_REMOVED':
      return <p class="text-sm text-bad">removed</p>;
    case 'TITLE_RENAMED':
    case 'PERSON_RENAMED':
      return (
        <p class="text-sm text-soft">
          was <span dir="auto">{nameBefore ?? 'without a name'}</span>
        </p>
      );
    case 'RATING_MOVED':
      return (
        <p class="text-sm text-soft">
          {ratingBefore === null ? 'was not rated' : `was ${asRating(ratingBefore.average)}`}
          {ratingAfter === null && ', is no longer rated'}{' '}
          <Move by={ratingMove(ratingBefore, ratingAfter)} of="rating" />
        </p>
      );
  }
}
