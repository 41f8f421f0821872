import { finishPages, writeAt } from '../page-sums.ts';
import {
  KEY_BYTES,
  LAST_YEAR,
  PAGE_POSTINGS,
  POSTING_BYTES,
  POSTINGS_FORMAT,
  sectionsOf,
  YEAR_BYTES,
} from './layout.ts';
import type { PostingsSize } from './layout.ts';

const BUFFERED = 1 << 16;
const PACKED_BITS = 16;

/** SQL of a number that identifies a posting list and is ascending in the order of lists. */
export function listKeySql(names: {
  tier: string;
  term: string;
  position: string;
  fieldLength: string;
  terms: number;
}): string {
  const { tier, term, position, fieldLength, terms } = names;
  return `(((${tier}::BIGINT * ${terms} + ${term}) << ${PACKED_BITS}) + (${position}::BIGINT << 8) + ${fieldLength})::DOUBLE`;
}

/**
 * Writes a file of postings, see layout.ts: documents and postings are added in order, the other sections are written
 * at the end.
 */
export class PostingsWriter {
  readonly #file: number;
  readonly #size: Pick<PostingsSize, 'postings' | 'documents' | 'terms' | 'tiers'>;
  readonly #at: ReturnType<typeof sectionsOf>;
  readonly #buffer = new Uint32Array(2 * BUFFERED);
  readonly #keys = new Uint32Array(BUFFERED);
  readonly #years = new Uint16Array(BUFFERED);
  readonly #skips: Uint32Array;
  readonly #heads: Uint32Array;
  #lists = new Uint32Array(BUFFERED);
  #documents = 0;
  #postings = 0;
  #list = 0;
  #listKey = -1;
  #head = 0;
  #last = { docId: -1, attributes: -1 };

  /** `file` is a descriptor for writing and reading. */
  constructor(file: number, size: Pick<PostingsSize, 'postings' | 'documents' | 'terms' | 'tiers'>) {
    this.#file = file;
    this.#size = size;
    this.#at = sectionsOf({ ...size, lists: 0, regionBytes: 0 });
    this.#skips = new Uint32Array(Math.ceil(size.postings / PAGE_POSTINGS));
    this.#heads = new Uint32Array(size.tiers * size.terms + 1);
  }

  /** Adds the next document. */
  addDocument(key: number, year: number | null): void {
    const index = this.#documents % BUFFERED;
    this.#keys[index] = key;
    // A year out of range is stored as unknown; no filter asks for it.
    this.#years[index] = year === null || year < 0 || year > LAST_YEAR ? 0 : year + 1;
    this.#documents += 1;
    if (this.#documents % BUFFERED === 0) this.#flushDocuments(BUFFERED);
  }

  /**
   * Adds the next posting, to the list with the key of `listKeySql`.
   * @throws Error if lists or postings are out of order.
   */
  add(listKey: number, docId: number, attributes: number): void {
    if (listKey !== this.#listKey) this.#beginList(listKey);
    const { docId: last, attributes: before } = this.#last;
    if (docId < last || (docId === last && attributes <= before) || docId >= this.#size.documents)
      throw new Error(`posting ${this.#postings} is not in its order`);
    this.#last.docId = docId;
    this.#last.attributes = attributes;
    if (this.#postings % PAGE_POSTINGS === 0) this.#skips[this.#postings / PAGE_POSTINGS] = docId;
    const index = this.#postings % BUFFERED;
    this.#buffer[2 * index] = docId;
    this.#buffer[2 * index + 1] = attributes;
    this.#postings += 1;
    if (index === BUFFERED - 1) this.#flushPostings(BUFFERED);
  }

  /**
   * Writes the other sections. `regions` are in the order of their codes.
   * @throws Error if not everything was added.
   */
  end(regions: readonly string[]): void {
    const { postings, documents } = this.#size;
    if (this.#postings !== postings || this.#documents !== documents)
      throw new Error(
        `${this.#postings} postings and ${this.#documents} documents of ${postings} and ${documents} were read`,
      );
    this.#flushPostings(postings % BUFFERED);
    this.#flushDocuments(documents % BUFFERED);
    this.#addList(0);
    this.#heads.fill(this.#list - 1, this.#head);
    const names = Buffer.from(regions.join('\n'));
    const size = { ...this.#size, lists: this.#list - 1, regionBytes: names.length };
    const at = sectionsOf(size);
    writeAt(this.#file, { numbers: this.#lists.subarray(0, 2 * this.#list), at: at.lists });
    writeAt(this.#file, { numbers: this.#heads, at: at.heads });
    writeAt(this.#file, { numbers: this.#skips, at: at.skips });
    writeAt(this.#file, { numbers: names, at: at.regions });
    finishPages(this.#file, { format: POSTINGS_FORMAT, counts: size });
  }

  #beginList(key: number): void {
    if (key < this.#listKey) throw new Error('the posting lists are not in their order');
    this.#listKey = key;
    this.#last = { docId: -1, attributes: -1 };
    const head = Math.floor(key / 2 ** PACKED_BITS);
    this.#heads.fill(this.#list, this.#head, head + 1);
    this.#head = head + 1;
    this.#addList(key % 2 ** PACKED_BITS);
  }

  #addList(packed: number): void {
    if (2 * this.#list === this.#lists.length) {
      const lists = new Uint32Array(2 * this.#lists.length);
      lists.set(this.#lists);
      this.#lists = lists;
    }
    this.#lists[2 * this.#list] = this.#postings;
    this.#lists[2 * this.#list + 1] = packed;
    this.#list += 1;
  }

  /** Writes the last `count` postings. */
  #flushPostings(count: number): void {
    const numbers = this.#buffer.subarray(0, 2 * count);
    writeAt(this.#file, { numbers, at: POSTING_BYTES * (this.#postings - count) });
  }

  #flushDocuments(count: number): void {
    const first = this.#documents - count;
    writeAt(this.#file, { numbers: this.#keys.subarray(0, count), at: this.#at.keys + KEY_BYTES * first });
    writeAt(this.#file, { numbers: this.#years.subarray(0, count), at: this.#at.years + YEAR_BYTES * first });
  }
}
