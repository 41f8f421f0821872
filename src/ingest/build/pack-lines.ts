import { createReadStream } from 'node:fs';

import { lineBlocks } from './block-makers.ts';
import { BlockWriter } from './block-writer.ts';
import type { Packed } from './block-writer.ts';

export interface LinesInput {
  /** The file of the lines. */
  text: string;
  /** The file of the blocks. */
  path: string;
  /** Bytes of documents in a block. */
  blockBytes: number;
}

const CHUNK_BYTES = 1 << 20;
const TAB = 9;
const LINE_FEED = 10;
const COMMA = 44;
const ZERO = 48;
const [LETTER_N, LETTER_U, LETTER_L, END_OF_ITEM] = [110, 117, 108, 93];

/**
 * Joins the items of lines, each a key, a tab and an item, to documents and puts these in blocks to the end of a file.
 * @throws Error where the keys do not go up.
 */
export function packLinesHere({ text, path, blockBytes }: LinesInput): Promise<Packed> {
  return BlockWriter.to(path, {
    blockBytes,
    block: lineBlocks(),
    async work(writer) {
      const joiner = new LineJoiner(writer);
      for await (const chunk of createReadStream(text, { highWaterMark: CHUNK_BYTES })) {
        joiner.add(chunk as Buffer);
        await writer.flush();
      }
      joiner.end();
    },
  });
}

class LineJoiner {
  readonly #writer: BlockWriter;
  /** The beginning of a line whose end has not come. */
  #rest: Buffer = Buffer.alloc(0);
  /** The document in the making, its key, and how much of it is filled. */
  #document = Buffer.alloc(1 << 16);
  #key = -1;
  #length = 0;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  add(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let end = data.indexOf(LINE_FEED); end !== -1; end = data.indexOf(LINE_FEED, at)) {
      this.#addLine(data, { at, end });
      at = end + 1;
    }
    this.#rest = data.subarray(at);
  }

  end(): void {
    if (this.#length > 0) this.#writer.add(this.#key, this.#document.subarray(0, this.#length));
    this.#length = 0;
  }

  #addLine(data: Buffer, { at, end }: { at: number; end: number }): void {
    let key = 0;
    let place = at;
    for (; data[place] !== TAB; place += 1) key = key * 10 + (data[place] ?? 0) - ZERO;
    if (key === this.#key) {
      const before = this.#length;
      this.#append(data, { at: place, end });
      // In place of the tab.
      this.#document[before] = COMMA;
      return;
    }
    this.end();
    this.#key = key;
    this.#append(data, { at, end });
  }

  /** What stands between two places and ends with an item, without the nulls at its end. */
  #append(data: Buffer, { at, end }: { at: number; end: number }): void {
    let last = end - 2;
    while (isOfNull(data[last])) last -= 1;
    const length = this.#length + last + 2 - at;
    if (length > this.#document.length) this.#document = Buffer.concat([this.#document], 2 * length);
    data.copy(this.#document, this.#length, at, last + 1);
    this.#document[length - 1] = END_OF_ITEM;
    this.#length = length;
  }
}

/** Whether it is of `null` or the comma before it. No other value ends so: texts and lists have a mark behind. */
function isOfNull(byte: number | undefined): boolean {
  return byte === LETTER_L || byte === LETTER_U || byte === LETTER_N || byte === COMMA;
}
