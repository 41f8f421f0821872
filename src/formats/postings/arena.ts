/** The system gives memory to what is used of it. */
const ARENA_BYTES = 1 << 26;
const ALIGNED = 8;

/**
 * Memory of one piece of work after the other: what one has taken is taken again by the next. Arrays of their own would
 * be outside of the heap, and make the garbage collector look through all of it every few searches.
 */
export class Arena {
  readonly #buffer = new ArrayBuffer(ARENA_BYTES);
  #taken = 0;

  /** Room for so many bytes, whatever is in it, aligned for numbers of any size. What finds no room is on its own. */
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

  /** How much is taken: for `clear`. */
  get taken(): number {
    return this.#taken;
  }

  /** Gives back what was taken since. */
  clear(taken = 0): void {
    this.#taken = taken;
  }
}
