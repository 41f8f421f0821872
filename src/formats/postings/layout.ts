import { crc32 } from 'node:zlib';

/**
 * `lookup/search_lists.postings` holds the rows of `search_postings` in their order, as numbers that are read without a
 * query. Runs of one band, word, place and number of words are sorted by rank and text, so that two of them are joined by
 * leaps; a join of DuckDB reads all of both, and takes milliseconds to plan.
 *
 * Little-endian, one section after the other: the rank of each posting (4 bytes); its text (2); the runs (8 each: the
 * first posting, the place, the number of words), and where the last one ends; for each band and word its first run (4),
 * and where the last one ends; the rank of every 256th posting (4); the CRC-32 of each page of 4 KB of all that, the last
 * one filled up with zeros; a footer.
 */
export const POSTINGS_FOOTER_BYTES = 32;
const MAGIC = 'MARQPST2';

export const RANK_BYTES = Uint32Array.BYTES_PER_ELEMENT;
export const TEXT_BYTES = Uint16Array.BYTES_PER_ELEMENT;
export const RUN_BYTES = 8;
export const HEAD_BYTES = Uint32Array.BYTES_PER_ELEMENT;
const SUM_BYTES = Uint32Array.BYTES_PER_ELEMENT;
export const PAGE_BYTES = 4096;

/** The rank of the first of so many postings is known without reading them. */
export const SAMPLED = 256;

/** What a file holds. */
export interface PostingsSize {
  postings: number;
  runs: number;
  /** Of the vocabulary. */
  words: number;
  bands: number;
}

export interface PostingsFooter extends PostingsSize {
  /** CRC-32 of the sums of the pages and of the numbers above: other ones might say of whole pages that they are of something else. */
  sum: number;
}

/** What `sum` must be. */
export function postingsSum(sums: Uint8Array, { postings, runs, words, bands }: PostingsSize): number {
  return crc32(new Uint8Array(Uint32Array.of(postings, runs, words, bands).buffer), crc32(sums));
}

/** Where the sections begin, and the footer. */
export function sectionsOf({ postings, runs, words, bands }: PostingsSize) {
  const texts = RANK_BYTES * postings;
  const firstRuns = upTo(texts + TEXT_BYTES * postings, RUN_BYTES);
  const heads = firstRuns + RUN_BYTES * (runs + 1);
  const samples = heads + HEAD_BYTES * (bands * words + 1);
  const sums = upTo(samples + RANK_BYTES * Math.ceil(postings / SAMPLED), PAGE_BYTES);
  const footer = sums + SUM_BYTES * (sums / PAGE_BYTES);
  return { ranks: 0, texts, runs: firstRuns, heads, samples, sums, footer };
}

function upTo(bytes: number, whole: number): number {
  return Math.ceil(bytes / whole) * whole;
}

export function encodePostingsFooter({ postings, runs, words, bands, sum }: PostingsFooter): Buffer {
  const footer = Buffer.alloc(POSTINGS_FOOTER_BYTES);
  footer.write(MAGIC, 'latin1');
  for (const [index, number] of [postings, runs, words, bands, sum].entries())
    footer.writeUInt32LE(number, 8 + 4 * index);
  return footer;
}

/** undefined where the bytes are no footer of a file of so many bytes. */
export function decodePostingsFooter(bytes: Buffer, size: number): PostingsFooter | undefined {
  if (bytes.length !== POSTINGS_FOOTER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  const numberAt = (index: number): number => bytes.readUInt32LE(8 + 4 * index);
  const [postings, runs, words, bands, sum] = [numberAt(0), numberAt(1), numberAt(2), numberAt(3), numberAt(4)];
  const footer = { postings, runs, words, bands, sum };
  return sectionsOf(footer).footer + POSTINGS_FOOTER_BYTES === size ? footer : undefined;
}
