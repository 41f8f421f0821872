import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { compressSync } from 'lz4-napi';

import { BLOCK_BYTES, encodeDirectory } from '../../dataset/documents-file.ts';

/** Blocks that were put to the end of a file. */
export interface Packed {
  /** The first key of each block. */
  keys: Uint32Array;
  /** Compressed bytes of each block. */
  sizes: Uint32Array;
  documents: number;
}

const CHUNK_BYTES = 1 << 20;
const WRITE_BYTES = 1 << 20;
const LINE_FEED = 10;
const ZERO = 48;
const NINE = 57;

/**
 * Cuts a text of lines, each a key, a tab and an item, into blocks and puts them to the end of a file of documents.
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
  const keys = Uint32Array.from(ranges.flatMap((range) => [...range.keys]));
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
    await file.writeFile(encodeDirectory({ keys, offsets }, documents));
  } finally {
    await file.close();
  }
  return documents;
}

class Packer {
  readonly #file: FileHandle;
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  #documents = 0;
  /** What is in no block yet, from the beginning of a line. */
  #rest: Buffer = Buffer.alloc(0);
  /** How much of the rest is whole lines that were looked at. */
  #seen = 0;
  #firstKey = -1;
  #lastKey = -1;
  #ready: Buffer[] = [];
  #readyBytes = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async add(chunk: Buffer): Promise<void> {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let from = 0;
    let at = this.#seen;
    for (let end = data.indexOf(LINE_FEED, at); end !== -1; at = end + 1, end = data.indexOf(LINE_FEED, at)) {
      const key = keyAt(data, at);
      if (key === this.#lastKey) continue;
      if (key < this.#lastKey) throw new Error(`documents are out of order: ${key} comes after ${this.#lastKey}`);
      if (at - from >= BLOCK_BYTES) {
        this.#cut(data.subarray(from, at));
        from = at;
        this.#firstKey = -1;
      }
      if (this.#firstKey === -1) this.#firstKey = key;
      this.#lastKey = key;
      this.#documents += 1;
    }
    this.#rest = data.subarray(from);
    this.#seen = at - from;
    if (this.#readyBytes > WRITE_BYTES) await this.#write();
  }

  async end(): Promise<Packed> {
    if (this.#rest.length > 0) this.#cut(this.#rest);
    await this.#write();
    return { keys: Uint32Array.from(this.#keys), sizes: Uint32Array.from(this.#sizes), documents: this.#documents };
  }

  #cut(lines: Buffer): void {
    const block = compressSync(lines);
    this.#keys.push(this.#firstKey);
    this.#sizes.push(block.length);
    this.#ready.push(block);
    this.#readyBytes += block.length;
  }

  async #write(): Promise<void> {
    await this.#file.writeFile(Buffer.concat(this.#ready));
    this.#ready = [];
    this.#readyBytes = 0;
  }
}

/** The number at the beginning of a line. */
function keyAt(data: Buffer, at: number): number {
  let key = 0;
  for (let place = at; ; place += 1) {
    const digit = data[place] ?? 0;
    if (digit < ZERO || digit > NINE) return key;
    key = key * 10 + digit - ZERO;
  }
}
