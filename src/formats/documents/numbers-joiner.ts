import { NONE } from '../../dataset/indexes/document-view.ts';
import { difference } from './numbers.ts';
import { writeVarint } from './varint.ts';

const FIRST_BYTES = 1 << 16;
/** No number of a document takes more bytes. */
const NUMBER_BYTES = 5;

/** Makes documents of numbers, see numbers.ts. */
export class NumbersJoiner {
  readonly #before: Int32Array;
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;
  #column = 0;
  readonly #watched: number;
  #hasWatched = false;

  /** Items have so many columns. One number is watched for. */
  constructor(columns: number, { watched }: { watched: number }) {
    this.#before = new Int32Array(columns);
    this.#watched = watched;
  }

  /** Whether the number watched for is in the document. */
  get hasWatched(): boolean {
    return this.#hasWatched;
  }

  /** Takes the next number of an item, or NONE. */
  add(number: number): void {
    const column = this.#column;
    const value = number === NONE ? 0 : difference(number, this.#before[column] ?? 0);
    if (number !== NONE) this.#before[column] = number;
    if (number === this.#watched) this.#hasWatched = true;
    if (this.#length + NUMBER_BYTES > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#length);
    this.#length = writeVarint(this.#bytes, { at: this.#length, value });
    this.#column = column + 1 === this.#before.length ? 0 : column + 1;
  }

  /** The bytes of the document, until the next number is added; that begins another one. */
  take(): Buffer {
    const document = this.#bytes.subarray(0, this.#length);
    this.#before.fill(0);
    this.#length = 0;
    this.#column = 0;
    this.#hasWatched = false;
    return document;
  }
}
