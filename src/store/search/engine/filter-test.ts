import { FIRST_KEY_OF_TMDB, FOUND_TYPES, MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { isAdult, regionOf, textOf, typeOf } from '../../../formats/postings/layout.ts';
import type { Postings } from '../../../formats/postings/postings.ts';
import type { SearchFilter, SearchType } from '../../model/model.ts';

/** Whether a posting is of a text that counts and of a document that passes. */
export type FilterTest = (docId: number, attributes: number) => boolean;

const { person, movie, series, episode } = FOUND_TYPES;
const EVERY_TYPE = -1;

/** A bit for each type of documents. */
const TYPE_BITS: Record<SearchType, number> = {
  TITLE: EVERY_TYPE & ~(1 << person),
  PERSON: 1 << person,
  MOVIE: 1 << movie,
  SERIES: 1 << series,
  EPISODE: 1 << episode,
};

/** Of a region that no text has. */
const NO_CODE = -1;

const AKA = MATCHES.indexOf('AKA');

export function isAka(attributes: number): boolean {
  return textOf(attributes) % MATCHES.length === AKA;
}

/** The first document that may pass: those of what TMDB alone has are the last. */
export function firstDocument(postings: Postings, { source }: Pick<SearchFilter, 'source'>): number {
  if (source !== 'TMDB') return 0;
  let [low, high] = [0, postings.documents];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (postings.keyOf(middle) < FIRST_KEY_OF_TMDB) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The test that a posting passes a filter, of documents from `firstDocument` on. */
export function filterTest(postings: Postings, { types, year, adult, includeAkas, region }: SearchFilter): FilterTest {
  const bits = types === undefined ? EVERY_TYPE : types.reduce((all, type) => all | TYPE_BITS[type], 0);
  const code = region === undefined ? undefined : (postings.regionCode(region) ?? NO_CODE);
  return (docId, attributes) => {
    if (((bits >> typeOf(attributes)) & 1) === 0) return false;
    if (adult !== 'INCLUDE' && isAdult(attributes) !== (adult === 'ONLY')) return false;
    if (isAka(attributes) && !(includeAkas && (code === undefined || regionOf(attributes) === code))) return false;
    return year === undefined || postings.yearOf(docId) === year;
  };
}
