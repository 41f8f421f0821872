import { isPart } from '../../dataset/indexes/search-indexes.ts';
import type { SearchIndex } from './terms/search-index.ts';
import { hasMatches, spelled, wantedOf, withWords } from './terms/read-query.ts';
import type { QueryWord, SearchQuery } from './terms/read-query.ts';
import { partsOfRun } from './wordings/parts-of-run.ts';
import type { CandidateSet } from './terms/candidate-sets.ts';

/** Of the words that a part stands in, the commonest: most others stand in the name of somebody unknown. */
const MOST_WORDS = 1024;

/**
 * The query with its words, but those that are too short, as parts of others; none where one of them is nowhere. A run of a
 * script without spaces that is nowhere may be several parts.
 */
export async function readInside(queries: SearchIndex, query: SearchQuery): Promise<CandidateSet[]> {
  if (!wantedOf(query).some(({ text }) => isPart(text))) return [];
  const list = await queries.terms();
  const words: QueryWord[] = [];
  for (const word of wantedOf(query)) {
    const parts = await partsOfRun(list, word.text);
    words.push(...parts.map((text) => (text === word.text ? word : { text, open: false, spellings: [], texts: 0 })));
  }
  const parts = words.filter(({ text }) => isPart(text));
  const around = new Map<string, readonly number[]>();
  // One more than are wanted, to know whether there are.
  for (const { text } of parts) around.set(text, await list.containing(text, MOST_WORDS + 1));
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
