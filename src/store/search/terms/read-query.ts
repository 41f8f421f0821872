import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { fold } from '../../../dataset/words/fold.ts';
import { readingsKnown, withReadings } from '../../../dataset/words/readings.ts';
import { conjunctionsFor } from './conjunctions.ts';
import type { SearchIndex } from './search-index.ts';
import type { TermRange } from '../../../formats/postings/postings.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** A query as search sees it. */
export interface SearchQuery {
  /** None where there is nothing to look for. */
  words: readonly QueryWord[];
  /** The year in the text, its place, and the query without it, which is what must match: a year is a hint. */
  hinted: { year: number; at: number; words: readonly QueryWord[] } | null;
}

/** A query as it is folded, and all readings of it, itself the first: a text may be found by any. */
export interface ReadQuery extends SearchQuery {
  readings: readonly SearchQuery[];
}

export interface QueryWord {
  /** As it was typed, and folded. */
  text: string;
  /** The last word may be the beginning of one. */
  open: boolean;
  /** What a text may have for it; none where the vocabulary has it not. */
  spellings: readonly Spelling[];
  /** How often they stand in texts. */
  texts: number;
}

export interface Spelling {
  text: string;
  /** Numbers of the words of the vocabulary that fit, first and last. */
  range: TermRange;
  /** The number of the word itself; null where the vocabulary has but longer ones. */
  whole: number | null;
}

/** Beyond this many words a query looks for the first ones. */
const MAX_WORDS = 16;

const YEAR = /^(18[7-9][0-9]|19[0-9]{2}|20[0-4][0-9])$/;

/** The query that reads a text. Its regular expressions take a while to plan, so that it stays prepared. */
export function foldQuery(text: string): Sql {
  return sql`WITH asked AS (SELECT text, ${raw(fold('text'))} AS folded FROM (SELECT ${text}::VARCHAR AS text))
    SELECT folded FROM (${raw(withReadings('SELECT * FROM asked'))}) ORDER BY reading`;
}

/** Folds a query in all its readings, and looks their words up in the vocabulary. */
export async function readQuery(queries: SearchIndex, query: string): Promise<ReadQuery> {
  const [texts = [], ...others] = (await textReadings(queries, query)).map((words) => words.slice(0, MAX_WORDS));
  if (texts.length === 0) return { words: [], hinted: null, readings: [] };
  const list = await queries.terms();
  const at = texts.length > 1 ? texts.findLastIndex((text) => YEAR.test(text)) : -1;
  const year = at === -1 ? undefined : texts[at];
  const folded = withYear(list, texts, { at, isOpen: true });
  const last = texts.at(-1);
  // A year may have been joined to what stands beside it.
  const readings = others
    .map((words) => ({ words, at: year === undefined ? -1 : words.lastIndexOf(year) }))
    .filter((one) => year === undefined || (one.at !== -1 && one.words.length > 1))
    // What was joined is whole: "e t" is "et", and not the beginning of words.
    .map((one) => withYear(list, one.words, { at: one.at, isOpen: one.words.at(-1) === last }));
  return { ...folded, readings: [folded, ...readings] };
}

/** The query of some words, of which that at a place is a year, unless it is -1. */
function withYear(
  list: TermDictionary,
  texts: readonly string[],
  { at, isOpen }: { at: number; isOpen: boolean },
): SearchQuery {
  const words = wordsIn(list, texts, { isOpen });
  if (at === -1) return { words, hinted: null };
  return { words, hinted: { year: Number(texts[at]), at, words: wordsIn(list, texts.toSpliced(at, 1), { isOpen }) } };
}

/** The query with other words; its year is where it was, or behind the last one. */
export function withWords({ words, hinted }: SearchQuery, wanted: readonly QueryWord[]): SearchQuery {
  if (hinted === null) return { words: wanted, hinted };
  const at = hinted.at === words.length - 1 ? wanted.length : Math.min(hinted.at, wanted.length);
  const year = words.slice(hinted.at, hinted.at + 1);
  return { words: [...wanted.slice(0, at), ...year, ...wanted.slice(at)], hinted: { ...hinted, at, words: wanted } };
}

/** The words that a text must have: a year need not be among them. */
export function wantedOf({ words, hinted }: SearchQuery): readonly QueryWord[] {
  return hinted?.words ?? words;
}

/** Whether every word of the query stands somewhere. */
export function hasMatches(query: SearchQuery): boolean {
  const wanted = wantedOf(query);
  return wanted.length > 0 && wanted.every(({ spellings }) => spellings.length > 0);
}

/** The words of a text, each once, as the vocabulary has them. */
export async function readWords(queries: SearchIndex, text: string): Promise<QueryWord[]> {
  const words = [...new Set(await foldedWords(queries, text))];
  const list = await queries.terms();
  return words.map((word) => wordIn(list, { text: word, open: false }));
}

/** The words of a text in their order, as the vocabulary has them. */
export async function readText(queries: SearchIndex, text: string): Promise<QueryWord[]> {
  const words = await foldedWords(queries, text);
  const list = await queries.terms();
  return words.map((word) => wordIn(list, { text: word, open: false }));
}

/** The words of a text, folded as the build folds. */
export async function foldedWords(queries: SearchIndex, text: string): Promise<readonly string[]> {
  const [words = []] = await textReadings(queries, text);
  return words;
}

/** The words of all readings of a text; none where there is nothing to read. */
export async function textReadings(queries: SearchIndex, text: string): Promise<readonly (readonly string[])[]> {
  const readings = readingsKnown(text) ?? (await readAny(queries, text));
  return readings.filter((folded) => folded !== '').map((folded) => folded.split(' '));
}

async function readAny(queries: SearchIndex, text: string): Promise<readonly string[]> {
  const rows = await queries.rows(foldQuery(text));
  return rows.map(([folded]) => folded as string);
}

/** The words of a query, of which the last may go on. */
export function wordsIn(list: TermDictionary, texts: readonly string[], { isOpen = true } = {}): QueryWord[] {
  return texts.map((text, at) => {
    const isLast = at === texts.length - 1;
    const word = wordIn(list, { text, open: isOpen && isLast });
    const others = at === 0 || isLast ? [] : conjunctionsFor(text);
    if (others.length === 0) return word;
    return spelled(list, {
      ...word,
      as: [...word.spellings, ...others.map((other) => spellingOf(list, { text: other, open: false }))],
    });
  });
}

function wordIn(list: TermDictionary, { text, open }: Pick<QueryWord, 'text' | 'open'>): QueryWord {
  return spelled(list, { text, open, as: [spellingOf(list, { text, open })] });
}

/** A word that stands for any of some spellings, those among them that there are. */
export function spelled(
  list: TermDictionary,
  { text, open, as }: Pick<QueryWord, 'text' | 'open'> & { as: readonly (Spelling | null)[] },
): QueryWord {
  const spellings = as.filter((spelling) => spelling !== null);
  const texts = spellings.reduce((sum, { range }) => sum + list.textsOf(...range), 0);
  return { text, open, spellings, texts };
}

/** A word as the vocabulary has it, or the words that begin so; null where there are none. */
export function spellingOf(list: TermDictionary, { text, open }: Pick<QueryWord, 'text' | 'open'>): Spelling | null {
  const whole = list.numberOf(text);
  const range = open ? list.beginningWith(text) : whole === null ? null : ([whole, whole] as const);
  return range === null ? null : { text, range, whole };
}
