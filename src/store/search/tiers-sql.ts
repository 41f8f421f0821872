import type { Slice } from './texts-sql.ts';
import type { QueryWord, SearchQuery } from './read-query.ts';
import { IS_AKA, OTHER_YEAR, TIER } from './found-rows.ts';

/** What may be true of a word in a text: of the words that are wanted and, `FULL` bits above, of all with the year. */
const MARK = { STANDS: 1, PLACED: 2, WHOLE: 4 } as const;
const WANTED = 0;
const FULL = 3;
/** Whether a title is of the year. */
const OF_YEAR = 64;
export const IS_OF_YEAR = `marks & ${OF_YEAR} <> 0`;
/** What a text that has not the year among its words may be all the same. */
const WITHOUT_YEAR = OF_YEAR | ((1 << FULL) - 1);

/** The words of a query as slices of the postings. Its year, a hint, may be missing from a text. */
export function slicesOf({ words, hinted }: SearchQuery): Slice[] {
  const all = words.length;
  if (hinted === null)
    return words.map((word, at) => ({ ...sliceOf(word), marks: marksOf(word, { at, all, of: WANTED }) }));
  const year = words.findIndex(({ text }, at) => text !== hinted.words[at]?.text);
  const slices = hinted.words.map((word, at): Slice => {
    const fullAt = at < year ? at : at + 1;
    const marks = [
      marksOf(word, { at, all: all - 1, of: WANTED }),
      marksOf(words[fullAt] ?? word, { at: fullAt, all, of: FULL }),
      yearMark(hinted.year),
    ];
    return { ...sliceOf(word), marks: marks.join(' | ') };
  });
  const hint = words[year];
  if (hint === undefined) return slices;
  const marks = `${WITHOUT_YEAR} | ${marksOf(hint, { at: year, all, of: FULL })}`;
  return [...slices, { ...sliceOf(hint), marks, without: WITHOUT_YEAR }];
}

/** The words as slices of texts that begin with them, one after the other. */
export function beginningsOf(query: SearchQuery): Slice[] {
  return slicesOf(query).map((slice, at) => Object.assign(slice, { words: `${slice.words} AND place = ${at}` }));
}

/** The same for texts that have no other words; none where the vocabulary has not all of them. */
export function wholesOf(words: readonly QueryWord[]): Slice[] {
  if (words.some(({ whole }) => whole === null)) return [];
  return words.map(({ whole, texts }, at) => ({
    words: `word BETWEEN ${whole} AND ${whole} AND place = ${at} AND words = ${words.length}`,
    texts,
  }));
}

/** The mark of a title of a year. */
export function yearMark(year: number): string {
  return `CASE WHEN startYear = ${year} THEN ${OF_YEAR} ELSE 0 END`;
}

/** The tier of a text by its marks. */
export function tierSql({ hinted }: SearchQuery): string {
  if (hinted === null) return tierOf(WANTED);
  const without = tierOf(WANTED);
  return `CASE WHEN ${marked(MARK.STANDS << FULL)} THEN ${tierOf(FULL)}
    WHEN ${IS_OF_YEAR} THEN ${without} ELSE ${without} + ${OTHER_YEAR.WORDS} END`;
}

function tierOf(of: number): string {
  return `CASE WHEN ${IS_AKA} THEN ${TIER.AKA} WHEN ${marked(MARK.WHOLE << of)} THEN ${TIER.EXACT}
    WHEN ${marked(MARK.PLACED << of)} THEN ${TIER.PREFIX} ELSE ${TIER.WORDS} END`;
}

function marked(mark: number): string {
  return `marks & ${mark} <> 0`;
}

/** A word of a query by its numbers in the vocabulary. */
export function sliceOf({ range, texts }: QueryWord): Slice {
  return { words: inRange(range), texts };
}

function inRange(range: QueryWord['range']): string {
  if (range === null) return 'false';
  return `word BETWEEN ${range[0]} AND ${range[1]}`;
}

/** The marks of a word that has its place in a query of so many words. */
function marksOf({ range, whole }: QueryWord, { at, all, of }: { at: number; all: number; of: number }): string {
  const isWhole = whole === null ? 'false' : `word = ${whole} AND words = ${all}`;
  return `CASE WHEN NOT (${inRange(range)}) THEN 0 WHEN place <> ${at} THEN ${MARK.STANDS << of}
    WHEN ${isWhole} THEN ${(MARK.STANDS | MARK.PLACED | MARK.WHOLE) << of}
    ELSE ${(MARK.STANDS | MARK.PLACED) << of} END`;
}
