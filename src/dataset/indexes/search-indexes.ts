import { hasArticleSql, hasElisionSql, nameHasArticleSql } from '../words/articles.ts';
import { wordsOf } from '../words/fold.ts';
import { isShortRun, isShortRunSql } from '../words/unspaced.ts';
import { ONLY_TMDB_FROM } from '../words/only-tmdb.ts';
import { FIRST_OF_TMDB } from '../tables/tmdb-search-tables.ts';
import type { SearchScope } from './search-scope.ts';

/** Doc ids at which a tier of popularity ends: what is looked for mostly is popular, and stands in few postings then. */
const TIER_ENDS = [4096, 65_536, 1_048_576] as const;
export const TIERS = TIER_ENDS.length + 1;

/** The doc ids of a tier, the first and the one after the last, of so many documents. */
export function tierRange(tier: number, documents: number): { from: number; to: number } {
  const endOf = (end: number | undefined): number => Math.min(end ?? documents, documents);
  return { from: tier === 0 ? 0 : endOf(TIER_ENDS[tier - 1]), to: endOf(TIER_ENDS[tier]) };
}

const TIER = `CASE ${TIER_ENDS.map((end, tier) => `WHEN docId < ${end} THEN ${tier}`).join(' ')} ELSE ${TIER_ENDS.length} END`;

/** Kinds of texts as they are numbered in `text`. */
export const MATCHES = ['PRIMARY', 'ORIGINAL', 'AKA', 'NAME'] as const;

/** What filters tell apart, as it is numbered in `type`. */
export const FOUND_TYPES = { person: 0, other: 1, movie: 2, series: 3, episode: 4 } as const;

const TYPE = `CASE WHEN person THEN ${FOUND_TYPES.person} WHEN titleType IN ('movie', 'tvMovie') THEN ${FOUND_TYPES.movie}
  WHEN titleType IN ('tvSeries', 'tvMiniSeries') THEN ${FOUND_TYPES.series}
  WHEN titleType = 'tvEpisode' THEN ${FOUND_TYPES.episode} ELSE ${FOUND_TYPES.other} END`;

/** No title has a tenth of so many of IMDb's; in a search of any source the second half is TMDB's. */
const MOST_AKAS = 2 * FIRST_OF_TMDB;

/** Further readings of the texts of one document have numbers of so many more each, which take two bytes. */
const READING_STEP = MOST_AKAS * MATCHES.length;

/** The number of a text as it is folded, for any of its readings. */
export function withoutReading(text: number): number {
  return text % READING_STEP;
}

/** Positions and field lengths above this are all the same: nobody asks for so many words. */
const MOST_POSITIONS = 255;

/**
 * What can be found by which text, as a SELECT. `text` tells the texts of one document and their readings apart; people and titles have ids
 * of their own, so that both make one `key`.
 */
export function foundTexts({ texts }: SearchScope): string {
  return `SELECT id * 2::BIGINT + person::INTEGER AS key, region, folded,
    reading * ${READING_STEP} + ordering * ${MATCHES.length} + list_position(['${MATCHES.join("', '")}'], matchedOn) - 1 AS text,
    CASE matchedOn WHEN 'NAME' THEN ${nameHasArticleSql('folded')} ELSE ${hasArticleSql('folded')} OR (reading > 0 AND ${hasElisionSql('folded')}) END AS hasArticle
  FROM ${texts} WHERE ordering < ${MOST_AKAS}`;
}

/** The keys of what TMDB alone has begin here. */
export const FIRST_KEY_OF_TMDB = 2 * ONLY_TMDB_FROM;

/** What can be found, as a SELECT: documents by their ids, and what filters ask of them. */
export function foundDocuments({ entities }: SearchScope): string {
  return `SELECT id * 2::BIGINT + person::INTEGER AS key, rank AS docId, (${TYPE})::UTINYINT AS type,
    isAdult IS TRUE AS isAdult, startYear
  FROM ${entities}`;
}

/**
 * The words of a folded text, as SQL of a list by positions. Behind the positions that are told apart each word stands
 * once: a second one would be the same posting.
 */
export function positionedWords(folded: string): string {
  const words = wordsOf(folded);
  return `CASE WHEN strlen(${folded}) < ${2 * MOST_POSITIONS} THEN ${words}
    ELSE list_concat((${words})[:${MOST_POSITIONS}], list_distinct((${words})[${MOST_POSITIONS + 1}:])) END`;
}

/** The words of a text with their positions, as columns that are unnested: of `list`, and as many as `list` has. */
export const POSITIONED = `unnest(list) AS word, least(unnest(range(len(list))), ${MOST_POSITIONS})::UTINYINT AS position,
    least(len(list), ${MOST_POSITIONS})::UTINYINT AS fieldLength`;

/** A posting for each word of each text, as a SELECT; the lists of search are made from it, see formats/postings/layout.ts. */
export function postingsOf(scope: SearchScope): string {
  const [texts, documents] = [foundTexts(scope), foundDocuments(scope)];
  return `SELECT (${TIER})::UTINYINT AS tier, term, position, fieldLength, docId, text, type, isAdult,
    isSingle IS TRUE AND text % ${READING_STEP} < 2 AS isOnly, hasArticle, region
  FROM (SELECT * EXCLUDE (list, folded), ${POSITIONED} FROM (
    SELECT *, ${positionedWords('folded')} AS list FROM (${texts}) JOIN (${documents}) USING (key)
    LEFT JOIN (SELECT key, true AS isSingle FROM (${texts}) WHERE text < 2 GROUP BY key HAVING count(*) = 1) USING (key)
  )) JOIN (SELECT text AS word, word AS term FROM ${scope.words}) USING (word)`;
}

/** Words of fewer letters are taken as they are typed. */
export const LEAST_CORRECTED = 4;
/** Words of more letters are not mistyped names; each would have hundreds of spellings. */
export const MOST_CORRECTED = 20;
/** Two letters are left out only of words that something popular has: most words stand in one text, of somebody unknown. */
const POPULAR = TIER_ENDS[2];
/** The shortest part of a word that is looked for inside of words, but in scripts without spaces. */
const LEAST_INSIDE = 3;
/** The longest word that is looked into. */
export const LONGEST_AROUND = 40;

/** Terms, as a SELECT: with each how often it stands in texts, and how many letters may be left out of its spellings. */
function dictionarySql({ words }: SearchScope, isPopular: string, more = ''): string {
  return `SELECT word AS term, text, texts, (CASE
        WHEN length(text) NOT BETWEEN ${LEAST_CORRECTED} AND ${MOST_CORRECTED} THEN 0 WHEN ${isPopular} THEN 2 ELSE 1 END
      )::UTINYINT AS lettersOut
    FROM ${words} ${more}`;
}

/** The term dictionary, as a SELECT. */
export function dictionaryOf(scope: SearchScope): string {
  return dictionarySql(
    scope,
    'isPopular',
    `LEFT JOIN (
    SELECT DISTINCT unnest(${wordsOf('folded')}) AS text, true AS isPopular
    FROM (${foundTexts(scope)}) JOIN (SELECT key FROM (${foundDocuments(scope)}) WHERE docId < ${POPULAR}) USING (key)
  ) USING (text)`,
  );
}

/** The same with spellings that lack one letter at most, for which no text has to be read. */
export function dictionaryOfOne(scope: SearchScope): string {
  return dictionarySql(scope, 'false');
}

/** Ends of terms, as a SELECT: what stands inside of a word is the beginning of one of its ends. */
export function endsOf({ words }: SearchScope): string {
  return `SELECT term, (start - 1)::UTINYINT AS lettersBefore, substr(text, start) AS ending
  FROM (SELECT word AS term, text, unnest(range(1, length(text) - ${LEAST_INSIDE - 2} + ${isShortRunSql('right(text, 2)')}::INTEGER)) AS start
    FROM ${words} WHERE length(text) <= ${LONGEST_AROUND})`;
}

/** Whether a part of a word is looked for inside of others. */
export function isPart(text: string): boolean {
  return Array.from(text).length >= LEAST_INSIDE || isShortRun(text);
}
