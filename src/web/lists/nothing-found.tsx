import type { JSX } from 'preact';

import { href } from '../routing/base.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { ElsewhereAtTmdb } from './elsewhere-at-tmdb.tsx';
import { hasFilter } from './title-filter.ts';
import { orderNameOf } from './title-orders.ts';

export interface NothingFoundProps {
  query: string;
  /** Whether the server has data of TMDB's that the list can have too; no by default. */
  hasTmdb?: boolean | undefined;
}

/** What helps where a list is empty: fewer filters, the search by relevance, other words. */
export function NothingFound({ query, hasTmdb = false }: NothingFoundProps): JSX.Element {
  const { values } = useQueryString();
  const isFiltered = hasFilter(values) || orderNameOf(values['order']) !== undefined;
  return (
    <div class="notice">
      <h2 class="mb-2">Nothing found{query !== '' && ` for “${query}”`}</h2>
      {isFiltered ? (
        <>
          <p class="mb-3">
            {query === ''
              ? 'No title passes all of these filters.'
              : 'No title has all of these words in its name and passes all filters. Without filters, other spellings, titles in other markets and people are searched as well.'}
          </p>
          <p>
            <a class="button-main" href={href('/search', { q: query })}>
              {query === '' ? 'All titles' : `Search for “${query}” without filters`}
            </a>
          </p>
        </>
      ) : query === '' ? (
        <p>No title in the data is of this kind.</p>
      ) : (
        <ul class="list-disc pl-5">
          <li>Fewer words find more: all of them must be in the name.</li>
          <li>Near spellings are tried, and titles in all markets. A name’s beginning is enough in the suggestions.</li>
          <li>An id of IMDb, such as tt0111161, finds its title or person, if it is in the data.</li>
          {hasTmdb && (
            <li>
              Where what TMDB alone has is searched too, so does an id of TMDB, such as tmdb:movie:603, or the address
              of its page, https://www.themoviedb.org/movie/603.
            </li>
          )}
        </ul>
      )}
      {hasTmdb && <ElsewhereAtTmdb query={query} />}
    </div>
  );
}
