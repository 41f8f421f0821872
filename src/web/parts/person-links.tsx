import type { JSX } from 'preact';

import { href } from '../routing/base.ts';

/** Names of people, each a link to their page. */
export function PersonLinks({ people }: { people: readonly { id: string; primaryName: string }[] }): JSX.Element {
  return (
    <>
      {people.map(({ id, primaryName }, index) => (
        <>
          {index > 0 && ', '}
          <a class="link" href={href(`/person/${id}`)} dir="auto">
            {primaryName}
          </a>
        </>
      ))}
    </>
  );
}
