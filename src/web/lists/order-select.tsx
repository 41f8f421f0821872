import type { JSX } from 'preact';

import { useQueryString } from '../routing/use-query-string.ts';
import { hasFilter } from './title-filter.ts';
import { ORDER_OPTIONS, orderNameOf, USUAL_ORDER } from './title-orders.ts';

/** The order of a list of titles, kept in the address. With words alone, relevance is the usual one. */
export function OrderSelect(): JSX.Element {
  const { values, change } = useQueryString();
  const isByRelevance = Boolean(values['q']) && !hasFilter(values);
  const usual = isByRelevance ? '' : USUAL_ORDER;
  return (
    <label class="no-print inline-flex items-center gap-2">
      <span class="text-soft">Order</span>
      <select
        class="field py-1 text-sm"
        value={orderNameOf(values['order']) ?? usual}
        onChange={({ currentTarget: { value } }) =>
          change({ order: value === usual ? undefined : value, after: undefined, before: undefined })
        }
      >
        {isByRelevance && <option value="">Relevance</option>}
        {ORDER_OPTIONS.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
