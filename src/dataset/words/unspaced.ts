/*
 * Scripts that are written without spaces, or with few: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese. Two of their
 * letters may be a word inside of a longer run.
 */

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
/** The long vowel of kana belongs to no script. */
const MORE = 'ー';
/** The shortest part of a run. */
const LEAST = 2;

const IS_RUN = new RegExp(`^[${SCRIPTS.map((name) => `\\p{Script=${name}}`).join('')}${MORE}]{${LEAST}}$`, 'u');

/** Whether a text is two letters of such scripts. */
export function isShortRun(text: string): boolean {
  return IS_RUN.test(text);
}

/** SQL of the same. */
export function isShortRunSql(text: string): string {
  return `regexp_full_match(${text}, '[${SCRIPTS.map((name) => `\\p{${name}}`).join('')}${MORE}]{${LEAST}}')`;
}
