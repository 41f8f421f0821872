import type { JSX } from 'preact';

import { useQueryString } from '../../routing/use-query-string.ts';
import { asNumber } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { orderNameOf, ORDERS, rolesOf, withRole } from './filmography-choice.ts';
import type { PagePerson } from './person-card.tsx';

/** The order of the filmography, in the address. */
export function OrderSelect(): JSX.Element {
  const { values, change } = useQueryString();
  return (
    <select
      class="field no-print"
      aria-label="Order of the filmography"
      value={orderNameOf(values['order'])}
      onChange={({ currentTarget: { value } }) =>
        change({ order: value === 'year-desc' ? undefined : value, creditsAfter: undefined, creditsBefore: undefined })
      }
    >
      {Object.entries(ORDERS).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Filters by category: links that add or take away one each. The numbers count each episode. */
export function Roles({ categories }: { categories: PagePerson['creditSummary']['categories'] }): JSX.Element | null {
  const { values, withValues } = useQueryString();
  const roles = rolesOf(values['roles']);
  // Several words that are newer than the enum are one category.
  const counts = Map.groupBy(categories, ({ category }) => category);
  if (counts.size < 2 && roles.length === 0) return null;
  return (
    <ul class="no-print flex flex-wrap gap-2" aria-label="Filmography by role">
      <li>
        <a
          class={roles.length === 0 ? 'chip-on' : 'chip'}
          href={withValues({ roles: undefined, creditsAfter: undefined, creditsBefore: undefined })}
          aria-current={roles.length === 0}
        >
          All
        </a>
      </li>
      {[...counts].map(([category, entries]) => (
        <li key={category}>
          <a
            class={roles.includes(category) ? 'chip-on' : 'chip'}
            href={withValues({
              roles: withRole(roles, category),
              creditsAfter: undefined,
              creditsBefore: undefined,
            })}
            aria-current={roles.includes(category)}
          >
            {labelOf(category)}{' '}
            <span class="tabular-nums opacity-80">{asNumber(entries.reduce((sum, { count }) => sum + count, 0))}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
