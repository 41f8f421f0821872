import { closeSync, fstatSync, openSync } from 'node:fs';

import { readAt } from '../read-at.ts';
import { Arena } from './arena.ts';
import { CheckedPages } from './checked-pages.ts';
import {
  decodePostingsFooter,
  HEAD_BYTES,
  KEY_BYTES,
  LIST_BYTES,
  PAGE_POSTINGS,
  POSTING_BYTES,
  POSTINGS_FOOTER_BYTES,
  postingsSum,
  sectionsOf,
  YEAR_BYTES,
} from './layout.ts';
import type { PostingsFooter } from './layout.ts';
import type { ListSpan, PostingRange } from './posting-lists.ts';
import { gallopTo } from './posting-set.ts';
import type { PostingSet } from './posting-set.ts';

/** Terms by their numbers in the term dictionary, both ends inclusive. */
export type TermRange = readonly [first: number, last: number];

/** A range of doc ids; `to` is exclusive. */
export interface DocRange {
  from: number;
  to: number;
}

/** A file of postings is damaged. */
export class DamagedPostings extends Error {}

/**
 * An open file of postings, see layout.ts. Reads are synchronous: a few thousand postings take microseconds. All
 * methods throw DamagedPostings if the file is damaged.
 */
export interface Postings {
  tiers: number;
  documents: number;
  /** Memory of the results. They are valid until the arena is cleared. */
  arena: Arena;
  span(tier: number, terms: TermRange): ListSpan;
  /** Reads a range of postings. `within` restricts them to a range of documents, and requires that they are sorted. */
  read(postings: PostingRange, within?: DocRange): PostingSet;
  /** Reads the blocks of a list that may hold the documents of a set. */
  around(list: PostingRange, set: PostingSet): PostingSet[];
  /** IMDb number of a document times two, plus one for a person. */
  keyOf(docId: number): number;
  /** Start year of a document; null if it has none. */
  yearOf(docId: number): number | null;
  /** Code of a region; undefined if no text has it. */
  regionCode(name: string): number | undefined;
  close(): void;
}

/** Number of lists above which only the first and the last are read at first; a term may have hundreds of thousands. */
const MANY_LISTS = 64;

/**
 * @throws Error if the file does not have `bytes` bytes, as in the manifest, or its footer or checksums are damaged.
 */
export function openPostings(
  path: string,
  { bytes, onDamage }: { bytes: number | undefined; onDamage: (error: unknown) => void },
): Postings {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    const end = readAt(file, { at: size - POSTINGS_FOOTER_BYTES, length: POSTINGS_FOOTER_BYTES });
    const footer = decodePostingsFooter(end, size);
    if (footer === undefined) throw new Error(`${path} does not end as a file of postings does`);
    const at = sectionsOf(footer);
    const sums = readAt(file, { at: at.sums, length: at.footer - at.sums });
    if (postingsSum(sums, footer) !== footer.sum) throw new Error(`the checksums of ${path} are damaged`);
    return postings(file, { footer, onDamage, sums: new Uint32Array(Uint8Array.from(sums).buffer) });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function postings(
  file: number,
  { footer, sums, onDamage }: { footer: PostingsFooter; sums: Uint32Array; onDamage: (error: unknown) => void },
): Postings {
  const at = sectionsOf(footer);
  const arena = new Arena();
  const pages = new CheckedPages(file, sums);
  let closed = false;
  const skips = new Uint32Array(Math.ceil(footer.postings / PAGE_POSTINGS));
  pages.read(at.skips, new Uint8Array(skips.buffer));
  const names = Buffer.alloc(footer.regionBytes);
  pages.read(at.regions, names);
  const codes = new Map(
    names
      .toString()
      .split('\n')
      .map((name, index) => [name, index + 1]),
  );

  /** Reports damage: damaged numbers lead to offsets that do not exist. */
  function guarded<T>(work: () => T): T {
    try {
      // The system may have given the descriptor of the closed file to another file.
      if (closed) throw new Error('the build is closed');
      return work();
    } catch (error) {
      if (closed || error instanceof DamagedPostings) throw error;
      onDamage(error);
      throw new DamagedPostings('the postings are damaged', { cause: error });
    }
  }

  function numbersAt(begin: number, length: number): PostingSet {
    const numbers = arena.takeNumbers(length);
    pages.read(begin, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    return numbers;
  }

  function read({ from, to }: PostingRange): PostingSet {
    if (from > to || to > footer.postings) throw new Error(`there are no postings ${from} to ${to}`);
    return numbersAt(at.postings + POSTING_BYTES * from, 2 * (to - from));
  }

  function readWithin(list: PostingRange, { from, to }: DocRange): PostingSet {
    const blocks = wholeBlocks(list);
    const [low, high] = [blockFrom(from, blocks) - 1, blockFrom(to, blocks)];
    const some = read(cut(list, [low, Math.max(low, high)]));
    return some.subarray(gallopTo(from, some, 0), gallopTo(to, some, 0));
  }

  /** First block of a list whose first doc id is not less than `docId`, by binary search. */
  function blockFrom(docId: number, [first, last]: readonly [first: number, last: number]): number {
    let [low, high] = [first, last];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((skips[middle] ?? 0) < docId) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function around(list: PostingRange, set: PostingSet): PostingSet[] {
    const blocks = wholeBlocks(list);
    const parts: PostingSet[] = [];
    let next = 0;
    for (let index = 0; index < set.length; index += 2) {
      const docId = set[index] ?? 0;
      const low = Math.max(blockFrom(docId, blocks) - 1, next);
      const high = blockFrom(docId + 1, blocks);
      if (high <= low) continue;
      parts.push(read(cut(list, [low, high])));
      next = high;
    }
    return parts;
  }

  function recordsOf(first: number, last: number): Uint32Array {
    if (first > last || last > footer.lists) throw new Error(`there are no lists ${first} to ${last}`);
    return numbersAt(at.lists + LIST_BYTES * first, 2 * (last - first + 1));
  }

  function span(tier: number, [first, wanted]: TermRange): ListSpan {
    // The term dictionary may have more terms after the last one with a posting.
    const last = Math.min(wanted, footer.terms - 1);
    if (first > last) return { from: 0, to: 0, lists: 0, records: () => recordsOf(0, 0) };
    const headOf = (term: number): number => pages.numberAt(at.heads + HEAD_BYTES * (tier * footer.terms + term));
    const [begin, end] = [headOf(first), headOf(last + 1)];
    if (begin > end || end > footer.lists) throw new Error(`there are no lists ${begin} to ${end}`);
    let known: Uint32Array | undefined;
    const records = (): Uint32Array => (known ??= guarded(() => recordsOf(begin, end)));
    const [from = 0, to = 0] =
      end - begin > MANY_LISTS
        ? [begin, end].map((list) => pages.numberAt(at.lists + LIST_BYTES * list))
        : [records()[0], records().at(-2)];
    if (from > to || to > footer.postings) throw new Error(`there are no postings ${from} to ${to}`);
    return { from, to, lists: end - begin, records };
  }

  function yearOf(docId: number): number | null {
    const offset = at.years + YEAR_BYTES * docId;
    const part = offset % Uint32Array.BYTES_PER_ELEMENT;
    const next = (pages.numberAt(offset - part) >>> (8 * part)) & 0xffff;
    return next === 0 ? null : next - 1;
  }

  return {
    tiers: footer.tiers,
    documents: footer.documents,
    arena,
    span: (tier, terms) => guarded(() => span(tier, terms)),
    read: (range, within) => guarded(() => (within === undefined ? read(range) : readWithin(range, within))),
    around: (list, set) => guarded(() => around(list, set)),
    keyOf: (docId) => guarded(() => pages.numberAt(at.keys + KEY_BYTES * docId)),
    yearOf: (docId) => guarded(() => yearOf(docId)),
    regionCode: (name) => codes.get(name),
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}

/** The blocks that begin inside a list; the list may begin in the block before them. */
function wholeBlocks({ from, to }: PostingRange): readonly [first: number, last: number] {
  return [Math.floor(from / PAGE_POSTINGS) + 1, Math.ceil(to / PAGE_POSTINGS)];
}

/** The part of a list in a range of blocks. */
function cut({ from, to }: PostingRange, [low, high]: readonly [low: number, high: number]): PostingRange {
  return { from: Math.max(from, low * PAGE_POSTINGS), to: Math.min(to, high * PAGE_POSTINGS) };
}
