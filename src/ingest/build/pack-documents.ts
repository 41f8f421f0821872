import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { compressSync } from 'lz4-napi';

import { BLOCK_BYTES, encodeDirectory } from '../../dataset/documents-file.ts';

/** Blocks that were put to the end of a file. */
export interface Packed {
  /** The first key of each block. */
  keys: Uint32Array;
  /** Compressed bytes of each block, and their CRC-32. */
  sizes: Uint32Array;
  sums: Uint32Array;
  documents: number;
}

const CHUNK_BYTES = 1 << 20;
const WRITE_BYTES = 1 << 20;
const TAB = 9;
const LINE_FEED = 10;
const COMMA = 44;
const ZERO = 48;

/**
 * Joins the items of lines, each a key, a tab and an item, to documents and puts these in blocks to the end of a file.
 * @throws Error where the keys do not go up.
 */
export async function packHere({ text, path }: { text: string; path: string }): Promise<Packed> {
  const file = await open(path, 'a');
  try {
    const packer = new Packer(file);
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
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  readonly #sums: number[] = [];
  #documents = 0;
  #lastKey = -1;
  /** The beginning of a line whose end has not come. */
  #rest: Buffer = Buffer.alloc(0);
  /** The block in the making, and how much of it is filled. */
  #block = Buffer.alloc(16 * BLOCK_BYTES);
  #length = 0;
  #ready: Buffer[] = [];
  #readyBytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
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
      this.#append(data, { at: place + 1, end: end + 1 });
      return;
    }
    if (key < this.#lastKey) throw new Error(`documents are out of order: ${key} comes after ${this.#lastKey}`);
    if (this.#length >= BLOCK_BYTES) this.#cut();
    if (this.#length === 0) this.#keys.push(key);
    this.#append(data, { at, end: end + 1 });
    this.#lastKey = key;
    this.#documents += 1;
  }

  #append(data: Buffer, { at, end }: { at: number; end: number }): void {
    const length = this.#length + end - at;
    if (length > this.#block.length) this.#block = Buffer.concat([this.#block], 2 * length);
    data.copy(this.#block, this.#length, at, end);
    this.#length = length;
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
