/** The system commits only the pages of it that are used. */
const ARENA_BYTES = 1 << 26;
const ALIGNED = 8;

/**
 * Memory that one search after another reuses. Arrays of their own would be allocated outside the heap, and every few
 * searches the garbage collector would run because of them.
 */
export class Arena {
  readonly #buffer = new ArrayBuffer(ARENA_BYTES);
  #taken = 0;

  /**
   * Allocates bytes, uninitialised and aligned for any number. If the arena is full, they are allocated on their own.
   */
  take(length: number): Uint8Array<ArrayBuffer> {
    const at = this.#taken;
    if (at + length > ARENA_BYTES) return new Uint8Array(length);
    this.#taken += Math.ceil(length / ALIGNED) * ALIGNED;
    return new Uint8Array(this.#buffer, at, length);
  }

  takeNumbers(length: number): Uint32Array<ArrayBuffer> {
    const { buffer, byteOffset } = this.take(Uint32Array.BYTES_PER_ELEMENT * length);
    return new Uint32Array(buffer, byteOffset, length);
  }

  /** Size of what is allocated, for `clear`. */
  get taken(): number {
    return this.#taken;
  }

  /** Frees what was allocated after the arena had this size. */
  clear(taken = 0): void {
    this.#taken = taken;
  }
}
