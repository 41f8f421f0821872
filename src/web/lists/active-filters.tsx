import type { JSX } from 'preact';

import { useQueryString } from '../routing/use-query-string.ts';
import { FILTER_HEADINGS, filterWords } from './filter-words.ts';
import { chosenOf, FILTERS, isList, toggled } from './title-filter.ts';
import type { FilterName } from './title-filter.ts';

/** Each filter of the address as a link to the page without it, and one to the page without any. */
export function ActiveFilters(): JSX.Element | null {
  const { values, withValues } = useQueryString();
  const firstPage = { after: undefined, before: undefined };
  const chips = FILTERS.flatMap((name) =>
    chosenOf(name, values).map((part) => ({
      name,
      part,
      rest: isList(name) ? toggled(values[name], part) : undefined,
    })),
  );
  if (chips.length === 0) return null;
  const none = Object.fromEntries(chips.map(({ name }) => [name, undefined]));
  return (
    <ul class="my-2 flex flex-wrap gap-2" aria-label="Filters in use">
      {chips.map(({ name, part, rest }) => (
        <li key={`${name} ${part}`}>
          <a
            class="chip-on"
            href={withValues({ [name]: rest, ...firstPage })}
            aria-label={`Without the filter ${wordsOf(name, part)}`}
          >
            {wordsOf(name, part)} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="link inline-block px-1 text-sm" href={withValues({ ...none, ...firstPage })}>
          Without filters
        </a>
      </li>
    </ul>
  );
}

function wordsOf(name: FilterName, part: string): string {
  return `${FILTER_HEADINGS[name]}: ${filterWords(name, part)}`;
}
