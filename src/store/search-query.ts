import { fold, foldPlain } from '../dataset/fold.ts';
import type { ScanReader } from './scan-reader.ts';

/** A query as search sees it. */
export interface SearchQuery {
  /** Folded; empty where there is nothing to look for. */
  text: string;
  words: readonly QueryWord[];
  /** The year in the text and the query without it, which is what must match: a year is a hint. */
  hinted: { year: number; text: string; words: readonly QueryWord[] } | null;
}

export interface QueryWord {
  text: string;
  /** The last word may be the beginning of one. */
  open: boolean;
  /** Numbers of the words of the vocabulary that fit, first and last; null where there are none. */
  range: readonly [first: number, last: number] | null;
  /** The number of the word itself; null where the vocabulary has it not. */
  whole: number | null;
  /** How often they stand in texts. */
  texts: number;
}

/** Beyond this many words a query looks for the first ones. */
const MAX_WORDS = 16;

const YEAR = /^(18[7-9][0-9]|19[0-9]{2}|20[0-4][0-9])$/;

/** Above every character: from `text` to `text + LAST` is "begins with". */
export const LAST = '\u{10FFFF}';

/** Its regular expressions take a while to plan. */
export const FOLD_QUERY = `SELECT ${fold('$1::VARCHAR')}`;

/** Folds a query, and looks its words up in the vocabulary. */
export async function readQuery(scan: ScanReader, query: string): Promise<SearchQuery> {
  const texts = (await foldedWords(scan, query)).slice(0, MAX_WORDS);
  if (texts.length === 0) return { text: '', words: [], hinted: null };
  const year = texts.length > 1 ? texts.findLast((text) => YEAR.test(text)) : undefined;
  const others = year === undefined ? [] : texts.toSpliced(texts.lastIndexOf(year), 1);
  const lookUp = await vocabulary(scan, [
    ...texts.map(closed),
    ...[texts, others].flatMap((of) => of.slice(-1).map(open)),
  ]);
  const wordsIn = (of: readonly string[]) =>
    of.map((text, index) => lookUp(index === of.length - 1 ? open(text) : closed(text)));
  return {
    text: texts.join(' '),
    words: wordsIn(texts),
    hinted: year === undefined ? null : { year: Number(year), text: others.join(' '), words: wordsIn(others) },
  };
}

/** The words of a text, each once, as the vocabulary has them. */
export async function readWords(scan: ScanReader, text: string): Promise<QueryWord[]> {
  const words = [...new Set(await foldedWords(scan, text))].map(closed);
  return words.length === 0 ? [] : words.map(await vocabulary(scan, words));
}

/** The words of a text, folded by the same SQL as the build. */
export async function foldedWords(scan: ScanReader, text: string): Promise<string[]> {
  const folded = foldPlain(text) ?? (await foldAny(scan, text));
  return folded.split(' ').filter((word) => word !== '');
}

async function foldAny(scan: ScanReader, query: string): Promise<string> {
  const [row] = await scan.rows(FOLD_QUERY, [query]);
  return (row?.[0] ?? '') as string;
}

type Wanted = Pick<QueryWord, 'text' | 'open'>;
const closed = (text: string): Wanted => ({ text, open: false });
const open = (text: string): Wanted => ({ text, open: true });

async function vocabulary(scan: ScanReader, wanted: readonly Wanted[]): Promise<(word: Wanted) => QueryWord> {
  const values: string[] = [];
  const ranges = wanted.map((word, place) => {
    const from = `$${values.push(word.text)}::VARCHAR`;
    return word.open
      ? `SELECT ${place}, min(word), max(word), max(word) FILTER (text = ${from}), sum(texts)::INTEGER
         FROM search_vocabulary WHERE text >= ${from} AND text < ${from} || '${LAST}'`
      : `SELECT ${place}, word, word, word, texts FROM search_vocabulary WHERE text = ${from}`;
  });
  const rows = await scan.rows(ranges.join(' UNION ALL '), values);
  const found = new Map(
    rows.map(([place, first, last, own, texts]) => {
      const range = first === null ? null : ([Number(first), Number(last)] as const);
      const word = wanted[Number(place)] as Wanted;
      const whole = own === null ? null : Number(own);
      return [keyOf(word), { ...word, range, whole, texts: Number(texts ?? 0) }];
    }),
  );
  return (word) => found.get(keyOf(word)) ?? { ...word, range: null, whole: null, texts: 0 };
}

/** As SQL counts them. */
export function lettersOf(text: string): number {
  return Array.from(text).length;
}

function keyOf({ text, open: begins }: Wanted): string {
  return begins ? `${text} ` : text;
}
