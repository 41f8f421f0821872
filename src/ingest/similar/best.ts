/** The best of many scored items: those with the greatest scores, in their order; of equal ones the first that came. */
export class Best {
  readonly items: Int32Array;
  readonly scores: Float64Array;
  length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
    this.items = new Int32Array(most);
    this.scores = new Float64Array(most);
  }

  clear(): void {
    this.length = 0;
  }

  /** A score that is no greater does not get in. */
  get threshold(): number {
    return this.length < this.#most ? 0 : (this.scores[this.#most - 1] ?? 0);
  }

  add(item: number, score: number): void {
    if (score <= this.threshold) return;
    let at = this.length < this.#most ? this.length : this.#most - 1;
    for (; at > 0 && (this.scores[at - 1] ?? 0) < score; at -= 1) {
      this.scores[at] = this.scores[at - 1] ?? 0;
      this.items[at] = this.items[at - 1] ?? 0;
    }
    this.scores[at] = score;
    this.items[at] = item;
    if (this.length < this.#most) this.length += 1;
  }
}
