import { IS_AKA } from '../ranking/found-rows.ts';
import type { QueryWord, SearchQuery } from '../terms/read-query.ts';
import type { Slice } from './texts-sql.ts';
import { otherYear, tiersOf } from '../ranking/tiers.ts';
import type { Has, Kind, Tier } from '../ranking/tiers.ts';

/** What may be true of a word in a text: of the words that are wanted and, `FULL` bits above, of all with the year. */
const MARK: Record<Has, number> = { WORDS: 1, PREFIX: 2, EXACT: 4 };
const WANTED = 0;
const FULL = 3;
/** Whether a title is of the year. */
const OF_YEAR = 64;
const IS_OF_YEAR = `marks & ${OF_YEAR} <> 0`;
/** What a text that has not the year among its words may be all the same. */
const WITHOUT_YEAR = OF_YEAR | ((1 << FULL) - 1);

/** The words of a query as slices of the postings. Its year, a hint, may be missing from a text. */
export function slicesOf({ words, hinted }: SearchQuery): Slice[] {
  const all = words.length;
  if (hinted === null)
    return words.map((word, at) => ({ ...sliceOf(word), marks: marksOf(word, { at, all, of: WANTED }) }));
  const year = hinted.at;
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
  const wholes = words.map((word) => wholesIn(word));
  if (wholes.some((of) => of.length === 0)) return [];
  return wholes.map((of, at) => ({
    words: `(${of.map((whole) => `word BETWEEN ${whole} AND ${whole}`).join(' OR ')}) AND place = ${at} AND words = ${words.length}`,
    texts: words[at]?.texts ?? 0,
  }));
}

/** The mark of a title of a year. */
export function yearMark(year: number): string {
  return `CASE WHEN startYear = ${year} THEN ${OF_YEAR} ELSE 0 END`;
}

/** The tier of a text that is the query but for its year, as SQL. */
export function wholeTierSql(tier: number): string {
  return `CASE WHEN ${IS_OF_YEAR} THEN ${tier} ELSE ${otherYear('WORDS', tier)} END`;
}

/** The tier of a text by its marks. */
export function tierSql({ hinted }: SearchQuery, kind: Kind): string {
  const without = tierOf(kind, WANTED);
  if (hinted === null) return without;
  return `CASE WHEN ${marked(MARK.WORDS << FULL)} THEN ${tierOf(kind, FULL)}
    WHEN ${IS_OF_YEAR} THEN ${without} ELSE ${otherYear(kind, 0)} + ${without} END`;
}

function tierOf(kind: Kind, of: number): string {
  const ways = tiersOf(kind).map(
    ({ tier, has, akas }) => `WHEN ${marked(MARK[has] << of)} AND ${AKAS[akas]} THEN ${tier}`,
  );
  return `CASE ${ways.join(' ')} END`;
}

const AKAS: Record<Tier['akas'], string> = { NO: `NOT (${IS_AKA})`, ALONE: IS_AKA, TOO: 'true' };

function marked(mark: number): string {
  return `marks & ${mark} <> 0`;
}

/** A word of a query by its numbers in the vocabulary. */
function sliceOf(word: QueryWord): Slice {
  return { words: inRanges(word), texts: word.texts };
}

function inRanges({ spellings }: QueryWord): string {
  const singles = spellings.filter(({ range: [first, last] }) => first === last);
  const listed = singles.length > 1 ? singles : [];
  const ranges = spellings.filter((spelling) => !listed.includes(spelling));
  const ways = ranges.map(({ range: [first, last] }) => `word BETWEEN ${first} AND ${last}`);
  if (listed.length > 0) ways.push(`word IN (${listed.map(({ range: [word] }) => word).join(', ')})`);
  return ways.length === 0 ? 'false' : `(${ways.join(' OR ')})`;
}

function wholesIn({ spellings }: QueryWord): readonly number[] {
  return spellings.flatMap(({ whole }) => (whole === null ? [] : [whole]));
}

/** The marks of a word that has its place in a query of so many words. */
function marksOf(word: QueryWord, { at, all, of }: { at: number; all: number; of: number }): string {
  const wholes = wholesIn(word);
  const isWhole = wholes.length === 0 ? 'false' : `word IN (${wholes.join(', ')}) AND words = ${all}`;
  return `CASE WHEN NOT (${inRanges(word)}) THEN 0 WHEN place <> ${at} THEN ${MARK.WORDS << of}
    WHEN ${isWhole} THEN ${(MARK.WORDS | MARK.PREFIX | MARK.EXACT) << of}
    ELSE ${(MARK.WORDS | MARK.PREFIX) << of} END`;
}
