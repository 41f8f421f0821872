import type { JSX } from 'preact';

import type { CareerOrderField } from '../../generated/graphql.ts';
import { slugOf } from '../../parts/genre-chip.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asNumber } from '../../words/format.ts';
import { CAREER_ORDERS } from './categories.ts';

/** Minimums of titles that can be chosen. */
const MINIMUMS = [1, 3, 5, 10, 25, 50];

export interface CareerControlsProps {
  orderBy: CareerOrderField;
  /** Titles that a person needs to be listed. */
  minimum: number;
}

/** Order and minimum of titles of a list of careers, kept in the address. */
export function CareerControls({ orderBy, minimum }: CareerControlsProps): JSX.Element {
  const { change } = useQueryString();
  const firstPage = { after: undefined, before: undefined };
  const minimums = MINIMUMS.includes(minimum) ? MINIMUMS : [...MINIMUMS, minimum].sort((a, b) => a - b);
  return (
    <div class="no-print flex flex-wrap gap-x-4 gap-y-1">
      <label class="inline-flex items-center gap-2">
        <span class="text-soft">Titles at least</span>
        <select
          class="field py-1 text-sm"
          value={String(minimum)}
          onChange={({ currentTarget: { value } }) => change({ min: value, ...firstPage })}
        >
          {minimums.map((count) => (
            <option key={count} value={String(count)}>
              {asNumber(count)}
            </option>
          ))}
        </select>
      </label>
      <label class="inline-flex items-center gap-2">
        <span class="text-soft">Order</span>
        <select
          class="field py-1 text-sm"
          value={orderBy}
          onChange={({ currentTarget: { value } }) => change({ order: slugOf(value), ...firstPage })}
        >
          {Object.entries(CAREER_ORDERS).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
