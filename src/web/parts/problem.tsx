import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

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

/** What went wrong, in the server's words, and what one can do: where the address is wrong, trying again helps nobody. */
export function Problem({ problem, retry }: { problem: RequestProblem; retry: () => void }): JSX.Element {
  const { path, query } = useLocation();
  const heading = HEADINGS[problem.code] ?? 'Something went wrong';
  useEffect(() => {
    document.title = `${heading} · marquee`;
  }, [heading]);
  return (
    <div class="notice" role="alert">
      <h1 class="mb-2 text-2xl">{heading}</h1>
      <p class="mb-4 break-words">{problem.message}</p>
      {problem.code !== 'BAD_USER_INPUT' && (
        <button class="button-main" type="button" onClick={retry}>
          Retry
        </button>
      )}
      {problem.code === 'BAD_USER_INPUT' && Object.keys(query).length > 0 && (
        <a class="button-main" href={path}>
          Start over
        </a>
      )}{' '}
      <a class="button" href={href('/')}>
        Home
      </a>
    </div>
  );
}
