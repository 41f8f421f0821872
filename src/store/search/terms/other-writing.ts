import { isPart } from '../../../dataset/indexes/search-indexes.ts';
import { hanForms, hasHan } from '../../../dataset/words/han-forms.ts';
import { inLatin, typedKeys } from '../../../dataset/words/writing-keys.ts';
import type { CandidateSet } from './candidate-sets.ts';
import { hasMatches, spelled, spellingOf, wantedOf, withWords } from './read-query.ts';
import type { QueryWord, SearchQuery, Spelling } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';
import { isNumber } from './segmented.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Of the words that another may be in other letters, the commonest. */
const MOST_WRITINGS = 64;
/** Ways to write a part of a word with other Chinese characters. */
const MOST_FORMS = 16;

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
  if (words.some(({ text }) => hasHan(text))) ways.push(await inTurn(words, (word) => otherHan(list, word)));
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

/**
 * A word with other forms of its Chinese characters, letter by letter, as long as words of the dictionary begin so; where
 * there are none, the words that it stands in with such.
 */
async function otherHan(list: TermDictionary, word: QueryWord): Promise<QueryWord> {
  if (!hasHan(word.text)) return word;
  const begins = formsOf(word.text, (all) => all.filter((begin) => list.beginningWith(begin) !== null));
  const as = begins.map((text) => spellingOf(list, { text, open: word.open }));
  if (begins.some((text) => text !== word.text) || !isPart(word.text)) return spelled(list, { ...word, as });
  const around = new Set<number>();
  for (const part of formsOf(word.text, (all) => all.slice(0, MOST_FORMS))) {
    if (part === word.text) continue;
    for (const term of await list.containing(part, MOST_WRITINGS)) around.add(term);
  }
  return spelled(list, { ...word, as: [...as, ...[...around].map((term) => termSpelling(list, term))] });
}

/** A text with each of its characters in any form, of those ways that are wanted as far as they go. */
function formsOf(text: string, wanted: (begins: string[]) => string[]): string[] {
  let begins = [''];
  for (const letter of text) begins = wanted(begins.flatMap((begin) => hanForms(letter).map((form) => begin + form)));
  return begins;
}

function termSpelling(list: TermDictionary, term: number): Spelling {
  return { text: list.wordAt(term), range: [term, term], whole: term };
}
