import { wordsOf } from './fold.ts';
import type { Scan } from './scans.ts';

/** Ranks at which a band of popularity ends: what is looked for mostly is popular, and stands in few rows then. */
const BANDS = [4096, 65_536, 1_048_576] as const;
export const LAST_BAND = BANDS.length;

const BAND = `CASE ${BANDS.map((end, band) => `WHEN rank < ${end} THEN ${band}`).join(' ')} ELSE ${LAST_BAND} END`;

/** What filters and hits need of a text. */
const TEXT = 'rank, person, id, titleType, isAdult, startYear, matchedOn, ordering, region';

/** Rows of a row group where a few rows are looked up. */
const LOOKED_UP = 8192;

/** Words of fewer letters are taken as they are typed. */
export const LEAST_CORRECTED = 4;
/** Words of more letters are not mistyped names; each would have hundreds of spellings. */
export const MOST_CORRECTED = 20;
/** Two letters are left out only of words that something popular has: most words stand in one text, of somebody unknown. */
const POPULAR = BANDS[2];
/** The shortest part of a word that is looked for inside of words. */
export const LEAST_INSIDE = 3;

/** A text as an integer, the same in every version. */
export function hashed(text: string): string {
  return `md5_number_lower(${text})`;
}

/** The spellings of a text with one letter left out, as a list. */
function shorter(text: string): string {
  return `[substr(${text}, 1, i - 1) || substr(${text}, i + 1) FOR i IN range(1, length(${text}) + 1)]`;
}

/** A text and the same with one letter left out, and with two: as a list. Two that differ by as many typing errors share one. */
export function spellings(text: string, letters: 1 | 2): string {
  const one = shorter(text);
  const two = `flatten([${shorter('once')} FOR once IN ${one}])`;
  return `list_distinct(list_concat([${text}], ${one}${letters === 2 ? `, ${two}` : ''}))`;
}

const CORRECTED = `length(text) BETWEEN ${LEAST_CORRECTED} AND ${MOST_CORRECTED}`;

/** The scans of search. */
export const SEARCH_SCANS: readonly Scan[] = [
  {
    // Where each word stands, with the whole text beside it: one word is looked up, and the text tells of the others.
    name: 'search_postings',
    from: ['search_texts', 'search_words'],
    view: `SELECT (${BAND})::UTINYINT AS band, word, ${TEXT}, folded
      FROM (SELECT ${TEXT}, folded, unnest(${wordsOf('folded')}) AS text FROM search_texts)
      JOIN (SELECT text, word FROM search_words) USING (text)`,
    sortedBy: ['band', 'word', 'rank', 'matchedOn', 'ordering', 'region'],
    rowGroup: 24_576,
  },
  {
    // Whole texts, by an integer: texts that begin alike are many.
    name: 'search_wholes',
    from: ['search_texts'],
    view: `SELECT ${hashed('folded')} AS whole, ${TEXT} FROM search_texts`,
    sortedBy: ['whole', 'rank', 'matchedOn', 'ordering', 'region'],
    rowGroup: 24_576,
  },
  {
    name: 'search_vocabulary',
    from: ['search_words'],
    view: 'SELECT text, word, texts FROM search_words',
    sortedBy: ['text'],
    rowGroup: LOOKED_UP,
  },
  {
    // Ends of words: what stands inside of a word is the beginning of one of its ends.
    name: 'search_ends',
    from: ['search_words'],
    view: `SELECT substr(text, start) AS ending, word, texts
      FROM (SELECT text, word, texts, unnest(range(1, length(text) - ${LEAST_INSIDE - 2})) AS start FROM search_words
        WHERE length(text) <= 40)`,
    sortedBy: ['ending', 'word'],
    rowGroup: LOOKED_UP,
  },
  {
    name: 'search_spellings',
    from: ['search_words'],
    view: `SELECT ${hashed('spelling')} AS spelling, text, word, texts
      FROM (SELECT unnest(CASE WHEN rank < ${POPULAR} THEN ${spellings('text', 2)} ELSE ${spellings('text', 1)} END)
          AS spelling, text, word, texts
        FROM search_words WHERE ${CORRECTED})`,
    sortedBy: ['spelling', 'word'],
    rowGroup: LOOKED_UP,
  },
];
