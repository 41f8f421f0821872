import type { JSX } from 'preact';

import type { TmdbFacetsFragment } from '../generated/graphql.ts';
import { FacetChips } from './facet-chips.tsx';
import { FacetGroup } from './facet-group.tsx';
import { chosenOf, TMDB_LISTS } from './title-filter.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { TmdbMark } from '../parts/tmdb-mark.tsx';

/** Values of a filter that are shown above a list; the page of filters has more. */
const MOST_CHIPS = 24;

export interface TmdbFacetsProps {
  facets: TmdbFacetsFragment | null | undefined;
}

/** Languages, countries and keywords beside a list, in columns; nothing where there is no data of TMDB's. */
export function TmdbFacetGroups({ facets }: TmdbFacetsProps): JSX.Element | null {
  if (!useIsThere(facets)) return null;
  return (
    <>
      {TMDB_LISTS.map((name) => (
        <FacetGroup key={name} name={name} buckets={facets?.[name]} />
      ))}
    </>
  );
}

/** Languages, countries and keywords above a list, behind a click, because they are many. */
export function TmdbFacetChips({ facets }: TmdbFacetsProps): JSX.Element | null {
  const { values } = useQueryString();
  if (!useIsThere(facets)) return null;
  return (
    <details class="no-print mt-3" open={TMDB_LISTS.some((name) => chosenOf(name, values).length > 0)}>
      <summary class="cursor-pointer text-sm text-accent">
        Languages, countries and keywords of <TmdbMark />
      </summary>
      {TMDB_LISTS.map((name) => (
        <FacetChips key={name} name={name} buckets={facets?.[name].slice(0, MOST_CHIPS) ?? []} />
      ))}
    </details>
  );
}

/** Whether there is anything to choose, or something is chosen. */
function useIsThere(facets: TmdbFacetsProps['facets']): boolean {
  const { values } = useQueryString();
  return TMDB_LISTS.some((name) => (facets?.[name].length ?? 0) > 0 || chosenOf(name, values).length > 0);
}
