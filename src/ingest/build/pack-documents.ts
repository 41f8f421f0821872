import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

import { encodeDirectory } from '../../dataset/documents-file.ts';
import { lineBlocks, numberBlocks } from './block-makers.ts';
import type { BlockMaker } from './block-makers.ts';

/** Blocks that were put to the end of a file. */
export interface Packed {
  /** The first key of each block. */
  keys: Uint32Array;
  /** Bytes of each block as it stands in the file, and their CRC-32. */
  sizes: Uint32Array;
  sums: Uint32Array;
  documents: number;
}

export interface PackInput {
  /** The file of the lines. */
  text: string;
  /** The file of the blocks. */
  path: string;
  /** Bytes of documents in a block. */
  blockBytes: number;
  /** Numbers in each item; 0 where items are not numbers. */
  columns: number;
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
export async function packHere({ text, path, blockBytes, columns }: PackInput): Promise<Packed> {
  const file = await open(path, 'a');
  try {
    const packer = new Packer(file, { blockBytes, block: columns > 0 ? numberBlocks(columns) : lineBlocks() });
    for await (const chunk of createReadStream(text, { highWaterMark: CHUNK_BYTES })) await packer.add(chunk as Buffer);
    return await packer.end();
  } finally {
    await file.close();
  }
}

/** Puts directory and footer behind the blocks, which were packed in this order. */
export async function finishDocuments(
  path: string,
  { ranges, columns }: { ranges: readonly Packed[]; columns: number },
): Promise<number> {
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
    await file.writeFile(encodeDirectory({ keys, offsets, sums }, { documents, columns }));
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
  readonly #block: BlockMaker;
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  readonly #sums: number[] = [];
  #documents = 0;
  /** The beginning of a line whose end has not come. */
  #rest: Buffer = Buffer.alloc(0);
  /** The document in the making, its key, and how much of it is filled. */
  #document = Buffer.alloc(1 << 16);
  #key = -1;
  #length = 0;
  #ready: Buffer[] = [];
  #readyBytes = 0;

  constructor(file: FileHandle, { blockBytes, block }: { blockBytes: number; block: BlockMaker }) {
    this.#file = file;
    this.#blockBytes = blockBytes;
    this.#block = block;
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
    this.#endDocument();
    if (this.#block.length > 0) this.#cut();
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
    if (key === this.#key) {
      const before = this.#length;
      this.#append(data, { at: place, end });
      // In place of the tab.
      this.#document[before] = COMMA;
      return;
    }
    if (key < this.#key) throw new Error(`documents are out of order: ${key} comes after ${this.#key}`);
    this.#endDocument();
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

  #endDocument(): void {
    if (this.#length === 0) return;
    if (this.#block.length >= this.#blockBytes) this.#cut();
    if (this.#block.length === 0) this.#keys.push(this.#key);
    this.#block.add(this.#key, this.#document.subarray(0, this.#length));
    this.#documents += 1;
    this.#length = 0;
  }

  #cut(): void {
    const packed = this.#block.take();
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
