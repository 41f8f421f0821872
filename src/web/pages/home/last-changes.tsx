import type { JSX } from 'preact';

import type { HomeQuery } from '../../generated/graphql.ts';
import { Move, ratingMove } from '../../parts/move.tsx';
import { TitleRow } from '../../parts/title-row.tsx';

/** Titles that are new or whose rating moved since the build before. */
export function LastChanges({ changes }: { changes: HomeQuery['changes'] }): JSX.Element {
  const moved = changes?.nodes.flatMap(({ title, ...change }) => (title === null ? [] : [{ ...change, title }])) ?? [];
  if (moved.length === 0) return <p class="text-soft">Nothing has changed, or this is the first build.</p>;
  return (
    <ul class="grid gap-x-8 md:grid-cols-2">
      {moved.map(({ id, kind, title, ratingBefore, ratingAfter }) => (
        <li key={`${kind} ${id}`}>
          <TitleRow title={title}>
            {kind === 'TITLE_ADDED' ? (
              <span class="text-sm text-good">new</span>
            ) : (
              <Move by={ratingMove(ratingBefore, ratingAfter)} of="rating" />
            )}
          </TitleRow>
        </li>
      ))}
    </ul>
  );
}
