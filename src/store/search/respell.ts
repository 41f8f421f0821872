import { LEAST_CORRECTED, MOST_CORRECTED } from '../../dataset/search-scans.ts';
import { spellingsOf } from '../../dataset/spellings.ts';
import type { LettersOut } from '../../dataset/spellings.ts';
import type { ScanReader } from '../scan-reader.ts';
import { hasMatches, lettersOf, spelled, spellingOf, wantedOf, withWords } from './read-query.ts';
import type { QueryWord, SearchQuery } from './read-query.ts';
import { isNumber, respaced } from './respaced.ts';
import type { Stage } from './stages.ts';
import { typingErrors } from './typing-errors.ts';
import type { WordList } from './word-list.ts';

/** Of the words that are near, the nearest and commonest. */
const MOST_SPELLINGS = 12;
/** Words of a query that are looked at as if they were mistyped, though the vocabulary has them. */
const MOST_DOUBTED = 5;
/** Shorter words are the beginning of too many. */
const LEAST_BEGINNING = 5;

/**
 * The query with words that may be mistyped: those that the vocabulary has not are, all of them; where it has all, one
 * is, or a space is too many or missing. None where nothing is spelled nearly so.
 */
export async function respell(
  scan: ScanReader,
  { query, errors }: { query: SearchQuery; errors: LettersOut },
): Promise<Stage[]> {
  const words = wantedOf(query);
  const list = await scan.words();
  const ways = await mistyped(scan, { list, words, errors });
  if (errors === 1) ways.push(...respaced(list, words));
  const readings = ways.map((way) => withWords(query, way)).filter(hasMatches);
  return readings.length === 0 ? [] : [{ kind: 'NEAR', readings, isCut: false }];
}

async function mistyped(
  scan: ScanReader,
  { list, words, errors }: { list: WordList; words: readonly QueryWord[]; errors: LettersOut },
): Promise<(readonly QueryWord[])[]> {
  const mayBe = (word: QueryWord): boolean => isCorrectable(word, errors);
  const unknown = words.filter(({ spellings }) => spellings.length === 0);
  const doubted = unknown.length > 0 ? unknown : words.filter(mayBe).slice(0, MOST_DOUBTED);
  if (doubted.length === 0 || !doubted.every(mayBe)) return [];
  const near = await nearWords(scan, { list, words: doubted, errors });
  const nearOf = (word: QueryWord): QueryWord => near[doubted.indexOf(word)] ?? word;
  if (unknown.length > 0) return [words.map(nearOf)];
  return doubted.map((one) => words.map((word) => (word === one ? nearOf(word) : word)));
}

/** A letter may be missing, or one too many. */
function isCorrectable({ text }: QueryWord, errors: LettersOut): boolean {
  const length = lettersOf(text);
  const least = errors === 1 ? LEAST_CORRECTED - 1 : LEAST_CORRECTED;
  return length >= least && length <= MOST_CORRECTED + errors && !isNumber(text);
}

/**
 * Each word with those at most so many typing errors away for its spellings. Two such words share a spelling that has so
 * many letters left out (SymSpell's idea), and what shares one is measured.
 */
async function nearWords(
  scan: ScanReader,
  { list, words, errors: most }: { list: WordList; words: readonly QueryWord[]; errors: LettersOut },
): Promise<QueryWord[]> {
  const hashes = words.flatMap(({ text }) => spellingsOf(text, most));
  const rows = await scan.rows(
    `SELECT DISTINCT word FROM search_spellings WHERE spelling IN (${hashes.join(', ')})`,
    [],
  );
  const alike = rows.map(([word]) => {
    const id = Number(word);
    const text = list.wordAt(id);
    return { id, text, letters: Array.from(text), texts: list.textsOf(id, id) };
  });
  return words.map((word) => {
    const typed = Array.from(word.text);
    const near = alike
      .filter(({ letters }) => Math.abs(letters.length - typed.length) <= most)
      .map(({ id, text, letters, texts }) => ({ id, text, texts, errors: typingErrors(letters, typed) }))
      .filter(({ errors }) => errors > 0 && errors <= most)
      .toSorted((one, other) => one.errors - other.errors || other.texts - one.texts || one.id - other.id)
      .slice(0, MOST_SPELLINGS);
    const as = near.map(({ text }) =>
      spellingOf(list, { text, open: word.open && lettersOf(text) >= LEAST_BEGINNING }),
    );
    return spelled(list, { ...word, as });
  });
}
