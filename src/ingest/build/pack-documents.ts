import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { compressSync } from 'lz4-napi';

import { encodeDirectory } from '../../dataset/documents-file.ts';

/** Blocks that were put to the end of a file. */
export interface Packed {
  /** The first key of each block. */
  keys: Uint32Array;
  /** Compressed bytes of each block, and their CRC-32. */
  sizes: Uint32Array;
  sums: Uint32Array;
  documents: number;
}

export interface PackInput {
  /** The file of the lines. */
  text: string;
  /** The file of the blocks. */
  path: string;
  /** Text in a block. */
  blockBytes: number;
}

const CHUNK_BYTES = 1 << 20;
const WRITE_BYTES = 1 << 20;
const TAB = 9;
const LINE_FEED = 10;
const COMMA = 44;
const ZERO = 48;
const [LETTER_N, LETTER_U, LETTER_L, END_OF_ITEM] = [110, 117, 108, 93];

/**
 * Joins the items of lines, each a key, a tab and an item, to documents and puts these in blocks to the end of a file.
 * @throws Error where the keys do not go up.
 */
export async function packHere({ text, path, blockBytes }: PackInput): Promise<Packed> {
  const file = await open(path, 'a');
  try {
    const packer = new Packer(file, blockBytes);
    for await (const chunk of createReadStream(text, { highWaterMark: CHUNK_BYTES })) await packer.add(chunk as Buffer);
    return await packer.end();
  } finally {
    await file.close();
  }
}

/** Puts directory and footer behind the blocks, which were packed in this order. */
export async function finishDocuments(path: string, ranges: readonly Packed[]): Promise<number> {
  const keys = joined(ranges.map((range) => range.keys));
  const sums = joined(ranges.map((range) => range.sums));
  const offsets = new Float64Array(keys.length + 1);
  let block = 0;
  for (const { sizes } of ranges) {
    for (const size of sizes) {
      offsets[block + 1] = (offsets[block] ?? 0) + size;
      block += 1;
    }
  }
  const documents = ranges.reduce((sum, range) => sum + range.documents, 0);
  const file = await open(path, 'a');
  try {
    await file.writeFile(encodeDirectory({ keys, offsets, sums }, documents));
  } finally {
    await file.close();
  }
  return documents;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

class Packer {
  readonly #file: FileHandle;
  readonly #blockBytes: number;
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  readonly #sums: number[] = [];
  #documents = 0;
  #lastKey = -1;
  /** The beginning of a line whose end has not come. */
  #rest: Buffer = Buffer.alloc(0);
  /** The block in the making, and how much of it is filled. */
  #block = Buffer.alloc(1 << 16);
  #length = 0;
  #ready: Buffer[] = [];
  #readyBytes = 0;

  constructor(file: FileHandle, blockBytes: number) {
    this.#file = file;
    this.#blockBytes = blockBytes;
  }

  async add(chunk: Buffer): Promise<void> {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let end = data.indexOf(LINE_FEED); end !== -1; end = data.indexOf(LINE_FEED, at)) {
      this.#addLine(data, { at, end });
      at = end + 1;
    }
    this.#rest = data.subarray(at);
    if (this.#readyBytes > WRITE_BYTES) await this.#write();
  }

  async end(): Promise<Packed> {
    if (this.#length > 0) this.#cut();
    await this.#write();
    const [keys, sizes, sums] = [this.#keys, this.#sizes, this.#sums].map((values) => Uint32Array.from(values)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    return { keys, sizes, sums, documents: this.#documents };
  }

  #addLine(data: Buffer, { at, end }: { at: number; end: number }): void {
    let key = 0;
    let place = at;
    for (; data[place] !== TAB; place += 1) key = key * 10 + (data[place] ?? 0) - ZERO;
    if (key === this.#lastKey) {
      // In place of the line feed behind the item before.
      this.#block[this.#length - 1] = COMMA;
      this.#append(data, { at: place + 1, end });
      return;
    }
    if (key < this.#lastKey) throw new Error(`documents are out of order: ${key} comes after ${this.#lastKey}`);
    if (this.#length >= this.#blockBytes) this.#cut();
    if (this.#length === 0) this.#keys.push(key);
    this.#append(data, { at, end });
    this.#lastKey = key;
    this.#documents += 1;
  }

  /** What stands between two places and ends with an item, without the nulls at its end. */
  #append(data: Buffer, { at, end }: { at: number; end: number }): void {
    let last = end - 2;
    while (isOfNull(data[last])) last -= 1;
    const length = this.#length + last + 1 - at;
    if (length + 2 > this.#block.length) this.#block = Buffer.concat([this.#block], 2 * (length + 2));
    data.copy(this.#block, this.#length, at, last + 1);
    this.#block[length] = END_OF_ITEM;
    this.#block[length + 1] = LINE_FEED;
    this.#length = length + 2;
  }

  #cut(): void {
    const packed = compressSync(this.#block.subarray(0, this.#length));
    this.#length = 0;
    this.#sizes.push(packed.length);
    this.#sums.push(crc32(packed));
    this.#ready.push(packed);
    this.#readyBytes += packed.length;
  }

  async #write(): Promise<void> {
    await this.#file.writeFile(Buffer.concat(this.#ready));
    this.#ready = [];
    this.#readyBytes = 0;
  }
}

/** Whether it is of `null` or the comma before it. No other value ends so: texts and lists have a mark behind. */
function isOfNull(byte: number | undefined): boolean {
  return byte === LETTER_L || byte === LETTER_U || byte === LETTER_N || byte === COMMA;
}
