import { isPart } from '../../../dataset/indexes/search-indexes.ts';
import { hanForms, hasHan } from '../../../dataset/words/han-forms.ts';
import { inLatin, typedKeys } from '../../../dataset/words/writing-keys.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import { hasMatches, spelled, spellingOf, wantedOf, withWords } from '../terms/read-query.ts';
import type { QueryWord, SearchQuery, Spelling } from '../terms/read-query.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import { isNumber } from './segmented.ts';
import type { TermDictionary } from '../terms/term-dictionary.ts';

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
    if (isNumber(word.text)) return wordOf(list, word, [word.text]);
    const terms = new Set<number>();
    for (const key of typedKeys(word.text)) for (const term of await list.writtenAs(key)) terms.add(term);
    const latin = inLatin(word.text);
    const same = latin === word.text ? null : list.numberOf(latin);
    if (same !== null) terms.add(same);
    const common = [...terms].toSorted(
      (one, other) => list.textsOf(other, other) - list.textsOf(one, one) || one - other,
    );
    isCut ||= common.length > MOST_WRITINGS;
    const texts = common.slice(0, MOST_WRITINGS).map((term) => list.wordAt(term));
    return wordOf(list, word, texts);
  }

  const [first, ...others] = words;
  const ways: (readonly QueryWord[])[] = [];
  if (words.some(({ text }) => hasHan(text))) ways.push(await unlessNowhere(words, (word) => otherHan(list, word)));
  else {
    ways.push(await unlessNowhere(words, written));
    if (first !== undefined && others.length > 0)
      ways.push([await written({ ...first, text: words.map(({ text }) => text).join('') })]);
  }
  const interpretations = ways
    .filter((way) => way.some(({ text, spellings }) => spellings.some((one) => one.text !== text)))
    .map((way) => withWords(query, way))
    .filter(hasMatches);
  return interpretations.length === 0 ? [] : [{ kind: 'WRITING', interpretations, isCut }];
}

/** All words in a way; none where one of them is nowhere so. */
async function unlessNowhere(
  words: readonly QueryWord[],
  inWay: (word: QueryWord) => Promise<QueryWord>,
): Promise<readonly QueryWord[]> {
  const all: QueryWord[] = [];
  for (const word of words) {
    const other = await inWay(word);
    if (other.spellings.length === 0) return [];
    all.push(other);
  }
  return all;
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
