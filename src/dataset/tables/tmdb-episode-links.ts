import { fold } from '../words/fold.ts';

/** Titles that say no more than the number of an episode, folded: `episode 1 5`, `12`. */
const NUMBER_ONLY = '(episode )?[0-9]+( [0-9]+)*';

/** SELECT of IMDb's episodes of the series that TMDB has, in the order of TMDB's series. */
export const LINKED_EPISODES = `
  SELECT tmdbKey, episodes.tconst AS id, seasonNumber AS season, episodeNumber AS number,
    ${comparedTitle('coalesce(primaryTitle, originalTitle)')} AS title, startYear AS year
  FROM tmdb_title_links AS links JOIN episodes_by_series AS episodes ON episodes.parentTconst = links.tconst
  WHERE tmdbKey % 2 = 1 ORDER BY tmdbKey, id`;

/** SELECT of TMDB's episodes of the series that IMDb has, in the same order. */
export const TMDB_EPISODES = `
  SELECT tmdbKey, id, seasonNumber AS season, episodeNumber AS number,
    ${comparedTitle('title')} AS title, TRY_CAST(airDate[1:4] AS INTEGER) AS year
  FROM tmdb_episodes SEMI JOIN tmdb_title_links USING (tmdbKey) ORDER BY tmdbKey, season, number, id`;

/** SELECT of the table of links, over the lines that `linkEpisodesHere` writes. */
export function episodeLinksOf(lines: string): string {
  return `
    SELECT tconst, tmdbKey, id, seasonNumber, episodeNumber, confidence, title, airDate, runtimeMinutes, fetchedAt
    FROM (${lines}) JOIN tmdb_episodes USING (tmdbKey, seasonNumber, episodeNumber, id)`;
}

/** SQL of a title as episodes are compared by it; empty where it says nothing. */
function comparedTitle(title: string): string {
  const folded = fold(`coalesce(${title}, '')`);
  return `CASE WHEN regexp_full_match(${folded}, '${NUMBER_ONLY}') THEN '' ELSE ${folded} END`;
}
