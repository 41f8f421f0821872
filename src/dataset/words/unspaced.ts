/*
 * Scripts that are written without spaces, or with few: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese. Two of their
 * letters may be a word inside of a longer run.
 */

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
/** The long vowel of kana belongs to no script. */
const MORE = 'ー';
/** The shortest part of a run. */
const LEAST = 2;

const LETTER = `[${SCRIPTS.map((name) => `\\p{Script=${name}}`).join('')}${MORE}]`;
const IS_SHORT_RUN = new RegExp(`^${LETTER}{${LEAST}}$`, 'u');
const IS_RUN = new RegExp(`^${LETTER}+$`, 'u');

/** Whether a text consists of letters of such scripts. */
export function isRun(text: string): boolean {
  return IS_RUN.test(text);
}

/** Whether a text is two letters of such scripts. */
export function isShortRun(text: string): boolean {
  return IS_SHORT_RUN.test(text);
}

/** SQL of the same. */
export function isShortRunSql(text: string): string {
  return `regexp_full_match(${text}, '[${SCRIPTS.map((name) => `\\p{${name}}`).join('')}${MORE}]{${LEAST}}')`;
}
