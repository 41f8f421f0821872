import { readvSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { fillFrom } from './read-at.ts';
import { PAGE_BYTES } from './paged-layout.ts';

/** Pages in memory: 16 MB. */
const KEPT = 4096;
/** Reads of more pages than these bypass the cache, in order not to evict pages that searches share. */
const MOST_SHARED = 16;

/**
 * The pages of an open file. Each page is verified when it is read. A cache with the clock algorithm keeps those that
 * are read repeatedly: it evicts a page that was not used since the hand last passed it.
 */
export class CheckedPages {
  readonly #file: number;
  readonly #sums: Uint32Array;
  readonly #bytes = new Uint8Array(KEPT * PAGE_BYTES);
  readonly #numbers = new Uint32Array(this.#bytes.buffer);
  /** For each page, its slot in the cache plus one; 0 if it is not in the cache. */
  readonly #slotOf: Uint32Array;
  readonly #pageIn = new Int32Array(KEPT).fill(-1);
  readonly #isAsked = new Uint8Array(KEPT);
  #hand = 0;

  /** `sums` is the CRC-32 of each page. */
  constructor(file: number, sums: Uint32Array) {
    this.#file = file;
    this.#sums = sums;
    this.#slotOf = new Uint32Array(sums.length);
  }

  /**
   * Fills `bytes` from the offset `at`.
   * @throws Error if a page is damaged.
   */
  read(at: number, bytes: Uint8Array): void {
    const first = Math.floor(at / PAGE_BYTES);
    const last = Math.ceil((at + bytes.length) / PAGE_BYTES);
    if (last - first > MOST_SHARED) this.#readPages(at, bytes);
    else {
      this.#keep(first, last);
      for (let page = first; page < last; page += 1) {
        const begin = Math.max(at, PAGE_BYTES * page);
        const end = Math.min(at + bytes.length, PAGE_BYTES * (page + 1));
        const from = this.#slot(page) + begin - PAGE_BYTES * page;
        bytes.set(this.#bytes.subarray(from, from + end - begin), begin - at);
      }
    }
  }

  /**
   * The 32-bit number at an offset, a multiple of 4.
   * @throws Error if the page is damaged.
   */
  numberAt(at: number): number {
    const page = Math.floor(at / PAGE_BYTES);
    return this.#numbers[(this.#slot(page) + at - PAGE_BYTES * page) >> 2] ?? 0;
  }

  /** Offset of a page in the cache, into which it is loaded if necessary. */
  #slot(page: number): number {
    if (!this.#isKept(page)) this.#load(page, page + 1);
    const slot = (this.#slotOf[page] ?? 0) - 1;
    this.#isAsked[slot] = 1;
    return slot * PAGE_BYTES;
  }

  #isKept(page: number): boolean {
    return (this.#slotOf[page] ?? 0) > 0;
  }

  /** Reads those of neighbouring pages that are not kept, each run of them in one go. */
  #keep(first: number, last: number): void {
    for (let page = first; page < last; page += 1) {
      const from = page;
      while (page < last && !this.#isKept(page)) page += 1;
      if (page > from) this.#load(from, page);
    }
  }

  #load(first: number, last: number): void {
    const slots = Array.from({ length: last - first }, () => this.#freeSlot());
    const parts = slots.map((slot) => this.#bytes.subarray(slot * PAGE_BYTES, (slot + 1) * PAGE_BYTES));
    this.#fill(parts, PAGE_BYTES * first);
    for (const [index, slot] of slots.entries()) {
      const page = first + index;
      this.#check(page, parts[index] ?? new Uint8Array());
      this.#pageIn[slot] = page;
      this.#slotOf[page] = slot + 1;
    }
  }

  /** Fills neighbouring pages. */
  #fill(parts: readonly Uint8Array[], at: number): void {
    if (parts.length > 1 && readvSync(this.#file, parts, at) === PAGE_BYTES * parts.length) return;
    for (const [index, bytes] of parts.entries()) fillFrom(this.#file, { bytes, at: at + PAGE_BYTES * index });
  }

  /** A slot whose page was not asked for lately, which is forgotten. It is not given again before all others were. */
  #freeSlot(): number {
    while (this.#isAsked[this.#hand] === 1) {
      this.#isAsked[this.#hand] = 0;
      this.#hand = (this.#hand + 1) % KEPT;
    }
    const slot = this.#hand;
    const before = this.#pageIn[slot] ?? -1;
    if (before !== -1) this.#slotOf[before] = 0;
    this.#pageIn[slot] = -1;
    this.#isAsked[slot] = 1;
    this.#hand = (this.#hand + 1) % KEPT;
    return slot;
  }

  /** Reads a range of pages without the cache, except its partial pages at both ends. */
  #readPages(at: number, bytes: Uint8Array): void {
    const first = Math.ceil(at / PAGE_BYTES);
    const last = Math.floor((at + bytes.length) / PAGE_BYTES);
    const [begin, end] = [PAGE_BYTES * first - at, PAGE_BYTES * last - at];
    fillFrom(this.#file, { bytes: bytes.subarray(begin, end), at: PAGE_BYTES * first });
    for (let page = first; page < last; page += 1) {
      const from = begin + PAGE_BYTES * (page - first);
      this.#check(page, bytes.subarray(from, from + PAGE_BYTES));
    }
    if (begin > 0) this.read(at, bytes.subarray(0, begin));
    if (end < bytes.length) this.read(at + end, bytes.subarray(end));
  }

  #check(page: number, bytes: Uint8Array): void {
    if (crc32(bytes) !== this.#sums[page]) throw new Error(`page ${page} is damaged`);
  }
}
