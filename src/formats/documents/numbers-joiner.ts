import { NONE } from '../../dataset/indexes/document-view.ts';
import { difference } from './numbers.ts';
import { writeVarint } from './varint.ts';

const FIRST_BYTES = 1 << 16;
/** Largest size of a number in a document. */
const NUMBER_BYTES = 5;

/** Encodes documents of numbers, see numbers.ts. */
export class NumbersJoiner {
  readonly #before: Int32Array;
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;
  #column = 0;
  readonly #watched: number;
  #hasWatched = false;

  /** `columns` is the number of numbers in an item. `watched` is a value whose presence is reported. */
  constructor(columns: number, { watched }: { watched: number }) {
    this.#before = new Int32Array(columns);
    this.#watched = watched;
  }

  /** Whether the current document contains the watched value. */
  get hasWatched(): boolean {
    return this.#hasWatched;
  }

  /** Adds the next number of an item, or NONE. */
  add(number: number): void {
    const column = this.#column;
    const value = number === NONE ? 0 : difference(number, this.#before[column] ?? 0);
    if (number !== NONE) this.#before[column] = number;
    if (number === this.#watched) this.#hasWatched = true;
    if (this.#length + NUMBER_BYTES > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#length);
    this.#length = writeVarint(this.#bytes, { at: this.#length, value });
    this.#column = column + 1 === this.#before.length ? 0 : column + 1;
  }

  /** Returns the bytes of the document and begins another one. They are valid until the next number is added. */
  take(): Buffer {
    const document = this.#bytes.subarray(0, this.#length);
    this.#before.fill(0);
    this.#length = 0;
    this.#column = 0;
    this.#hasWatched = false;
    return document;
  }
}
