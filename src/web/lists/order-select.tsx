import type { JSX } from 'preact';

import { useQueryString } from '../routing/use-query-string.ts';
import { ORDER_OPTIONS, USUAL_ORDER } from './title-orders.ts';

export interface OrderSelectProps {
  /** Whether the list is by relevance as long as no order is chosen. */
  isByRelevance?: boolean;
}

/** The order of a list of titles, kept in the address. */
export function OrderSelect({ isByRelevance = false }: OrderSelectProps): JSX.Element {
  const { values, change } = useQueryString();
  const usual = isByRelevance ? '' : USUAL_ORDER;
  return (
    <label class="no-print inline-flex items-center gap-2">
      <span class="text-soft">Order</span>
      <select
        class="field py-1 text-sm"
        value={values['order'] ?? usual}
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
