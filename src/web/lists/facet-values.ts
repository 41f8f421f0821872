import type { FacetValueFragment } from '../generated/graphql.ts';
import { slugOf } from '../parts/genre-chip.tsx';
import { regionName } from '../words/markets.ts';
import { partsOf, rangeText, toggled } from './title-filter.ts';
import type { AddressValues, FilterName } from './title-filter.ts';

/** Years of a bucket, and minutes. */
const YEARS = 10;
const MINUTES = 30;
/** Lower end of the last bucket of running times, which is open. */
const LONGEST = 180;
const BEST_RATING = 10;

/** A value of a facet, as a link needs it. */
export interface FacetLink {
  words: string;
  count: number;
  /** Whether the address asks for it. */
  isOn: boolean;
  /** The filter's text in an address in which this value is chosen or, if it is now, is not. */
  next: string | undefined;
}

/** The values of a facet as links that set the filter `name` in an address. */
export function facetLinks(
  buckets: readonly FacetValueFragment[],
  { name, values }: { name: FilterName; values: AddressValues },
): FacetLink[] {
  const present = values[name];
  const isList = name === 'type' || name === 'genre' || name === 'market';
  return buckets.map(({ value, label, count }) => {
    const part = partOf(name, value);
    const isOn = isList ? partsOf(present).includes(part) : present === part;
    return {
      words: name === 'market' ? regionName(value) : label,
      count,
      isOn,
      next: isList ? toggled(present, part) : isOn ? undefined : part,
    };
  });
}

/** A facet's value as it stands in an address: a word, or the range that begins with it. */
function partOf(name: FilterName, value: string): string {
  const min = Number(value);
  switch (name) {
    case 'type':
    case 'genre':
      return slugOf(value);
    case 'year':
      return rangeText({ min, max: min + YEARS - 1 }) ?? '';
    case 'rating':
      return rangeText({ min, max: min === BEST_RATING ? min : Number(`${min}.9`) }) ?? '';
    case 'runtime':
      return rangeText({ min, max: min >= LONGEST ? undefined : min + MINUTES - 1 }) ?? '';
    case 'market':
    case 'votes':
      return value;
  }
}
