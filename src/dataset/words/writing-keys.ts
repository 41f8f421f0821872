import anyAscii from 'any-ascii';
import { toHiragana } from 'wanakana';

/*
 * Words of other scripts by the Latin letters that they are typed with. A key is what a word of a script and its usual
 * transliterations have in common; its first letter is the way that it is made.
 */

const NOT_ASCII = /[\u0080-\uffff]/;
const LATIN = /^[a-z0-9]+$/;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const ANY_KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const SEMITIC = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** Fewer consonants are those of too many words. */
const LEAST_CONSONANTS = 4;

/** The key of a folded word of another script than Latin, as the dictionary of terms has it; undefined where it has none. */
export function writingKey(word: string): string | undefined {
  if (!NOT_ASCII.test(word)) return undefined;
  if (KANA.test(word)) return kanaKey(word);
  // Kanji are read in too many ways to tell.
  if (ANY_KANA.test(word)) return undefined;
  if (SEMITIC.test(word)) return consonantsKey(inLatin(word));
  return HANGUL.test(word) ? hangulKey(inLatin(word)) : latinKey(inLatin(word));
}

/** The keys of words that a word may be meant for as it is typed: of one in Latin letters, any of which it may be. */
export function typedKeys(word: string): readonly string[] {
  const keys = LATIN.test(word)
    ? [latinKey(word), romajiKey(word), hangulKey(word), consonantsKey(word)]
    : [writingKey(word)];
  return keys.filter((key) => key !== undefined);
}

/** A word by Latin letters: "στελλα" as "stella". */
export function inLatin(word: string): string {
  return anyAscii(word.replaceAll('ου', 'ou'))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** Without what transliterations differ in: "y" for "i", "ou" for "u", "kh" for "h", and letters that are doubled. */
function latinKey(latin: string): string | undefined {
  const key = latin
    .replaceAll('y', 'i')
    .replaceAll('kh', 'h')
    .replaceAll('ou', 'u')
    .replaceAll(/(.)\1+/g, '$1');
  return key === '' ? undefined : `l${key}`;
}

/** Consonants of Korean, which are written by different letters by where they stand, and by who writes. */
const KOREAN: Record<string, string> = { g: 'k', d: 't', b: 'p', r: 'l', j: 'ch' };

function hangulKey(latin: string): string | undefined {
  const key = latin.replaceAll(/[gdbrj]/g, (letter) => KOREAN[letter] ?? letter).replaceAll(/(.)\1+/g, '$1');
  return key === '' ? undefined : `h${key}`;
}

/**
 * Of Hebrew and Arabic, in which short vowels are not written. Left out is what may be a vowel, too, and what a letter is
 * not told apart from; the same letter stands for p and f, and transliterations differ in "h" behind another and at the end.
 */
function consonantsKey(latin: string): string | undefined {
  const key = latin
    .replaceAll(/(?<=[sktgdc])h|h$/g, '')
    .replaceAll(/[aeiouyvwb]/g, '')
    .replaceAll(/[qc]/g, 'k')
    .replaceAll('p', 'f')
    .replaceAll(/(.)\1+/g, '$1');
  return key.length < LEAST_CONSONANTS ? undefined : `s${key}`;
}

const [FIRST_KATAKANA, LAST_KATAKANA, TO_HIRAGANA] = [0x30a1, 0x30f6, 0x60] as const;
const LONG_VOWEL = 'ー';
/** Vowels that make another vowel long. */
const LONG: Record<string, string> = { あ: 'a', い: 'ie', う: 'uo', え: 'e', お: 'o' };

/** Syllables as they are typed, which tell most words apart before they are turned into kana. */
const ROMAJI = /^(?:[bcdfghjkmnprstwyz]{0,3}[aeiou]|n)+$/;

function romajiKey(word: string): string | undefined {
  return ROMAJI.test(word) ? kanaKey(folded(toHiragana(word))) : undefined;
}

/** In hiragana, without long vowels: "tokyo" is written とうきょう, and "rocky" ロッキー. */
function kanaKey(word: string): string | undefined {
  if (!KANA.test(word)) return undefined;
  let key = '';
  let vowel = '';
  for (const letter of word) {
    const isLong = letter === LONG_VOWEL || (vowel !== '' && LONG[hiragana(letter)]?.includes(vowel) === true);
    if (isLong) continue;
    key += hiragana(letter);
    vowel = anyAscii(letter).slice(-1);
  }
  return key === '' ? undefined : `k${key}`;
}

function hiragana(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return code >= FIRST_KATAKANA && code <= LAST_KATAKANA ? String.fromCodePoint(code - TO_HIRAGANA) : letter;
}

/** Without the marks of voiced syllables, which folding leaves out. */
function folded(kana: string): string {
  return kana.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}
