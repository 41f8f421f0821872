import type { JSX } from 'preact';

import { NotFound } from './not-found.tsx';

/** The page of something that cannot be, known without a request; of an address that is no page if nothing is named. */
export function MissingPage({ what }: { what?: string }): JSX.Element {
  return (
    <main class="content">
      <NotFound {...(what !== undefined && { what })} />
    </main>
  );
}
