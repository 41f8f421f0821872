import { fold, wordsOf } from '../words/fold.ts';
import { ONLY_TMDB_FROM } from '../words/only-tmdb.ts';
import { searchTextsOf } from './search-tables.ts';
import type { TmdbSearchTableName } from './table-names.ts';

/** An alternative title of TMDB's has this and its position for its ordering, behind those of IMDb's. */
export const FIRST_OF_TMDB = 1024;

/**
 * Alternative titles of TMDB's as rows of `akas`: of what it alone has, and of titles of IMDb's those that fold like no
 * text of the title.
 */
const ALTERNATIVES = `
  WITH keys AS (
    SELECT tconst, tmdbKey FROM tmdb_title_links
    UNION ALL SELECT tconst, tconst - ${ONLY_TMDB_FROM} AS tmdbKey FROM tmdb_only_titles
  ),
  alternatives AS (
    SELECT tconst, (${FIRST_OF_TMDB} + position)::INTEGER AS ordering, country AS region, title, hash(${fold('title')}) AS textHash
    FROM tmdb_alternative_titles JOIN keys USING (tmdbKey) WHERE position < ${FIRST_OF_TMDB}
  ),
  known AS (
    SELECT id AS tconst, hash(folded) AS textHash
    FROM search_texts WHERE NOT person AND reading = 0 AND id IN (SELECT tconst FROM alternatives)
  )
  SELECT tconst, ordering, region, title FROM alternatives ANTI JOIN known USING (tconst, textHash)`;

/** The tables of the search that reads both sources, as SELECTs over the tables before them: what they add to IMDb's. */
export const TMDB_SEARCH_TABLES: Record<TmdbSearchTableName, string> = {
  // Doc ids go on behind those of IMDb's, so that these are the same with and without. Films, series and people have one
  // measure of popularity at TMDB.
  tmdb_search_entities: `
    SELECT ((SELECT count(*) FROM search_entities) + row_number() OVER (
        ORDER BY popularity DESC NULLS LAST, voteCount DESC NULLS LAST, person, id) - 1)::INTEGER AS rank,
      person, id, titleType, isAdult, startYear
    FROM (
      SELECT false AS person, tconst AS id, titleType, isAdult, startYear, popularity, voteCount FROM tmdb_only_titles
      UNION ALL BY NAME SELECT true AS person, nconst AS id, popularity FROM tmdb_only_people
    )`,

  // Texts of what TMDB alone has, and its alternative titles of what IMDb has, whose other texts are in search_texts.
  tmdb_search_texts: `
    SELECT * FROM (${searchTextsOf({
      titles: `(
        SELECT tconst, primaryTitle, originalTitle FROM tmdb_only_titles
        UNION ALL SELECT tconst, primaryTitle, originalTitle FROM titles SEMI JOIN tmdb_title_links USING (tconst)
      )`,
      akas: `(${ALTERNATIVES})`,
      names: 'tmdb_only_people',
    })}) WHERE matchedOn = 'AKA' OR id >= ${ONLY_TMDB_FROM}`,

  // The term dictionary of both.
  tmdb_search_words: `
    SELECT text, (row_number() OVER (ORDER BY text) - 1)::INTEGER AS word, texts
    FROM (
      SELECT text, sum(texts)::INTEGER AS texts
      FROM (
        SELECT text, texts FROM search_words
        UNION ALL SELECT unnest(${wordsOf('folded')}) AS text, 1 AS texts FROM tmdb_search_texts
      ) GROUP BY text
    )`,
};
