import { isArticle } from '../../../dataset/words/articles.ts';
import type { Interpretation } from './candidate-sets.ts';
import { withNumbers } from './numbers.ts';
import { wantedOf, withWords } from './read-query.ts';
import type { SearchQuery } from './read-query.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** A query as it is typed, with its numbers in other forms, and without the article that it begins with. */
export function readingsOf(list: TermDictionary, query: SearchQuery): Interpretation[] {
  const words = wantedOf(query);
  const numbers = withNumbers(list, words);
  const [first, ...others] = words;
  const bare = first !== undefined && isArticle(first.text) && others.length > 0 ? others : undefined;
  return [
    query,
    ...(numbers === undefined ? [] : [{ ...withWords(query, numbers), reading: 'NUMBERS' as const }]),
    ...(bare === undefined ? [] : [{ ...withWords(query, bare), reading: 'BARE' as const }]),
  ];
}
