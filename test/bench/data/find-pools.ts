import type { FindPool } from '../load/workloads.ts';

const TEXTS = 50_000;
const SEED = 1;

/** Names of rated titles and of people with some credits. */
const NAMES = `(SELECT name FROM (
    SELECT primaryTitle AS name FROM '$tables/title_cards/*.parquet' WHERE numVotes > 0
    UNION ALL SELECT primaryName FROM '$tables/person_cards/*.parquet' WHERE credits > 5)
  ORDER BY hash(name, ${SEED}), name LIMIT ${TEXTS})`;

/** Each with its longest word, where that is plain enough to be mistyped. */
const LONGEST = `(SELECT name, word, length(word) // 2 AS middle FROM (
    SELECT lower(name) AS name,
      list_reverse_sort([{letters: length(one), word: one} FOR one IN string_split(lower(name), ' ')])[1].word AS word
    FROM ${NAMES})
  WHERE regexp_full_match(word, '[a-z]{5,20}'))`;

/** What people type, no text twice. `$tables` is the folder of the build's tables. */
export const FIND_POOLS: Record<FindPool, string> = {
  texts: distinct(`SELECT array_to_string(string_split(name, ' ')[:1 + (hash(name) % 4)::INTEGER], ' ') AS text FROM ${NAMES}`),
  // Two letters in the wrong order.
  mistyped: distinct(`
    SELECT replace(name, word, word[:middle] || word[middle + 2] || word[middle + 1] || word[middle + 3:]) AS text
    FROM ${LONGEST} WHERE word[middle + 1] <> word[middle + 2]`),
  insides: distinct(`SELECT word[3:2 + least(6, length(word) - 3)] AS text FROM ${LONGEST} WHERE length(word) >= 7`),
  beginnings: distinct(`SELECT lower(name)[:1 + (hash(name) % 6)::INTEGER] AS text FROM ${NAMES}`),
  filters: distinct(`
    SELECT json_object('genres', json_object('any', [genre]), 'year', json_object('min', year, 'max', year + 9),
      'rating', json_object('min', rating), 'votes', json_object('min', votes))::VARCHAR AS text
    FROM unnest(['DRAMA', 'COMEDY', 'ACTION', 'CRIME', 'HORROR', 'DOCUMENTARY', 'ROMANCE', 'SCI_FI', 'FAMILY', 'MUSIC'])
        AS genres(genre),
      range(1950, 2020, 5) AS years(year), unnest([5.0, 6.5, 7.5, 8.0]) AS ratings(rating), unnest([10, 100, 1000]) AS least(votes)`),
};

function distinct(texts: string): string {
  return `SELECT DISTINCT text FROM (${texts}) WHERE length(trim(text)) > 0 ORDER BY hash(text, ${SEED}), text`;
}
