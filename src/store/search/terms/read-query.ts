import sql, { raw } from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';

import { fold, foldKnown } from '../../../dataset/words/fold.ts';
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

/** The query that folds a text. Its regular expressions take a while to plan, so that it stays prepared. */
export function foldQuery(text: string): Sql {
  return sql`SELECT ${raw(fold('text'))} FROM (SELECT ${text}::VARCHAR AS text)`;
}

/** Folds a query, and looks its words up in the vocabulary. */
export async function readQuery(queries: SearchIndex, query: string): Promise<SearchQuery> {
  const texts = (await foldedWords(queries, query)).slice(0, MAX_WORDS);
  if (texts.length === 0) return { words: [], hinted: null };
  const at = texts.length > 1 ? texts.findLastIndex((text) => YEAR.test(text)) : -1;
  const list = await queries.terms();
  const words = wordsIn(list, texts);
  if (at === -1) return { words, hinted: null };
  return { words, hinted: { year: Number(texts[at]), at, words: wordsIn(list, texts.toSpliced(at, 1)) } };
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

/** The words of a text, folded as the build folds. */
export async function foldedWords(queries: SearchIndex, text: string): Promise<string[]> {
  const folded = foldKnown(text) ?? (await foldAny(queries, text));
  return folded.split(' ').filter((word) => word !== '');
}

async function foldAny(queries: SearchIndex, query: string): Promise<string> {
  const [row] = await queries.rows(foldQuery(query));
  return (row?.[0] ?? '') as string;
}

/** The words of a query, of which the last may go on. */
export function wordsIn(list: TermDictionary, texts: readonly string[]): QueryWord[] {
  return texts.map((text, index) => wordIn(list, { text, open: index === texts.length - 1 }));
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
