import { LEAST_CORRECTED } from '../../../dataset/indexes/search-indexes.ts';
import { lettersOf } from '../terms/letters-of.ts';

/** Words of fewer letters have one error: two make half of them another word. */
const LEAST_OF_TWO = 5;
/** Words of fewer letters are near to hundreds of others, of which those that begin in the same way are meant. */
const LEAST_OF_ANY = 5;

/**
 * Scripts in which one letter says as much as a syllable or a word of others, or whole phrases are written without
 * spaces: most words that differ in one of few letters are different things.
 */
const IS_DENSE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
/** In these scripts one error is for so many letters. */
const LETTERS_OF_ERROR = 5;

/** How many letters of a word may be mistyped. */
export function mostErrors(text: string): number {
  const letters = lettersOf(text);
  if (IS_DENSE.test(text)) return Math.floor(letters / LETTERS_OF_ERROR);
  if (letters < LEAST_CORRECTED - 1) return 0;
  return letters < LEAST_OF_TWO ? 1 : 2;
}

/**
 * Whether a word that is a typing error away may be meant by a short one: it begins with the same letter, or with the same
 * two the other way round, and is no shorter than the shortest word that is corrected. Longer ones may all be.
 */
export function isNearShort(text: string, typed: string): boolean {
  if (lettersOf(typed) >= LEAST_OF_ANY) return true;
  const [one, two] = Array.from(typed);
  const [first, second] = Array.from(text);
  return first === one || (first === two && second === one);
}
