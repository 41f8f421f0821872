/** A list of integers that grows. */
export class IntList {
  #numbers = new Int32Array(64);
  #length = 0;

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** All of them, ascending. */
  sorted(): Int32Array {
    return this.#numbers.subarray(0, this.#length).sort();
  }
}
