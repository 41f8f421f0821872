import { LEAST_CORRECTED, MOST_CORRECTED } from '../../dataset/search-scans.ts';
import { spellingsOf } from '../../dataset/spellings.ts';
import type { LettersOut } from '../../dataset/spellings.ts';
import type { ScanReader } from '../scan-reader.ts';
import { lettersOf } from './read-query.ts';
import type { QueryWord } from './read-query.ts';
import { typingErrors } from './typing-errors.ts';

/** The words of the vocabulary that a mistyped word may stand for, the nearest and commonest first. */
export interface Respelled {
  spelled: readonly string[];
  /** Their numbers in the vocabulary. */
  ids: readonly number[];
  texts: number;
}

/** Of the words that are near, the nearest and commonest. */
const MOST_SPELLINGS = 12;
/** Words of a query that are looked at as if they were mistyped, though the vocabulary has them. */
const MOST_DOUBTED = 5;

/**
 * The ways in which words may be mistyped, each saying of every word what it may stand for, or null where it stays:
 * those that the vocabulary has not are, all of them; where it has all, one is. None where a word has no other
 * spelling.
 */
export async function respell(
  scan: ScanReader,
  { words, errors }: { words: readonly QueryWord[]; errors: LettersOut },
): Promise<(Respelled | null)[][]> {
  const unknown = words.filter(({ range }) => range === null);
  const doubted = unknown.length > 0 ? unknown : words.filter(isCorrectable).slice(0, MOST_DOUBTED);
  if (!doubted.every(isCorrectable)) return [];
  if (doubted.length === 0) return [];
  const near = await nearWords(scan, { words: doubted, errors });
  const ways =
    unknown.length > 0
      ? [words.map((word) => near[doubted.indexOf(word)] ?? null)]
      : near.map((other, at) => words.map((word) => (word === doubted[at] ? other : null)));
  return ways.filter((way) => way.every((other) => other === null || other.ids.length > 0));
}

function isCorrectable({ text }: QueryWord): boolean {
  const length = lettersOf(text);
  return length >= LEAST_CORRECTED && length <= MOST_CORRECTED;
}

/**
 * For each word those at most so many typing errors away. Two such words share a spelling that has so many letters left
 * out (SymSpell's idea), and what shares one is measured.
 */
async function nearWords(
  scan: ScanReader,
  { words, errors: most }: { words: readonly QueryWord[]; errors: LettersOut },
): Promise<Respelled[]> {
  const list = await scan.words();
  const spellings = words.flatMap(({ text }) => spellingsOf(text, most));
  const rows = await scan.rows(
    `SELECT DISTINCT word FROM search_spellings WHERE spelling IN (${spellings.join(', ')})`,
    [],
  );
  const alike = rows.map(([word]) => {
    const id = Number(word);
    const text = list.wordAt(id);
    return { id, text, letters: Array.from(text), texts: list.textsOf(id, id) };
  });
  return words.map(({ text }) => {
    const typed = Array.from(text);
    const near = alike
      .filter(({ letters }) => Math.abs(letters.length - typed.length) <= most)
      .map(({ id, text: spelled, letters, texts }) => ({ id, spelled, texts, errors: typingErrors(letters, typed) }))
      .filter(({ errors }) => errors > 0 && errors <= most)
      .toSorted((one, other) => one.errors - other.errors || other.texts - one.texts || one.id - other.id)
      .slice(0, MOST_SPELLINGS);
    return {
      spelled: near.map(({ spelled }) => spelled),
      ids: near.map(({ id }) => id),
      texts: near.reduce((sum, { texts }) => sum + texts, 0),
    };
  });
}

/** The words of a query as a text has them that was found by near spellings, of which it has those numbered so. */
export function correctedWords(
  words: readonly QueryWord[],
  { ways, there }: { ways: readonly (readonly (Respelled | null)[])[]; there: ReadonlySet<number> },
): readonly string[] {
  const read = ways.map((way) =>
    words.map(({ text }, index) => {
      const other = way[index] ?? null;
      return other === null ? text : (other.spelled.find((_, at) => there.has(other.ids[at] ?? -1)) ?? null);
    }),
  );
  return read.find((all): all is string[] => all.every((text) => text !== null)) ?? words.map(({ text }) => text);
}
