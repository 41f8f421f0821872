import type { JSX } from 'preact';

import { filterWords } from './filter-words.ts';
import type { SourceName } from './source.ts';
import { listText } from './title-filter.ts';
import type { ListName } from './title-filter.ts';
import { href } from '../routing/base.ts';

export interface FilterLinksProps {
  name: ListName;
  values: readonly string[];
  /** Whose titles are listed, as in an address; IMDb's by default. */
  source?: SourceName | undefined;
}

/** Values of a filter, each a link to the titles that have it. */
export function FilterLinks({ name, values, source }: FilterLinksProps): JSX.Element | null {
  if (values.length === 0) return null;
  return (
    <>
      {values.map((value, index) => (
        <>
          {index > 0 && ', '}
          <a class="link" href={href('/search', { [name]: listText([value]), source })}>
            {filterWords(name, listText([value]))}
          </a>
        </>
      ))}
    </>
  );
}
