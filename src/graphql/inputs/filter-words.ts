/** The words of a filter; undefined if the list is absent, null or empty, and so does not filter. */
export function wordsOf<Word extends string>(words: readonly Word[] | null | undefined): readonly Word[] | undefined {
  return words === null || words === undefined || words.length === 0 ? undefined : words;
}
