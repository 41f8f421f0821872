const WRAP = 2 ** 32;

/**
 * Offsets of the blocks in a file. There are millions of blocks, so each offset takes 4 bytes, although files may
 * exceed 4 GiB.
 */
export class BlockOffsets {
  readonly length: number;
  /** Offset of each block and the end of the last one, modulo 2^32. */
  readonly #low: Uint32Array;
  /** Indexes at which the offset has passed another multiple of 2^32. */
  readonly #wraps: number[] = [];

  constructor(sizes: Uint32Array) {
    this.length = sizes.length;
    this.#low = new Uint32Array(sizes.length + 1);
    let end = 0;
    for (let block = 0; block < sizes.length; block += 1) {
      end += sizes[block] ?? 0;
      if (end >= WRAP) {
        end -= WRAP;
        this.#wraps.push(block + 1);
      }
      this.#low[block + 1] = end;
    }
  }

  of(block: number): number {
    let offset = this.#low[block] ?? 0;
    for (const from of this.#wraps) if (block >= from) offset += WRAP;
    return offset;
  }

  sizeOf(block: number): number {
    return ((this.#low[block + 1] ?? 0) - (this.#low[block] ?? 0)) >>> 0;
  }
}
