import type { JSX } from 'preact';

import { useQueryString } from '../routing/use-query-string.ts';

/** Arguments of a connection. */
export interface PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/**
 * Arguments of a page of a list from the address of the page, where `name` is the list: `?castAfter=` and
 * `?castBefore=`, or `?after=` and `?before=` for the main list.
 */
export function usePageOf(name: string, size: number): PageArguments {
  const { values } = useQueryString();
  const { after, before } = namesOf(name);
  if (values[before]) return { last: size, before: values[before] };
  return values[after] ? { first: size, after: values[after] } : { first: size };
}

export interface PagerProps {
  /** As given to `usePageOf`. */
  name: string;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** What is listed, for screen readers. */
  label: string;
}

/** Links to the pages before and after; nothing if there is one page alone. */
export function Pager({ name, pageInfo, label }: PagerProps): JSX.Element | null {
  const { withValues } = useQueryString();
  const { after, before } = namesOf(name);
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  if (!hasNextPage && !hasPreviousPage) return null;
  return (
    <nav class="no-print mt-3 flex gap-2" aria-label={`Pages of ${label}`}>
      {hasPreviousPage && startCursor !== null && (
        <a class="button" rel="prev" href={withValues({ [before]: startCursor, [after]: undefined })}>
          ← Previous
        </a>
      )}
      {hasNextPage && endCursor !== null && (
        <a class="button" rel="next" href={withValues({ [after]: endCursor, [before]: undefined })}>
          Next →
        </a>
      )}
    </nav>
  );
}

function namesOf(name: string): { after: string; before: string } {
  return name === '' ? { after: 'after', before: 'before' } : { after: `${name}After`, before: `${name}Before` };
}
