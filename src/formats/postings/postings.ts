import { openPagedFile } from '../paged-file.ts';
import type { OpenPagedOptions, PagedFile } from '../paged-file.ts';
import { Arena } from './arena.ts';
import {
  HEAD_BYTES,
  KEY_BYTES,
  LIST_BYTES,
  PAGE_POSTINGS,
  POSTING_BYTES,
  POSTINGS_FORMAT,
  sectionsOf,
  YEAR_BYTES,
} from './layout.ts';
import type { PostingsSize } from './layout.ts';
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

/**
 * An open file of postings, see layout.ts. Reads are synchronous: a few thousand postings take microseconds. All
 * methods throw DamagedPages if the file is damaged.
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

/** @throws Error if the file does not have the size of the manifest, or its footer or checksums are damaged. */
export function openPostings(path: string, options: OpenPagedOptions): Postings {
  const file = openPagedFile(path, { ...options, format: POSTINGS_FORMAT });
  try {
    return postings(file);
  } catch (error) {
    file.close();
    throw error;
  }
}

function postings({ counts, pages, guarded, close }: PagedFile<keyof PostingsSize>): Postings {
  const at = sectionsOf(counts);
  const arena = new Arena();
  const skips = new Uint32Array(Math.ceil(counts.postings / PAGE_POSTINGS));
  pages.read(at.skips, new Uint8Array(skips.buffer));
  const names = Buffer.alloc(counts.regionBytes);
  pages.read(at.regions, names);
  const codes = new Map(
    names
      .toString()
      .split('\n')
      .map((name, index) => [name, index + 1]),
  );

  function numbersAt(begin: number, length: number): PostingSet {
    const numbers = arena.takeNumbers(length);
    pages.read(begin, new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    return numbers;
  }

  function read({ from, to }: PostingRange): PostingSet {
    if (from > to || to > counts.postings) throw new Error(`there are no postings ${from} to ${to}`);
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
    if (first > last || last > counts.lists) throw new Error(`there are no lists ${first} to ${last}`);
    return numbersAt(at.lists + LIST_BYTES * first, 2 * (last - first + 1));
  }

  function span(tier: number, [first, wanted]: TermRange): ListSpan {
    // The term dictionary may have more terms after the last one with a posting.
    const last = Math.min(wanted, counts.terms - 1);
    if (first > last) return { from: 0, to: 0, lists: 0, records: () => recordsOf(0, 0) };
    const headOf = (term: number): number => pages.numberAt(at.heads + HEAD_BYTES * (tier * counts.terms + term));
    const [begin, end] = [headOf(first), headOf(last + 1)];
    if (begin > end || end > counts.lists) throw new Error(`there are no lists ${begin} to ${end}`);
    let known: Uint32Array | undefined;
    const records = (): Uint32Array => (known ??= guarded(() => recordsOf(begin, end)));
    const [from = 0, to = 0] =
      end - begin > MANY_LISTS
        ? [begin, end].map((list) => pages.numberAt(at.lists + LIST_BYTES * list))
        : [records()[0], records().at(-2)];
    if (from > to || to > counts.postings) throw new Error(`there are no postings ${from} to ${to}`);
    return { from, to, lists: end - begin, records };
  }

  function yearOf(docId: number): number | null {
    const offset = at.years + YEAR_BYTES * docId;
    const part = offset % Uint32Array.BYTES_PER_ELEMENT;
    const next = (pages.numberAt(offset - part) >>> (8 * part)) & 0xffff;
    return next === 0 ? null : next - 1;
  }

  return {
    tiers: counts.tiers,
    documents: counts.documents,
    arena,
    span: (tier, terms) => guarded(() => span(tier, terms)),
    read: (range, within) => guarded(() => (within === undefined ? read(range) : readWithin(range, within))),
    around: (list, set) => guarded(() => around(list, set)),
    keyOf: (docId) => guarded(() => pages.numberAt(at.keys + KEY_BYTES * docId)),
    yearOf: (docId) => guarded(() => yearOf(docId)),
    regionCode: (name) => codes.get(name),
    close,
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
