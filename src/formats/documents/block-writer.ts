import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

import { blockMaker } from './block-maker.ts';
import type { BlockMaker, EncodedDocument } from './block-maker.ts';
import { BLOCK_SUM_BYTES, blockSum } from './layout.ts';

/** Blocks that were appended to a file. */
export interface Packed {
  /** First key of each block. */
  keys: Uint32Array;
  /** Size of each block in the file, including its checksum. */
  sizes: Uint32Array;
  documents: number;
}

/** How documents are divided into blocks. */
export interface Blocks {
  /** Size in bytes, before compression, from which a block is complete; the last one may be smaller. */
  blockBytes: number;
  /** Whether blocks are compressed with LZ4. */
  compressed: boolean;
}

const WRITE_BYTES = 1 << 20;

/** Appends documents to a file in blocks. */
export class BlockWriter {
  readonly #file: FileHandle;
  readonly #blockBytes: number;
  readonly #block: BlockMaker;
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  #documents = 0;
  #lastKey = -1;
  /** Blocks that are not written yet, in memory that is used again, and how much of it they fill. */
  #ready: Buffer = Buffer.allocUnsafeSlow(2 * WRITE_BYTES);
  #readyBytes = 0;

  private constructor(file: FileHandle, { blockBytes, compressed }: Blocks) {
    this.#file = file;
    this.#blockBytes = blockBytes;
    this.#block = blockMaker({ compressed });
  }

  /** Opens the file, and lets `work` add documents to it. */
  static async to(
    path: string,
    { work, ...blocks }: Blocks & { work: (writer: BlockWriter) => Promise<void> },
  ): Promise<Packed> {
    const file = await open(path, 'a');
    try {
      const writer = new BlockWriter(file, blocks);
      await work(writer);
      return await writer.#end();
    } finally {
      await file.close();
    }
  }

  /**
   * Adds a document.
   * @throws Error if the key is not greater than the one before.
   */
  add(document: EncodedDocument): void {
    const { key } = document;
    if (key <= this.#lastKey) throw new Error(`documents are out of order: ${key} comes after ${this.#lastKey}`);
    if (this.#block.length >= this.#blockBytes) this.#cut();
    if (this.#block.length === 0) this.#keys.push(key);
    this.#block.add(document);
    this.#documents += 1;
    this.#lastKey = key;
  }

  /** Writes the complete blocks, if they are more than a megabyte. */
  async flush(): Promise<void> {
    if (this.#readyBytes > WRITE_BYTES) await this.#write();
  }

  async #end(): Promise<Packed> {
    if (this.#block.length > 0) this.#cut();
    await this.#write();
    return { keys: Uint32Array.from(this.#keys), sizes: Uint32Array.from(this.#sizes), documents: this.#documents };
  }

  #cut(): void {
    const packed = this.#block.take();
    const size = packed.length + BLOCK_SUM_BYTES;
    const at = this.#readyBytes;
    if (at + size > this.#ready.length) this.#ready = Buffer.concat([this.#ready], 2 * (at + size));
    this.#ready.set(packed, at);
    this.#ready.writeUInt32LE(blockSum(packed, this.#keys.at(-1) ?? 0), at + packed.length);
    this.#sizes.push(size);
    this.#readyBytes = at + size;
  }

  async #write(): Promise<void> {
    await this.#file.writeFile(this.#ready.subarray(0, this.#readyBytes));
    this.#readyBytes = 0;
  }
}
