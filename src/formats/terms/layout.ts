import type { Counts, PagedFormat } from '../paged-layout.ts';
import { aligned } from '../paged-layout.ts';

/**
 * `lookup/search_terms.dictionary`: the term dictionary of search. Terms are the words of all texts, numbered in the order
 * of their bytes.
 *
 * A file in pages, see paged-layout.ts, with these sections:
 * - begins, 4 bytes for each term: where its text begins in the section of texts; and one more, where the last one ends;
 * - before, 4 bytes for each term: how often all terms before it stand in texts; and one more, for all terms;
 * - texts: the terms in UTF-8, one after the other;
 * - common, 4 bytes for each term: the terms by their ranks, those first that stand in texts most often;
 * - buckets, 4 bytes for each: its first spelling; and one more, the number of spellings;
 * - spellings, 4 bytes each: that a form of a term, with letters left out, or its key in Latin letters has a hash. The first bits of the hash are the
 *   bucket, in which spellings are in the order of terms; the last bits of it stand above the number of the term;
 * - ends, 4 bytes each: a suffix array over the terms. The rank of the term, and below it in 6 bits the number of letters
 *   that stand before, in the order of what comes behind these.
 */
export const TERMS_FORMAT: PagedFormat<keyof TermsSize> = {
  name: 'a term dictionary',
  magic: 'MARQTRM1',
  counts: ['terms', 'textBytes', 'spellings', 'ends'],
  bytesOf: (counts) => sectionsOf(counts).end,
};

/** How much of what a file holds. */
export interface TermsSize {
  terms: number;
  textBytes: number;
  spellings: number;
  ends: number;
}

export const NUMBER_BYTES = 4;

/** Where the sections begin, and their end. */
export function sectionsOf({ terms, textBytes, spellings, ends }: Counts<keyof TermsSize>) {
  const before = aligned(NUMBER_BYTES * (terms + 1));
  const texts = aligned(before + NUMBER_BYTES * (terms + 1));
  const common = aligned(texts + textBytes);
  const buckets = aligned(common + NUMBER_BYTES * terms);
  const spelling = aligned(buckets + NUMBER_BYTES * (bucketsOf(terms) + 1));
  const suffixes = aligned(spelling + NUMBER_BYTES * spellings);
  return {
    begins: 0,
    before,
    texts,
    common,
    buckets,
    spellings: spelling,
    ends: suffixes,
    end: suffixes + NUMBER_BYTES * ends,
  };
}

const HASH_BITS = 32;

/** Bits that tell all terms apart. */
function termBits(terms: number): number {
  return Math.max(1, Math.ceil(Math.log2(terms + 1)));
}

/** A term has some dozen spellings, so that a bucket has as many or fewer. Bucket and spelling hold the whole hash. */
export function bucketsOf(terms: number): number {
  return 2 ** termBits(terms);
}

export function bucketOf(hash: number, terms: number): number {
  return hash >>> (HASH_BITS - termBits(terms));
}

/** A spelling without the number of the term. */
export function hashPart(hash: number, terms: number): number {
  return (hash << termBits(terms)) >>> 0;
}

export function termOf(spelling: number, terms: number): number {
  return spelling & (bucketsOf(terms) - 1);
}

/** Letters before an end. */
const LETTER_BITS = 6;
export const MOST_LETTERS_BEFORE = (1 << LETTER_BITS) - 1;
export const MOST_RANKS = 2 ** (HASH_BITS - LETTER_BITS);

/** An end of the term of a rank, behind so many letters. */
export function endOf(rank: number, lettersBefore: number): number {
  return ((rank << LETTER_BITS) | lettersBefore) >>> 0;
}

export const rankOf = (end: number): number => end >>> LETTER_BITS;
export const lettersBefore = (end: number): number => end & MOST_LETTERS_BEFORE;

/** In texts, the byte behind so many letters from one on. */
export function behindLetters(texts: Uint8Array, { from, letters }: { from: number; letters: number }): number {
  let byte = from;
  for (let letter = 0; letter < letters; letter += 1) {
    byte += 1;
    while (isWithinLetter(texts[byte])) byte += 1;
  }
  return byte;
}

/** Whether a byte of UTF-8 is not the first one of a letter. */
function isWithinLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0b1100_0000) === 0b1000_0000;
}
