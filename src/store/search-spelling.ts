import { LEAST_CORRECTED, MOST_CORRECTED } from '../dataset/search-scans.ts';
import { spellingsOf } from '../dataset/spellings.ts';
import type { LettersOut } from '../dataset/spellings.ts';
import { bindings } from './bindings.ts';
import type { ScanReader } from './scan-reader.ts';
import { lettersOf } from './search-query.ts';
import type { QueryWord } from './search-query.ts';

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
 * For each word those at most so many typing errors away: a letter too many, missing or wrong, or two in the wrong
 * order. Two such words share a spelling that has so many letters left out (SymSpell's idea), and what shares one is
 * measured.
 */
async function nearWords(
  scan: ScanReader,
  { words, errors }: { words: readonly QueryWord[]; errors: LettersOut },
): Promise<Respelled[]> {
  const bind = bindings();
  // Measured behind the look-up: a filter on the measure would be tried on every row.
  const sql = words.map(({ text: typed }, place) => {
    const text = bind.text(typed);
    return `(WITH alike AS MATERIALIZED (
        SELECT DISTINCT text, word, texts FROM search_spellings
        WHERE spelling IN (${spellingsOf(typed, errors).join(', ')}))
      SELECT ${place} AS place, text, word, texts, damerau_levenshtein(text, ${text}) AS errors FROM alike
      WHERE text <> ${text} AND errors <= ${errors} ORDER BY errors, texts DESC, word LIMIT ${MOST_SPELLINGS})`;
  });
  const rows = await scan.rows(sql.join(' UNION ALL '), bind.values);
  return words.map((_, place) => {
    const own = rows.filter(([of]) => Number(of) === place);
    return {
      spelled: own.map(([, text]) => text as string),
      ids: own.map(([, , id]) => Number(id)),
      texts: own.reduce((sum, [, , , texts]) => sum + Number(texts), 0),
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
