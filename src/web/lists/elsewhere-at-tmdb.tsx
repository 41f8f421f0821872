import type { JSX } from 'preact';

import { href } from '../routing/base.ts';
import { kindOfId, tmdbIdOf } from '../routing/kind-of-id.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { sourceNameOf } from './source.ts';

/**
 * Where to look on a server with data of TMDB's, if nothing was found among what IMDb has: at the page of the id or address that was
 * searched for, or in the same list with what TMDB alone has. Nothing where that is in the list already.
 */
export function ElsewhereAtTmdb({ query }: { query: string }): JSX.Element | null {
  const { values, withValues } = useQueryString();
  if (sourceNameOf(values['source']) !== undefined) return null;
  const id = tmdbIdOf(query);
  const kind = id && kindOfId(id);
  return (
    <p class="mt-3">
      {kind === undefined ? 'TMDB alone may have it: ' : 'That is TMDB’s: '}
      {kind === undefined ? (
        <a class="link" href={withValues({ source: 'any', after: undefined, before: undefined })}>
          search also what TMDB alone has
        </a>
      ) : (
        <a class="link" href={href(`/${kind}/${id}`)}>
          the {kind} {id}
        </a>
      )}
    </p>
  );
}
