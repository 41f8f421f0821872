import { formatConst, type ConstPrefix } from '../../dataset/words/consts.ts';
import { hash32 } from '../chance/random.ts';

/** Range of id numbers reserved for the fixed entities and the oddities. */
const RESERVED_FROM = 900_000;
const RESERVED_TO = 900_999;

/** The highest generated id numbers; an oddity may have an id of eight digits above them. */
export const HIGHEST_TITLE = 38_000_000;
export const HIGHEST_NAME = 17_000_000;

/** The first number of eight digits. */
const EIGHT_DIGITS = 10_000_000;
const RESERVED = RESERVED_TO - RESERVED_FROM + 1;

export interface IdSpace {
  size: number;
  /** Number of indices whose id has seven digits; they are the first ones. */
  sevenDigits: number;
  /** The id number of an index: increasing, with gaps, outside the reserved range. */
  number(index: number): number;
  /** The id of an index. */
  text(index: number): string;
  /** The index of an id number; undefined for a number that no index has. */
  indexOf(number: number): number | undefined;
}

/** Spreads `size` ids over 1..highest, so that ids of seven and of eight digits occur at every size. */
export function createIdSpace(prefix: ConstPrefix, options: { size: number; highest: number; seed: number }): IdSpace {
  const { size, highest, seed } = options;
  const stride = (highest - RESERVED) / size;
  const number = (index: number): number => {
    const from = Math.floor(index * stride);
    const width = Math.floor((index + 1) * stride) - from;
    const raw = from + 1 + (width > 1 ? hash32(seed, prefix === 'tt' ? 101 : 102, index) % width : 0);
    return raw < RESERVED_FROM ? raw : raw + RESERVED;
  };
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (number(middle) < EIGHT_DIGITS) low = middle + 1;
    else high = middle;
  }
  return {
    size,
    sevenDigits: low,
    number,
    text: (index) => formatConst(prefix, number(index)),
    indexOf(wanted) {
      const raw = wanted < RESERVED_FROM ? wanted : wanted - RESERVED;
      const near = Math.floor((raw - 1) / stride);
      return [near, near + 1].find((index) => index >= 0 && index < size && number(index) === wanted);
    },
  };
}

/**
 * A number that sorts ids by the bytes of their text, as IMDb's files are sorted:
 * `tt0999999 < tt1000000 < tt10000000 < tt1000001`.
 */
export function byteOrder(number: number): number {
  return number < EIGHT_DIGITS ? number * 10 - 0.5 : number;
}
