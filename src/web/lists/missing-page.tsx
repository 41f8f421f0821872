import type { JSX } from 'preact';

import { NotFound } from '../parts/not-found.tsx';

/** The page of something that cannot be, known without a request. */
export function MissingPage({ what }: { what: string }): JSX.Element {
  return (
    <main class="content">
      <NotFound what={what} />
    </main>
  );
}
