import { difference, writeNumber } from './number-blocks.ts';
import { NONE } from '../../dataset/indexes/document-view.ts';

const FIRST_BYTES = 1 << 16;
/** No number of a document takes more bytes, nor does what stands before them. */
const NUMBER_BYTES = 5;

/** Makes documents of numbers, see number-blocks.ts. */
export class NumbersJoiner {
  readonly #before: Int32Array;
  /** The first bytes are left for the head. */
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = NUMBER_BYTES;
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
    this.#length = writeNumber(this.#bytes, { at: this.#length, value });
    this.#column = column + 1 === this.#before.length ? 0 : column + 1;
  }

  /** The document as it stands in a block, until the next number is added; that begins another one. */
  take(): Buffer {
    const head = headOf(2 * (this.#length - NUMBER_BYTES));
    const document = this.#bytes.subarray(NUMBER_BYTES - head.length, this.#length);
    document.set(head);
    this.#before.fill(0);
    this.#length = NUMBER_BYTES;
    this.#column = 0;
    this.#hasWatched = false;
    return document;
  }
}

/** A document that is its items' text, because words stand among its numbers. */
export function textDocument(items: string): Buffer {
  const bytes = Buffer.from(items);
  return Buffer.concat([headOf(2 * bytes.length + 1), bytes]);
}

function headOf(value: number): Buffer {
  const head = Buffer.alloc(NUMBER_BYTES);
  return head.subarray(0, writeNumber(head, { at: 0, value }));
}
