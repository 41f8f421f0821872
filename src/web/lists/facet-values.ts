import type { FacetValueFragment } from '../generated/graphql.ts';
import { slugOf } from '../parts/genre-chip.tsx';
import { filterWords } from './filter-words.ts';
import { chosenOf, isList, listText, rangeText, toggled } from './title-filter.ts';
import type { AddressValues, FilterName } from './title-filter.ts';

/** Years of a bucket, and minutes. */
const YEARS = 10;
const MINUTES = 30;
/** Lower end of the last bucket of running times, which is open. */
const LONGEST = 180;
const BEST_RATING = 10;

/** Filters whose values are codes, with names in the reader's language. */
const NAMED: ReadonlySet<FilterName> = new Set<FilterName>(['market', 'language', 'country']);

/** A value of a facet, as a link needs it. */
export interface FacetLink {
  words: string;
  /** Undefined for a value that is chosen and not among those that are counted. */
  count: number | undefined;
  /** Whether the address asks for it. */
  isOn: boolean;
  /** The filter's text in an address in which this value is chosen or, if it is now, is not. */
  next: string | undefined;
}

/** The values of a facet, and what else is chosen, as links that set the filter `name` in an address. */
export function facetLinks(
  buckets: readonly FacetValueFragment[],
  { name, values }: { name: FilterName; values: AddressValues },
): FacetLink[] {
  const chosen = chosenOf(name, values);
  const linkOf = (part: string, { words, count }: { words: string; count: number | undefined }): FacetLink => {
    const isOn = chosen.includes(part);
    return { words, count, isOn, next: isList(name) ? toggled(values[name], part) : isOn ? undefined : part };
  };
  const counted = buckets.map(({ value, label, count }) => ({ part: partOf(name, value), label, count }));
  const others = chosen.filter((part) => counted.every((other) => other.part !== part));
  return [
    ...counted.map(({ part, label, count }) =>
      linkOf(part, { words: NAMED.has(name) ? filterWords(name, part) : label, count }),
    ),
    ...others.map((part) => linkOf(part, { words: filterWords(name, part), count: undefined })),
  ];
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
    case 'language':
    case 'country':
    case 'keyword':
      return listText([value]);
    case 'votes':
      return value;
  }
}
