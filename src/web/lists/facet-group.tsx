import type { ComponentChildren, JSX } from 'preact';

import type { FacetValueFragment } from '../generated/graphql.ts';
import { useQueryString } from '../routing/use-query-string.ts';
import { asNumber } from '../words/format.ts';
import { facetLinks } from './facet-values.ts';
import type { FacetLink } from './facet-values.ts';
import { FILTER_HEADINGS } from './filter-words.ts';
import type { FilterName } from './title-filter.ts';

/** Values that are shown at once, beside those that are chosen; the others are behind a click. */
const SHOWN = 8;

export interface FacetGroupProps {
  name: FilterName;
  buckets?: readonly FacetValueFragment[] | undefined;
  /** Another way to set the filter, below the values. */
  children?: ComponentChildren;
}

/** The values of a facet with their counts, each a link that sets or removes the filter. */
export function FacetGroup({ name, buckets = [], children }: FacetGroupProps): JSX.Element | null {
  const { values } = useQueryString();
  const links = facetLinks(buckets, { name, values });
  if (links.length === 0 && children === undefined) return null;
  const [first, rest] = [[], []] as [FacetLink[], FacetLink[]];
  for (const [at, link] of links.entries()) (at < SHOWN || link.isOn ? first : rest).push(link);
  const title = FILTER_HEADINGS[name];
  return (
    <section class="mb-4" aria-label={title}>
      <h2 class="mb-1 font-sans text-sm">{title}</h2>
      <Links name={name} links={first} />
      {rest.length > 0 && (
        <details>
          <summary class="cursor-pointer py-0.5 text-sm text-accent">
            {asNumber(rest.length)} more<span class="sr-only"> values of: {title}</span>
          </summary>
          <Links name={name} links={rest} />
        </details>
      )}
      {children}
    </section>
  );
}

function Links({ name, links }: { name: FilterName; links: readonly FacetLink[] }): JSX.Element {
  const { withValues } = useQueryString();
  return (
    <ul>
      {links.map(({ words, count, isOn, next }) => (
        <li key={words}>
          <a
            class={`flex justify-between gap-2 rounded-sm py-0.5 text-sm ${isOn ? 'font-semibold' : ''}`}
            href={withValues({ [name]: next, after: undefined, before: undefined })}
            aria-current={isOn}
          >
            <span>
              {isOn && <span aria-hidden="true">✓ </span>}
              {words}
            </span>
            <span class="text-soft tabular-nums">{count !== undefined && asNumber(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
