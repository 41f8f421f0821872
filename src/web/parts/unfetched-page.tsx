import type { JSX } from 'preact';

import { RequestProblem } from '../data/request.ts';
import { Problem } from './problem.tsx';

const PROBLEM = new RequestProblem('A part of the app could not be fetched.', { code: 'OFFLINE' });

/** Stands in for a page whose file could not be fetched. Only a reload asks for a file again. */
export function UnfetchedPage(): JSX.Element {
  return (
    <main class="content">
      <Problem problem={PROBLEM} retry={() => location.reload()} />
    </main>
  );
}
