import { formatConst } from '../words/consts.ts';
import type { TitleVector } from './title-vector.ts';

/** Numbers of a dense vector. */
export const DENSE_LENGTH = 1024;

const FNV_OFFSET = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;

/** What has an inner product with other titles, by name: `person:nm0900001`, `genre:Drama`, `word:orpheum`. */
export function namedFeatures({ people, genres, words }: TitleVector): [name: string, weight: number][] {
  return [
    ...[...people].map(([person, weight]): [string, number] => [`person:${formatConst('nm', person)}`, weight]),
    ...[...genres].map(([genre, weight]): [string, number] => [`genre:${genre}`, weight]),
    ...[...words].map(([word, weight]): [string, number] => [`word:${word}`, weight]),
  ];
}

/**
 * A vector of a fixed length, whose inner products are those of the named features but for some hundredths: the hashing
 * trick with signs (Weinberger et al. 2009), over FNV-1a. The same features have the same places in every build.
 */
export function denseVector(features: readonly (readonly [name: string, weight: number])[]): Float32Array {
  const dense = new Float32Array(DENSE_LENGTH);
  for (const [name, weight] of features) {
    const hash = hashOf(name);
    const place = (hash >>> 1) % DENSE_LENGTH;
    dense[place] = (dense[place] ?? 0) + (hash % 2 === 0 ? weight : -weight);
  }
  return dense;
}

function hashOf(name: string): number {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, FNV_PRIME) >>> 0;
  // The low bits of FNV-1a are those of its bytes.
  return (hash ^ (hash >>> 15)) >>> 0;
}
