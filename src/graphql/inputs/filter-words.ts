/** The words a filter names; undefined where it does not narrow anything down: absent, null or an empty list. */
export function wordsOf<Word extends string>(words: readonly Word[] | null | undefined): readonly Word[] | undefined {
  return words === null || words === undefined || words.length === 0 ? undefined : words;
}
