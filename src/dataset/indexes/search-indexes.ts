import { wordsOf } from '../words/fold.ts';
import type { Scan } from './sorted-table.ts';
import { spellingsSql } from '../words/spellings.ts';
import type { TableName } from '../tables/tables.ts';

/** Ranks at which a band of popularity ends: what is looked for mostly is popular, and stands in few rows then. */
const BANDS = [4096, 65_536, 1_048_576] as const;
export const LAST_BAND = BANDS.length;

/** The band of a rank, as SQL. */
export const BAND = `CASE ${BANDS.map((end, band) => `WHEN rank < ${end} THEN ${band}`).join(' ')} ELSE ${LAST_BAND} END`;

/** The same of a number. */
export function bandOf(rank: number): number {
  const band = BANDS.findIndex((end) => rank < end);
  return band === -1 ? LAST_BAND : band;
}

/** Kinds of texts as they are numbered in `text`. */
export const MATCHES = ['PRIMARY', 'ORIGINAL', 'AKA', 'NAME'] as const;

/** What filters tell apart, as it is numbered in `type`. */
export const FOUND_TYPES = { person: 0, other: 1, movie: 2, series: 3, episode: 4 } as const;

const TYPE = `CASE WHEN person THEN ${FOUND_TYPES.person} WHEN titleType IN ('movie', 'tvMovie') THEN ${FOUND_TYPES.movie}
  WHEN titleType IN ('tvSeries', 'tvMiniSeries') THEN ${FOUND_TYPES.series}
  WHEN titleType = 'tvEpisode' THEN ${FOUND_TYPES.episode} ELSE ${FOUND_TYPES.other} END`;

/** Texts of an entity have numbers below this, which take two bytes. */
export const MOST_TEXTS = 1 << 16;

/** No title has a hundredth of so many. */
const MOST_AKAS = MOST_TEXTS / MATCHES.length;

/** `text` tells the texts of one entity apart. People and titles have ids of their own, so that both make one key. */
const TEXTS = `(
  SELECT id * 2::BIGINT + person::INTEGER AS key, region, folded,
    ordering * ${MATCHES.length} + list_position(['${MATCHES.join("', '")}'], matchedOn) - 1 AS text
  FROM search_texts WHERE ordering < ${MOST_AKAS})`;

const ENTITIES = `(
  SELECT id * 2::BIGINT + person::INTEGER AS key, rank, person, id, (${TYPE})::UTINYINT AS type, isAdult IS TRUE AS adult, startYear
  FROM search_entities)`;

/** Numbers of words above this are all the same: nobody asks for so many. */
const MOST_WORDS = 255;

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

const CORRECTED = `length(text) BETWEEN ${LEAST_CORRECTED} AND ${MOST_CORRECTED}`;

/** What `search_postings` and the lists of it are made of. */
export const POSTINGS_INPUTS: readonly TableName[] = ['search_texts', 'search_words', 'search_entities'];

/** The scans of search. */
export const SEARCH_SCANS: readonly Scan[] = [
  {
    // Where each word stands: in which text of what, at which of its places, and what filters ask. Numbers alone, which
    // are sorted, kept and read several times faster than texts. `search_lists` is made from it, see formats/postings/layout.ts.
    name: 'search_postings',
    from: POSTINGS_INPUTS,
    view: `SELECT (${BAND})::UTINYINT AS band, word, rank, text::INTEGER AS text, place, words, type, adult, startYear, region
      FROM (
        SELECT rank, text, type, adult, startYear, region, unnest(list) AS spelled,
          least(unnest(range(len(list))), ${MOST_WORDS})::UTINYINT AS place, least(len(list), ${MOST_WORDS})::UTINYINT AS words
        FROM (SELECT *, ${wordsOf('folded')} AS list FROM ${TEXTS} JOIN ${ENTITIES} USING (key))
      ) JOIN (SELECT text AS spelled, word FROM search_words) USING (spelled)`,
    sortedBy: ['band', 'word', 'place', 'words', 'rank', 'text'],
  },
  {
    name: 'search_ranks',
    from: ['search_entities'],
    view: `SELECT rank, person, id, type, adult, startYear FROM ${ENTITIES}`,
    sortedBy: ['rank'],
    rowGroup: LOOKED_UP,
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
    from: ['search_texts', 'search_words', 'search_entities'],
    view: `SELECT unnest(CASE WHEN popular THEN ${spellingsSql('text', 2)} ELSE ${spellingsSql('text', 1)} END)
        AS spelling, word
      FROM search_words LEFT JOIN (
        SELECT DISTINCT unnest(${wordsOf('folded')}) AS text, true AS popular
        FROM ${TEXTS} JOIN (SELECT key FROM ${ENTITIES} WHERE rank < ${POPULAR}) USING (key)
      ) USING (text)
      WHERE ${CORRECTED}`,
    sortedBy: ['spelling', 'word'],
    rowGroup: LOOKED_UP,
  },
];
