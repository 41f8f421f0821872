import { aligned, PAGE_BYTES } from '../paged-layout.ts';
import type { Counts, PagedFormat } from '../paged-layout.ts';

/**
 * `lookup/search_lists.postings`: an inverted index over the texts of search, which answers searches without a query.
 * Documents are titles and people, numbered by popularity (doc ids). A posting says that a term stands in a text of a
 * document; a posting list holds those of one term at one position of texts of one length, in one tier of popularity,
 * sorted by doc id and text, so that two lists are joined by galloping search.
 *
 * A file in pages, see paged-layout.ts, with these sections:
 * - postings, 8 bytes each: the doc id (4), then what filters ask of the text and its document (4, see `attributesOf`);
 * - keys, 4 bytes for each document: its IMDb number times two, plus one for a person;
 * - years, 2 bytes for each document: its start year plus one, 0 where it has none;
 * - lists, 8 bytes each: the number of its first posting (4), the field length (1), the position (1), two zeros; and one
 *   more, whose first posting is the end of the last list;
 * - heads, 4 bytes for each tier and term: its first list; and one more, the number of lists;
 * - skips, 4 bytes for each 4096 bytes of postings: the doc id of the first posting there;
 * - regions: their names in UTF-8, separated by line feeds, in the order of their codes, which begin with 1.
 * Its counts are those of `PostingsSize`.
 */
export const POSTINGS_FORMAT: PagedFormat<keyof PostingsSize> = {
  name: 'a file of postings',
  magic: 'MARQPST3',
  counts: ['postings', 'documents', 'lists', 'terms', 'tiers', 'regionBytes'],
  bytesOf: (counts) => sectionsOf(counts).end,
};

export const POSTING_BYTES = 8;
export const KEY_BYTES = 4;
export const YEAR_BYTES = 2;
export const LIST_BYTES = 8;
export const HEAD_BYTES = 4;
const SKIP_BYTES = 4;
/** Postings of one page. */
export const PAGE_POSTINGS = PAGE_BYTES / POSTING_BYTES;

/** Codes of regions are below this; 0 is a text without one. */
export const MOST_REGIONS = 1 << 11;
/** The latest year that is told from none. */
export const LAST_YEAR = (1 << 16) - 2;

/** What a posting says of its text and document besides the doc id. */
export interface Attributes {
  /** Tells the texts of one document apart, and is what postings of one document are sorted by. */
  text: number;
  /** Of the document: below 8. */
  type: number;
  isAdult: boolean;
  /** Whether it is the only title of its document that has a text: the primary one, and the original one. */
  isOnly: boolean;
  /** Of the text, 0 for none. */
  region: number;
}

/** The SQL of attributes in 4 bytes: 16 bits for the text, 3 for the type, 1 each for the two flags, 11 for the region. */
export function attributesSql({ text, type, isAdult, isOnly, region }: Record<keyof Attributes, string>): string {
  const bits = [`(${text})::UINTEGER << 16`, `(${type})::UINTEGER << 13`];
  bits.push(`(${isAdult})::UINTEGER << 12`, `(${isOnly})::UINTEGER << 11`, `(${region})::UINTEGER`);
  return bits.map((bit) => `(${bit})`).join(' | ');
}

export const textOf = (attributes: number): number => attributes >>> 16;
export const typeOf = (attributes: number): number => (attributes >>> 13) & 7;
export const isAdult = (attributes: number): boolean => (attributes & 4096) !== 0;
export const isOnly = (attributes: number): boolean => (attributes & 2048) !== 0;
export const regionOf = (attributes: number): number => attributes & 2047;

/** How much of what a file holds. */
export interface PostingsSize {
  postings: number;
  documents: number;
  lists: number;
  /** Of the term dictionary, up to the last one that has a posting. */
  terms: number;
  tiers: number;
  regionBytes: number;
}

/** Where the sections begin, and their end. */
export function sectionsOf({ postings, documents, lists, terms, tiers, regionBytes }: Counts<keyof PostingsSize>) {
  const keys = POSTING_BYTES * postings;
  const years = aligned(keys + KEY_BYTES * documents);
  const firstList = aligned(years + YEAR_BYTES * documents);
  const heads = firstList + LIST_BYTES * (lists + 1);
  const skips = aligned(heads + HEAD_BYTES * (tiers * terms + 1));
  const regions = aligned(skips + SKIP_BYTES * Math.ceil(postings / PAGE_POSTINGS));
  return { postings: 0, keys, years, lists: firstList, heads, skips, regions, end: regions + regionBytes };
}
