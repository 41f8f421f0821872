import { AND } from '../../../dataset/words/fold.ts';

/** The words for "and" in the languages of titles, and the "n" of "rock 'n' roll", as they are folded. */
const CONJUNCTIONS = ['and', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'i', 'и', 'n'];

const KNOWN: ReadonlySet<string> = new Set(CONJUNCTIONS);

/**
 * What else a text may have between others for a word: "&" for a word that means "and", and any of these words for "&".
 * One word does not stand for that of another language.
 */
export function conjunctionsFor(word: string): readonly string[] {
  if (word === AND) return CONJUNCTIONS;
  return KNOWN.has(word) ? [AND] : [];
}
