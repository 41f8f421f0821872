import { useLocation, useRoute } from 'preact-iso';

import { BASE } from './base.ts';
import type { Query } from './base.ts';

export interface QueryString {
  /** Values of the page's address. */
  values: Readonly<Record<string, string | undefined>>;
  /** Address of this page with some values changed; undefined and empty ones are taken out. */
  withValues: (changes: Query) => string;
  /** Goes there; `replace` leaves no entry in the history. */
  change: (changes: Query, how?: { replace?: boolean }) => void;
}

/**
 * The query string of the page's address: filters, orders and pages of lists, so that a link has them all. It is that of
 * the page that is shown, not of the one that is being loaded: the old page would ask with the new page's values.
 */
export function useQueryString(): QueryString {
  const { route } = useLocation();
  const { path, query } = useRoute();
  const withValues = (changes: Query): string => {
    const values = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') values.delete(name);
      else values.set(name, String(value));
    }
    const search = values.toString();
    // The router takes the slash at the end off, which the root has: a proxy knows its prefix with the slash alone.
    const place = `${path}/` === BASE ? BASE : path;
    return `${place}${search && `?${search}`}`;
  };
  return { values: query, withValues, change: (changes, { replace } = {}) => route(withValues(changes), replace) };
}
