/** Counts windows of one length that have not ended, as a queue of their ends: they end in the order of their beginning. */
export class LiveWindows {
  readonly #lengthMs: number;
  #ends: number[] = [];
  #ended = 0;

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs;
  }

  begin(): void {
    this.#ends.push(Date.now() + this.#lengthMs);
  }

  count(): number {
    const now = Date.now();
    while ((this.#ends[this.#ended] ?? Infinity) <= now) this.#ended += 1;
    // The queue is cut once half of it has ended, so that each end is moved once on average.
    if (this.#ended > this.#ends.length / 2) {
      this.#ends = this.#ends.slice(this.#ended);
      this.#ended = 0;
    }
    return this.#ends.length - this.#ended;
  }
}
