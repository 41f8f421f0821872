/** More than any search needs that is better found so than by DuckDB. The system gives memory to what is used of it. */
const MOST_BYTES = 1 << 26;
const ALIGNED = 8;

/** There is no room for so much. */
export class SpaceFull extends Error {}

/**
 * Where numbers are while something is done with them, one thing after the other. Arrays of their own would be outside of
 * the heap, and make the garbage collector look through all of it every few searches.
 */
export class Space {
  readonly #buffer = new ArrayBuffer(MOST_BYTES);
  #taken = 0;

  /** Room for so many bytes, whatever is in it, at a place for numbers of any size. @throws SpaceFull */
  take(length: number): Uint8Array<ArrayBuffer> {
    const at = this.#taken;
    if (at + length > MOST_BYTES) throw new SpaceFull(`${length} bytes more than ${at} are too many`);
    this.#taken += Math.ceil(length / ALIGNED) * ALIGNED;
    return new Uint8Array(this.#buffer, at, length);
  }

  /** How much is taken: for `clear`. */
  get taken(): number {
    return this.#taken;
  }

  /** What was taken since is taken again. */
  clear(taken = 0): void {
    this.#taken = taken;
  }
}
