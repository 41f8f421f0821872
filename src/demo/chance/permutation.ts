/** An affine permutation of 0..size-1 and its inverse, which needs no memory at any size. */
export interface Permutation {
  size: number;
  forward(index: number): number;
  back(index: number): number;
}

/**
 * Creates the permutation `index -> (index * factor + shift) mod size`. Products stay below 2^53 up to 90 million.
 * `salt` is any unsigned number; different salts give different permutations.
 */
export function createPermutation(size: number, salt: number): Permutation {
  let factor = Math.max(1, Math.floor(size * (0.35 + (salt % 1000) / 3500)));
  while (greatestCommonDivisor(factor, size) !== 1) factor += 1;
  const shift = salt % size;
  const inverse = modularInverse(factor, size);
  return {
    size,
    forward: (index) => (index * factor + shift) % size,
    back: (index) => (((index - shift + size) % size) * inverse) % size,
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function modularInverse(a: number, modulus: number): number {
  let [r0, r1, t0, t1] = [modulus, a % modulus, 0, 1];
  while (r1 > 0) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return ((t0 % modulus) + modulus) % modulus;
}
