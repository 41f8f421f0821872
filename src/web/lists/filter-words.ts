import { asNumber, asRating } from '../words/format.ts';
import { labelOf } from '../words/labels.ts';
import { languageName, regionName } from '../words/markets.ts';
import { valueOf } from '../parts/genre-chip.tsx';
import { rangeOf, unescaped } from './title-filter.ts';
import type { FilterName, RangeName } from './title-filter.ts';

/** Each filter as the heading of its values. */
export const FILTER_HEADINGS: Readonly<Record<FilterName, string>> = {
  type: 'Type',
  genre: 'Genre',
  market: 'Market',
  language: 'Original language',
  country: 'Country',
  keyword: 'Keyword',
  year: 'Years',
  rating: 'Rating',
  runtime: 'Minutes',
  votes: 'Votes',
};

const RANGE_WORDS: Readonly<Record<RangeName, { asText: (value: number) => string; unit: string }>> = {
  year: { asText: String, unit: '' },
  rating: { asText: asRating, unit: ' of 10' },
  runtime: { asText: asNumber, unit: ' minutes' },
  votes: { asText: asNumber, unit: ' votes' },
};

/** A value of a filter, as it stands in an address, in words: `tv-series` is `TV series`, `90-119` is `90 to 119 minutes`. */
export function filterWords(name: FilterName, part: string): string {
  if (name === 'type' || name === 'genre') return labelOf(valueOf(part));
  if (name === 'market' || name === 'country') return regionName(unescaped(part));
  if (name === 'language') return languageName(unescaped(part));
  if (name === 'keyword') return unescaped(part);
  const range = rangeOf(part);
  const { asText, unit } = RANGE_WORDS[name];
  if (range === undefined) return part;
  const { min, max } = range;
  if (min === max && min !== undefined) return `${asText(min)}${unit}`;
  if (max === undefined) return `from ${asText(min ?? 0)}${unit}`;
  return min === undefined ? `to ${asText(max)}${unit}` : `${asText(min)} to ${asText(max)}${unit}`;
}
