import { aligned, PAGE_BYTES } from '../paged-layout.ts';
import type { Counts, PagedFormat } from '../paged-layout.ts';

/**
 * `lookup/search_lists.postings` is an inverted index over the texts of search. Documents are titles and people,
 * numbered by popularity (doc ids). A posting says that a term occurs in a text of a document. A posting list holds the
 * postings of one term at one position in texts of one length, in one tier of popularity, sorted by doc id and text, so
 * that lists can be joined by galloping search.
 *
 * A file in pages, see paged-layout.ts, with these sections:
 * - postings, 8 bytes each: the doc id (4), then the attributes of the text and its document (4, see `attributesSql`);
 * - keys, 4 bytes for each document: its IMDb number times two, plus one for a person;
 * - years, 2 bytes for each document: its start year plus one, 0 if it has none;
 * - lists, 8 bytes each: the index of its first posting (4), the field length (1), the position (1), two zeros; then one
 *   more entry, whose first posting is the end of the last list;
 * - heads, 4 bytes for each tier and term: the index of its first list; then one more entry, the number of lists;
 * - skips, 4 bytes for each 4096 bytes of postings: the doc id of the first posting there;
 * - regions: their names in UTF-8, separated by line feeds, in the order of their codes, which begin with 1.
 * Its counts are those of `PostingsSize`.
 */
export const POSTINGS_FORMAT: PagedFormat<keyof PostingsSize> = {
  name: 'a file of postings',
  magic: 'MARQPST4',
  counts: ['postings', 'documents', 'lists', 'terms', 'tiers', 'regionBytes'],
  bytesOf: (counts) => sectionsOf(counts).end,
};

export const POSTING_BYTES = 8;
export const KEY_BYTES = 4;
export const YEAR_BYTES = 2;
export const LIST_BYTES = 8;
export const HEAD_BYTES = 4;
const SKIP_BYTES = 4;
/** Postings on a page. */
export const PAGE_POSTINGS = PAGE_BYTES / POSTING_BYTES;

/** Upper bound of the codes of regions; 0 is a text without a region. */
export const MOST_REGIONS = 1 << 10;
/** Latest year that can be stored. */
export const LAST_YEAR = (1 << 16) - 2;

/** Attributes of a text and its document, which each posting has beside the doc id. */
export interface Attributes {
  /** Number of the text within its document. The postings of a document are sorted by it. */
  text: number;
  /** Type of the document, below 8. */
  type: number;
  isAdult: boolean;
  /** Whether the text is the primary or the original title of a title that has only one of the two. */
  isOnly: boolean;
  /** Whether the text is an article and something more. */
  hasArticle: boolean;
  /** Code of the region of the text; 0 if it has none. */
  region: number;
}

/** SQL that packs attributes into 4 bytes: 16 bits for the text, 3 for the type, 1 for each flag, 10 for the region. */
export function attributesSql({
  text,
  type,
  isAdult,
  isOnly,
  hasArticle,
  region,
}: Record<keyof Attributes, string>): string {
  const bits = [`(${text})::UINTEGER << 16`, `(${type})::UINTEGER << 13`];
  bits.push(
    `(${isAdult})::UINTEGER << 12`,
    `(${isOnly})::UINTEGER << 11`,
    `(${hasArticle})::UINTEGER << 10`,
    `(${region})::UINTEGER`,
  );
  return bits.map((bit) => `(${bit})`).join(' | ');
}

export const textOf = (attributes: number): number => attributes >>> 16;
export const typeOf = (attributes: number): number => (attributes >>> 13) & 7;
export const isAdult = (attributes: number): boolean => (attributes & 4096) !== 0;
export const isOnly = (attributes: number): boolean => (attributes & 2048) !== 0;
export const hasArticle = (attributes: number): boolean => (attributes & 1024) !== 0;
export const regionOf = (attributes: number): number => attributes & 1023;

/** Sizes of the contents of a file. */
export interface PostingsSize {
  postings: number;
  documents: number;
  lists: number;
  /** Terms of the term dictionary, up to the last one that has a posting. */
  terms: number;
  tiers: number;
  regionBytes: number;
}

/** Offsets of the sections, and of their end. */
export function sectionsOf({ postings, documents, lists, terms, tiers, regionBytes }: Counts<keyof PostingsSize>) {
  const keys = POSTING_BYTES * postings;
  const years = aligned(keys + KEY_BYTES * documents);
  const firstList = aligned(years + YEAR_BYTES * documents);
  const heads = firstList + LIST_BYTES * (lists + 1);
  const skips = aligned(heads + HEAD_BYTES * (tiers * terms + 1));
  const regions = aligned(skips + SKIP_BYTES * Math.ceil(postings / PAGE_POSTINGS));
  return { postings: 0, keys, years, lists: firstList, heads, skips, regions, end: regions + regionBytes };
}
