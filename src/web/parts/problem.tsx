import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

import type { RequestProblem } from '../data/request.ts';
import { tokenOfTab } from '../data/token.ts';
import { href } from '../routing/base.ts';
import { TokenForm } from './token-form.tsx';

/** Headings by code; other codes have the last one. */
const HEADINGS: Readonly<Record<string, string>> = {
  DATASET_UNAVAILABLE: 'The data is not there yet',
  OFFLINE: 'No connection',
  OVERLOADED: 'The server is busy',
  RATE_LIMITED: 'Too many requests',
  BAD_USER_INPUT: 'This address does not fit',
  UNAUTHENTICATED: 'A token is needed',
  FORBIDDEN: 'This token may not do that',
};

/** Codes where trying again helps nobody. */
const LASTING = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN']);

/**
 * What went wrong, in the server's words, and what one can do: start over where the address is wrong, type in a token
 * where one is needed, or another one.
 */
export function Problem({ problem, retry }: { problem: RequestProblem; retry: () => void }): JSX.Element {
  const { path, query } = useLocation();
  const heading = HEADINGS[problem.code] ?? 'Something went wrong';
  useEffect(() => {
    document.title = `${heading} · marquee`;
  }, [heading]);
  const isOfToken =
    problem.code === 'UNAUTHENTICATED' ||
    problem.code === 'FORBIDDEN' ||
    (problem.code === 'RATE_LIMITED' && tokenOfTab() !== undefined);
  return (
    <div class="notice" role="alert">
      <h1 class="mb-2 text-2xl">{heading}</h1>
      <p class="mb-4 break-words">{problem.message}</p>
      {isOfToken && <TokenForm />}
      {!LASTING.has(problem.code) && (
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
