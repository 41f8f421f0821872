import sql, { join } from 'sql-template-tag';

import { LEAST_INSIDE } from '../../dataset/indexes/search-indexes.ts';
import type { SearchIndex } from './terms/search-index.ts';
import { hasMatches, lettersOf, spelled, wantedOf, withWords } from './terms/read-query.ts';
import type { QueryWord, SearchQuery } from './terms/read-query.ts';
import type { CandidateSet } from './terms/candidate-sets.ts';
import { LAST } from './terms/term-dictionary.ts';

/** Of the words that a part stands in, the commonest: most others stand in the name of somebody unknown. */
const MOST_WORDS = 1024;

/** The query with its words, but those of a letter or two, as parts of others; none where one of them is nowhere. */
export async function readInside(scan: SearchIndex, query: SearchQuery): Promise<CandidateSet[]> {
  const words = wantedOf(query);
  const parts = words.filter(({ text }) => lettersOf(text) >= LEAST_INSIDE);
  if (parts.length === 0) return [];
  const list = await scan.terms();
  const around = await wordsAround(scan, parts);
  const inside = words.map((word): QueryWord => {
    const ids = around.get(word.text);
    if (ids === undefined) return word;
    const as = ids.slice(0, MOST_WORDS).map((id) => ({ text: list.wordAt(id), range: [id, id] as const, whole: id }));
    return spelled(list, { ...word, as });
  });
  const interpretation = withWords(query, inside);
  if (!hasMatches(interpretation)) return [];
  return [
    {
      kind: 'INSIDE',
      interpretations: [interpretation],
      isCut: [...around.values()].some((ids) => ids.length > MOST_WORDS),
    },
  ];
}

/** For each part words that it stands in, the commonest first, and one more than are wanted where there are more. */
async function wordsAround(
  scan: SearchIndex,
  parts: readonly QueryWord[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = parts.map(
    ({ text }, part) => sql`SELECT ${part}, word FROM (SELECT DISTINCT word, texts FROM search_ends
      WHERE ending >= ${text} AND ending < ${text + LAST} ORDER BY texts DESC, word LIMIT ${MOST_WORDS + 1})`,
  );
  const rows = await scan.rows(join(found, ' UNION ALL '));
  const ofPart = Map.groupBy(rows, ([part]) => Number(part));
  return new Map(parts.map(({ text }, part) => [text, (ofPart.get(part) ?? []).map(([, word]) => Number(word))]));
}
