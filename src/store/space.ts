/** Bytes that there is room for at first, and what is given back. */
const FIRST = 1 << 20;
const MOST_KEPT = 1 << 25;
const ALIGNED = 8;

/**
 * Where numbers are while something is done with them, one thing after the other. Arrays of their own would be outside of
 * the heap, and make the garbage collector look through all of it every few searches.
 */
export class Space {
  #buffer = new ArrayBuffer(FIRST);
  #used = 0;

  /** What was taken is taken again. */
  clear(): void {
    if (this.#buffer.byteLength > MOST_KEPT) this.#buffer = new ArrayBuffer(FIRST);
    this.#used = 0;
  }

  /** Room for so many bytes, whatever is in it, at a place for numbers of any size. */
  take(length: number): Uint8Array<ArrayBuffer> {
    if (this.#used + length > this.#buffer.byteLength) {
      // What has been taken stays where it is.
      this.#buffer = new ArrayBuffer(Math.max(2 * this.#buffer.byteLength, 2 * length));
      this.#used = 0;
    }
    const bytes = new Uint8Array(this.#buffer, this.#used, length);
    this.#used += Math.ceil(length / ALIGNED) * ALIGNED;
    return bytes;
  }
}
