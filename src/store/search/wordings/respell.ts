import { MOST_CORRECTED } from '../../../dataset/indexes/search-indexes.ts';
import type { LettersOut } from '../../../dataset/words/spellings.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import { lettersOf } from '../terms/letters-of.ts';
import { hasMatches, spelled, spellingOf, wantedOf, withWords } from '../terms/read-query.ts';
import type { QueryWord, SearchQuery } from '../terms/read-query.ts';
import { isNumber, segmented } from './segmented.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';
import { isNearShort, mostErrors } from './short-words.ts';
import { typingErrors } from './typing-errors.ts';
import type { TermDictionary } from '../terms/term-dictionary.ts';

/** Of the words that are near, the nearest and commonest; more of them are two errors away than one. */
const MOST_SPELLINGS: Record<LettersOut, number> = { 1: 24, 2: 64 };
/** Words of a query that are looked at as if they were mistyped, though the vocabulary has them. */
const MOST_DOUBTED = 5;
/** Shorter words are the beginning of too many. */
const LEAST_BEGINNING = 5;

/** How a query may be mistyped. */
interface Slips {
  /** In each word that is. */
  errors: LettersOut;
  /** Of those that the vocabulary has, how many words are; of those that it has not, all are. */
  known: 'NONE' | 'ONE';
}

/** The likeliest first. Nothing is looked for in a way if there is something in one before. */
export const SLIPS: readonly Slips[] = [
  { errors: 1, known: 'NONE' },
  { errors: 1, known: 'ONE' },
  { errors: 2, known: 'NONE' },
];

/**
 * The query with words that may be mistyped, or with a space too many or missing. Where the vocabulary has all words, one
 * more of them is than is said. None where nothing is spelled nearly so.
 */
export async function respell(
  queries: SearchIndex,
  { query, slips }: { query: SearchQuery; slips: Slips },
): Promise<CandidateSet[]> {
  const words = wantedOf(query);
  const list = await queries.terms();
  const { ways, isCut } = await mistyped({ list, words, slips });
  if (slips === SLIPS[0]) ways.push(...segmented(list, words));
  const interpretations = ways.map((way) => withWords(query, way)).filter(hasMatches);
  return interpretations.length === 0 ? [] : [{ kind: 'NEAR', interpretations, isCut }];
}

async function mistyped({
  list,
  words,
  slips: { errors, known },
}: {
  list: TermDictionary;
  words: readonly QueryWord[];
  slips: Slips;
}): Promise<{ ways: (readonly QueryWord[])[]; isCut: boolean }> {
  const unknown = words.filter(({ spellings }) => spellings.length === 0);
  const mayBe = (word: QueryWord): boolean => isCorrectable(word, errors);
  if (!unknown.every(mayBe)) return { ways: [], isCut: false };
  const doubted = words.filter((word) => !unknown.includes(word) && mayBe(word)).slice(0, MOST_DOUBTED);
  const some = chosen(doubted, (unknown.length === 0 ? 1 : 0) + (known === 'ONE' ? 1 : 0));
  const near = await nearWords(list, { words: [...new Set([...unknown, ...some.flat()])], errors });
  const ways = some.map((others) =>
    words.map((word) => (unknown.includes(word) || others.includes(word) ? (near.words.get(word) ?? word) : word)),
  );
  return { ways, isCut: near.isCut };
}

/** All ways to choose so many. */
function chosen<T>(from: readonly T[], count: number): (readonly T[])[] {
  if (count === 0) return [[]];
  return from.flatMap((one, at) => chosen(from.slice(at + 1), count - 1).map((others) => [one].concat(others)));
}

/** A letter may be missing, or one too many. */
function isCorrectable({ text }: QueryWord, errors: LettersOut): boolean {
  return lettersOf(text) <= MOST_CORRECTED + errors && mostErrors(text) >= errors && !isNumber(text);
}

/** Each word with those at most so many typing errors away for its spellings. */
async function nearWords(
  list: TermDictionary,
  { words, errors: most }: { words: readonly QueryWord[]; errors: LettersOut },
): Promise<{ words: ReadonlyMap<QueryWord, QueryWord>; isCut: boolean }> {
  const respelled = new Map<QueryWord, QueryWord>();
  let isCut = false;
  for (const word of words) {
    const typed = Array.from(word.text);
    const near = (await list.alike(word.text, most))
      .map((term) => ({ term, text: list.wordAt(term), texts: list.textsOf(term, term) }))
      .map((one) => Object.assign(one, { errors: typingErrors(Array.from(one.text), typed) }))
      .filter(({ text, errors }) => errors > 0 && errors <= most && isNearShort(text, word.text))
      .toSorted((one, other) => one.errors - other.errors || other.texts - one.texts || one.term - other.term);
    isCut ||= near.length > MOST_SPELLINGS[most];
    const as = near
      .slice(0, MOST_SPELLINGS[most])
      .map(({ text }) => spellingOf(list, { text, open: word.open && lettersOf(text) >= LEAST_BEGINNING }));
    respelled.set(word, spelled(list, { ...word, as }));
  }
  return { words: respelled, isCut };
}
