import { useState } from 'preact/hooks';
import type { JSX } from 'preact';

import type { SearchFacetsFragment } from '../generated/graphql.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { TmdbFacetGroups } from './tmdb-facets.tsx';
import { FacetGroup } from './facet-group.tsx';
import { RangeForm } from './range-form.tsx';

/** All filters of titles beside a list: facets with counts, and ranges to type. On phones they open by a button. */
export function TitleFacets({ facets }: { facets: SearchFacetsFragment | null | undefined }): JSX.Element {
  const { values, withValues } = useQueryString();
  const [isOpen, setOpen] = useState(false);
  const hasMore = values['more'] !== undefined;
  return (
    <aside class="no-print lg:w-52 lg:shrink-0" aria-label="Filters">
      <button
        class="button mt-2 lg:hidden"
        type="button"
        aria-expanded={isOpen}
        aria-controls="filters"
        onClick={() => setOpen(!isOpen)}
      >
        Filters
      </button>
      <div id="filters" class={`mt-4 lg:block ${isOpen ? '' : 'hidden'}`}>
        <FacetGroup name="type" buckets={facets?.type} />
        <FacetGroup name="genre" buckets={facets?.genre} />
        <FacetGroup name="year" buckets={facets?.decade.toReversed()}>
          <RangeForm name="year" />
        </FacetGroup>
        <FacetGroup name="rating" buckets={facets?.ratingBucket.toReversed()}>
          <RangeForm name="rating" step={0.1} />
        </FacetGroup>
        <FacetGroup name="votes">
          <RangeForm name="votes" />
        </FacetGroup>
        <TmdbFacetGroups facets={facets} />
        <FacetGroup name="runtime" buckets={facets?.runtimeBucket}>
          <RangeForm name="runtime" />
        </FacetGroup>
        <FacetGroup name="market" buckets={facets?.akaRegion} />
        <a class="link text-sm" href={withValues({ more: hasMore ? undefined : 1 })}>
          {hasMore ? 'Fewer filters' : 'Running times and markets'}
        </a>
      </div>
    </aside>
  );
}
