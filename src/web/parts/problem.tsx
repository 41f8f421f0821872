import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';

import type { RequestProblem } from '../data/request.ts';
import { href } from '../routing/base.ts';

/** Headings by code; other codes have the last one. */
const HEADINGS: Readonly<Record<string, string>> = {
  DATASET_UNAVAILABLE: 'The data is not there yet',
  OFFLINE: 'No connection',
  OVERLOADED: 'The server is busy',
  RATE_LIMITED: 'Too many requests',
  BAD_USER_INPUT: 'This address does not fit',
};

/** What went wrong, in the server's words, and what one can do. */
export function Problem({ problem, retry }: { problem: RequestProblem; retry: () => void }): JSX.Element {
  const heading = HEADINGS[problem.code] ?? 'Something went wrong';
  useEffect(() => {
    document.title = `${heading} · marquee`;
  }, [heading]);
  return (
    <div class="notice" role="alert">
      <h1 class="mb-2 text-2xl">{heading}</h1>
      <p class="mb-4 break-words">{problem.message}</p>
      <button class="button-main" type="button" onClick={retry}>
        Retry
      </button>{' '}
      <a class="button" href={href('/')}>
        Home
      </a>
    </div>
  );
}
