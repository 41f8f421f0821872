import { hashed, LEAST_CORRECTED, MOST_CORRECTED, spellings } from '../dataset/search-scans.ts';
import { bindings } from './bindings.ts';
import type { Bindings } from './bindings.ts';
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

export type Errors = 1 | 2;

/** Of the words that are near, the nearest and commonest. */
const MOST_SPELLINGS = 12;
/** Words of a query that are looked at as if they were mistyped, though the vocabulary has them. */
const MOST_DOUBTED = 5;

/** Whether a text has one of the spellings. */
export function spelledLike({ spelled }: Respelled, bind: Bindings): string {
  // Words are letters and digits alone.
  return `regexp_matches(folded, ${bind.text(`(^| )(${spelled.join('|')})( |$)`)})`;
}

/**
 * The ways in which words may be mistyped, each saying of every word what it may stand for, or null where it stays:
 * those that the vocabulary has not are, all of them; where it has all, one is. None where a word has no other
 * spelling.
 */
export async function respell(
  scan: ScanReader,
  { words, errors }: { words: readonly QueryWord[]; errors: Errors },
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
  { words, errors }: { words: readonly QueryWord[]; errors: Errors },
): Promise<Respelled[]> {
  const bind = bindings();
  const typed = words.map(({ text }) => bind.text(text));
  const hashes = await scan.rows(
    typed.map((text, place) => `SELECT ${place}, ${hashed(`unnest(${spellings(text, errors)})`)}`).join(' UNION ALL '),
    bind.values,
  );
  // Measured behind the look-up: a filter on the measure would be tried on every row.
  const sql = typed.map((text, place) => {
    const own = hashes.filter(([of]) => Number(of) === place).map(([, hash]) => `${hash as bigint}::UBIGINT`);
    return `(WITH alike AS MATERIALIZED (
        SELECT DISTINCT text, word, texts FROM search_spellings WHERE spelling IN (${own.join(', ')}))
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

/** The words of a query as a text has them that was found by near spellings. */
export function correctedWords(
  words: readonly QueryWord[],
  { ways, folded }: { ways: readonly (readonly (Respelled | null)[])[]; folded: string },
): readonly string[] {
  const there = new Set(folded.split(' '));
  const read = ways.map((way) =>
    words.map(({ text }, index) => {
      const other = way[index] ?? null;
      return other === null ? text : (other.spelled.find((spelled) => there.has(spelled)) ?? null);
    }),
  );
  return read.find((all): all is string[] => all.every((text) => text !== null)) ?? words.map(({ text }) => text);
}
