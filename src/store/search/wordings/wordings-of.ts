import { isArticle } from '../../../dataset/words/articles.ts';
import type { Interpretation } from '../terms/candidate-sets.ts';
import { withNumbers } from './numbers.ts';
import { wantedOf, withWords } from '../terms/read-query.ts';
import type { SearchQuery } from '../terms/read-query.ts';
import type { TermDictionary } from '../terms/term-dictionary.ts';

/** A query as it is typed, with its numbers in other forms, and without the article that it begins with. */
export function wordingsOf(list: TermDictionary, query: SearchQuery): Interpretation[] {
  const words = wantedOf(query);
  const numbers = withNumbers(list, words);
  const [first, ...others] = words;
  const isBehindArticle = first !== undefined && isArticle(first.text) && others.length > 0;
  const wordings: Interpretation[] = [query];
  if (numbers !== undefined) wordings.push({ ...withWords(query, numbers), wording: 'NUMBERS' });
  if (isBehindArticle) wordings.push({ ...withWords(query, others), wording: 'BARE' });
  return wordings;
}
