import { isArticle } from '../../../dataset/words/articles.ts';
import type { Interpretation } from './candidate-sets.ts';
import { withNumbers } from './numbers.ts';
import { lettersOf } from './letters-of.ts';
import { spelled, spellingOf, wantedOf, withWords } from './read-query.ts';
import type { QueryWord, SearchQuery } from './read-query.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Shorter words are others with an "l" before them, as in "over" and "lover"; of several words that does not happen. */
const LEAST_ELIDED = 6;
const BEGINS_WITH_VOWEL = /^[aeiouyh]/;

/**
 * A query as it is typed, with its numbers in other forms, without the article that it begins with, and with the one that
 * an apostrophe joins to its first word, as it is folded: "lavventura" for "avventura".
 */
export function wordingsOf(list: TermDictionary, query: SearchQuery): Interpretation[] {
  const words = wantedOf(query);
  const numbers = withNumbers(list, words);
  const [first, ...others] = words;
  const isBehindArticle = first !== undefined && isArticle(first.text) && others.length > 0;
  const elision = elided(list, words);
  const wordings: Interpretation[] = [query];
  if (numbers !== undefined) wordings.push({ ...withWords(query, numbers), wording: 'NUMBERS' });
  if (isBehindArticle) wordings.push({ ...withWords(query, others), wording: 'BARE' });
  if (elision !== undefined) wordings.push({ ...withWords(query, elision), wording: 'BARE' });
  return wordings;
}

function elided(list: TermDictionary, [first, ...others]: readonly QueryWord[]): QueryWord[] | undefined {
  if (first === undefined || !BEGINS_WITH_VOWEL.test(first.text)) return undefined;
  if (others.length === 0 && lettersOf(first.text) < LEAST_ELIDED) return undefined;
  const text = `l${first.text}`;
  const spelling = spellingOf(list, { text, open: false });
  return spelling === null ? undefined : [spelled(list, { text, open: false, as: [spelling] }), ...others];
}
