import { hanForms, hasHan } from '../../../dataset/words/han-forms.ts';
import { inLatin, typedKeys } from '../../../dataset/words/writing-keys.ts';
import type { CandidateSet } from './candidate-sets.ts';
import { hasMatches, spelled, spellingOf, wantedOf, withWords } from './read-query.ts';
import type { QueryWord, SearchQuery } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';
import { isNumber } from './segmented.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Of the words that another may be in other letters, the commonest. */
const MOST_WRITINGS = 64;

/**
 * The query in another writing: its words as they are written in other scripts than Latin, each on its own or all as one
 * word, as in scripts without spaces; and Chinese ones with traditional and simplified characters. None where one of the
 * words is nowhere written so.
 */
export async function inOtherWriting(queries: SearchIndex, query: SearchQuery): Promise<CandidateSet[]> {
  const words = wantedOf(query);
  const list = await queries.terms();
  let isCut = false;

  async function written(word: QueryWord): Promise<QueryWord> {
    if (isNumber(word.text)) return { ...word, open: false };
    const terms = new Set<number>();
    for (const key of typedKeys(word.text)) for (const term of await list.writtenAs(key)) terms.add(term);
    const latin = list.numberOf(inLatin(word.text));
    if (latin !== null) terms.add(latin);
    const common = [...terms].toSorted(
      (one, other) => list.textsOf(other, other) - list.textsOf(one, one) || one - other,
    );
    isCut ||= common.length > MOST_WRITINGS;
    return wordOf(
      list,
      word,
      common.slice(0, MOST_WRITINGS).map((term) => list.wordAt(term)),
    );
  }

  const ways: (readonly QueryWord[])[] = [];
  if (words.some(({ text }) => hasHan(text))) ways.push(words.map((word) => otherHan(list, word)));
  else {
    ways.push(await inTurn(words, written));
    const [first, ...others] = words;
    if (first !== undefined && others.length > 0)
      ways.push([await written({ ...first, text: words.map(({ text }) => text).join('') })]);
  }
  const interpretations = ways
    .filter((way) => way.some(({ text, spellings }) => spellings.some((one) => one.text !== text)))
    .map((way) => withWords(query, way))
    .filter(hasMatches);
  return interpretations.length === 0 ? [] : [{ kind: 'WRITING', interpretations, isCut }];
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}

/** A whole word that stands for any of some. */
function wordOf(list: TermDictionary, { text }: QueryWord, as: readonly string[]): QueryWord {
  const spellings = as.map((other) => spellingOf(list, { text: other, open: false }));
  return spelled(list, { text, open: false, as: spellings });
}

/** A word with other forms of its Chinese characters: letter by letter, as long as words of the dictionary begin so. */
function otherHan(list: TermDictionary, word: QueryWord): QueryWord {
  if (!hasHan(word.text)) return word;
  let begins = [''];
  for (const letter of word.text) {
    begins = begins
      .flatMap((begin) => hanForms(letter).map((form) => begin + form))
      .filter((begin) => list.beginningWith(begin) !== null);
  }
  return spelled(list, { ...word, as: begins.map((text) => spellingOf(list, { text, open: word.open })) });
}
