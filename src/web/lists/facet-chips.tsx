import type { JSX } from 'preact';

import type { FacetValueFragment } from '../generated/graphql.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { asNumber } from '../words/format.ts';
import { facetLinks } from './facet-values.ts';
import { FILTER_HEADINGS } from './filter-words.ts';
import type { FilterName } from './title-filter.ts';

/** The values of a facet as chips in a row: for pages that have few facets. */
export function FacetChips(of: { name: FilterName; buckets: readonly FacetValueFragment[] }): JSX.Element | null {
  const { name, buckets } = of;
  const { values, withValues } = useQueryString();
  const links = facetLinks(buckets, { name, values });
  if (links.length === 0) return null;
  return (
    <ul class="no-print mt-3 flex flex-wrap gap-1.5" aria-label={FILTER_HEADINGS[name]}>
      {links.map(({ words, count, isOn, next }) => (
        <li key={words}>
          <a
            class={isOn ? 'chip-on' : 'chip'}
            href={withValues({ [name]: next, after: undefined, before: undefined })}
            aria-current={isOn}
          >
            {words}{' '}
            <span class={`tabular-nums ${isOn ? '' : 'text-soft'}`}>
              {count !== undefined && asNumber(count)}
              {isOn && <span aria-hidden="true"> ×</span>}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
