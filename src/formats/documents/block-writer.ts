import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

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

const WRITE_BYTES = 1 << 20;

/** Puts documents in blocks to the end of a file. */
export class BlockWriter {
  readonly #file: FileHandle;
  readonly #blockBytes: number;
  readonly #block: BlockMaker;
  readonly #keys: number[] = [];
  readonly #sizes: number[] = [];
  readonly #sums: number[] = [];
  #documents = 0;
  #lastKey = -1;
  #ready: Buffer[] = [];
  #readyBytes = 0;

  private constructor(file: FileHandle, { blockBytes, block }: { blockBytes: number; block: BlockMaker }) {
    this.#file = file;
    this.#blockBytes = blockBytes;
    this.#block = block;
  }

  /** Lets `work` add documents to the file, in blocks of at least so many bytes. */
  static async to(
    path: string,
    { work, ...options }: { blockBytes: number; block: BlockMaker; work: (writer: BlockWriter) => Promise<void> },
  ): Promise<Packed> {
    const file = await open(path, 'a');
    try {
      const writer = new BlockWriter(file, options);
      await work(writer);
      return await writer.#end();
    } finally {
      await file.close();
    }
  }

  /**
   * Takes a document as the block is made of.
   * @throws Error where the keys do not go up.
   */
  add(key: number, document: Buffer): void {
    if (key <= this.#lastKey) throw new Error(`documents are out of order: ${key} comes after ${this.#lastKey}`);
    if (this.#block.length >= this.#blockBytes) this.#cut();
    if (this.#block.length === 0) this.#keys.push(key);
    this.#block.add(key, document);
    this.#documents += 1;
    this.#lastKey = key;
  }

  /** Writes what is ready, if that is much. */
  async flush(): Promise<void> {
    if (this.#readyBytes > WRITE_BYTES) await this.#write();
  }

  async #end(): Promise<Packed> {
    if (this.#block.length > 0) this.#cut();
    await this.#write();
    const [keys, sizes, sums] = [this.#keys, this.#sizes, this.#sums].map((values) => Uint32Array.from(values)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    return { keys, sizes, sums, documents: this.#documents };
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
