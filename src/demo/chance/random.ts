const TWO_32 = 4_294_967_296;

/**
 * A hash of its three arguments as an unsigned 32-bit number. Everything in the demo data is drawn by counter and never
 * in sequence, so that any title or person can be computed again without those before it.
 */
export function hash32(seed: number, stream: number, index: number): number {
  let h = (Math.imul(index, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) + seed;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15) ^ Math.imul(stream, 0x27d4eb2f), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A number in [0, 1) from `hash32`. */
export function unit32(hash: number): number {
  return hash / TWO_32;
}

/** A sequence of draws for one entity: `roll` sets its start, the other methods draw the next value. */
export class Dice {
  private readonly seed: number;
  private state = 0;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Restarts at an entity. The same stream and index give the same draws. */
  roll(stream: number, index: number): this {
    this.state = hash32(this.seed, stream, index) | 0;
    return this;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / TWO_32;
  }

  /** A whole number in [0, n). */
  below(n: number): number {
    return Math.floor((this.next() / TWO_32) * n);
  }

  chance(probability: number): boolean {
    return this.next() < probability * TWO_32;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Like `pick`, but the front of the list is far likelier than its end. */
  pickEarly<T>(list: readonly T[]): T {
    const u = this.unit();
    return list[Math.floor(u * u * list.length)] as T;
  }
}
