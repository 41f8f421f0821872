import { fold, foldKnown } from '../../dataset/fold.ts';
import type { ScanReader } from '../scan-reader.ts';
import type { WordList } from './word-list.ts';

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

/** Its regular expressions take a while to plan. */
export const FOLD_QUERY = `SELECT ${fold('$1::VARCHAR')}`;

/** Folds a query, and looks its words up in the vocabulary. */
export async function readQuery(scan: ScanReader, query: string): Promise<SearchQuery> {
  const texts = (await foldedWords(scan, query)).slice(0, MAX_WORDS);
  if (texts.length === 0) return { text: '', words: [], hinted: null };
  const year = texts.length > 1 ? texts.findLast((text) => YEAR.test(text)) : undefined;
  const others = year === undefined ? [] : texts.toSpliced(texts.lastIndexOf(year), 1);
  const list = await scan.words();
  const wordsIn = (of: readonly string[]) =>
    of.map((text, index) => wordIn(list, { text, open: index === of.length - 1 }));
  return {
    text: texts.join(' '),
    words: wordsIn(texts),
    hinted: year === undefined ? null : { year: Number(year), text: others.join(' '), words: wordsIn(others) },
  };
}

/** The words of a text, each once, as the vocabulary has them. */
export async function readWords(scan: ScanReader, text: string): Promise<QueryWord[]> {
  const words = [...new Set(await foldedWords(scan, text))];
  const list = await scan.words();
  return words.map((word) => wordIn(list, { text: word, open: false }));
}

/** The words of a text, folded as the build folds. */
export async function foldedWords(scan: ScanReader, text: string): Promise<string[]> {
  const folded = foldKnown(text) ?? (await foldAny(scan, text));
  return folded.split(' ').filter((word) => word !== '');
}

async function foldAny(scan: ScanReader, query: string): Promise<string> {
  const [row] = await scan.rows(FOLD_QUERY, [query]);
  return (row?.[0] ?? '') as string;
}

function wordIn(list: WordList, { text, open }: Pick<QueryWord, 'text' | 'open'>): QueryWord {
  const whole = list.numberOf(text);
  const range = open ? list.beginningWith(text) : whole === null ? null : ([whole, whole] as const);
  return { text, open, range, whole, texts: range === null ? 0 : list.textsOf(...range) };
}

/** As SQL counts them. */
export function lettersOf(text: string): number {
  return Array.from(text).length;
}
