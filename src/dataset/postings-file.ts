/**
 * `lookup/search_lists.postings` holds the rows of `search_postings` in their order, as numbers that are read without a
 * query. Runs of one band, word, place and number of words are sorted by rank and text, so that two of them are joined by
 * leaps; a join of DuckDB reads all of both, and takes milliseconds to plan.
 *
 * Little-endian, one section after the other: the rank of each posting (4 bytes); its text (2); the runs (8 each: the
 * first posting, the place, the number of words), and where the last one ends; for each band and word its first run (4),
 * and where the last one ends; the rank of every 256th posting (4); a footer.
 */
export const POSTINGS_FOOTER_BYTES = 32;
const MAGIC = 'MARQPST1';

export const RANK_BYTES = Uint32Array.BYTES_PER_ELEMENT;
export const TEXT_BYTES = Uint16Array.BYTES_PER_ELEMENT;
export const RUN_BYTES = 8;
export const HEAD_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/** Texts of an entity have numbers below this. */
export const MOST_TEXTS = 1 << (8 * TEXT_BYTES);

/** The rank of the first of so many postings is known without reading them. */
export const SAMPLED = 256;

export interface PostingsFooter {
  postings: number;
  runs: number;
  /** Of the vocabulary. */
  words: number;
  bands: number;
}

/** Where the sections begin, and the footer. */
export function sectionsOf({ postings, runs, words, bands }: PostingsFooter) {
  const texts = RANK_BYTES * postings;
  const firstRuns = texts + Math.ceil((TEXT_BYTES * postings) / RUN_BYTES) * RUN_BYTES;
  const heads = firstRuns + RUN_BYTES * (runs + 1);
  const samples = heads + HEAD_BYTES * (bands * words + 1);
  const footer = samples + RANK_BYTES * Math.ceil(postings / SAMPLED);
  return { ranks: 0, texts, runs: firstRuns, heads, samples, footer };
}

export function encodePostingsFooter({ postings, runs, words, bands }: PostingsFooter): Buffer {
  const footer = Buffer.alloc(POSTINGS_FOOTER_BYTES);
  footer.write(MAGIC, 'latin1');
  for (const [index, number] of [postings, runs, words, bands].entries()) footer.writeUInt32LE(number, 8 + 4 * index);
  return footer;
}

/** undefined where the bytes are no footer of a file of so many bytes. */
export function decodePostingsFooter(bytes: Buffer, size: number): PostingsFooter | undefined {
  if (bytes.length !== POSTINGS_FOOTER_BYTES || bytes.toString('latin1', 0, 8) !== MAGIC) return undefined;
  const [postings = 0, runs = 0, words = 0, bands = 0] = [0, 1, 2, 3].map((index) => bytes.readUInt32LE(8 + 4 * index));
  const footer = { postings, runs, words, bands };
  return sectionsOf(footer).footer + POSTINGS_FOOTER_BYTES === size ? footer : undefined;
}
