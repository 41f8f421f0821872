import type { SearchIndex } from '../terms/search-index.ts';
import { textReadings } from '../terms/read-query.ts';
import type { QueryWord, SearchQuery } from '../terms/read-query.ts';
import type { CandidateSet } from '../terms/candidate-sets.ts';

/** A query as a text has its words that was found by another spelling or in another writing. The year goes where it stood. */
export async function correctedQuery(
  queries: SearchIndex,
  { near, text }: { near: readonly CandidateSet[]; text: string },
): Promise<string | null> {
  const interpretations = near.flatMap((set) => set.interpretations);
  const readings = await textReadings(queries, text);
  const all = readings.flatMap((there) => interpretations.map((interpretation) => spelledIn(there, interpretation)));
  return all.find((words) => words !== null)?.join(' ') ?? null;
}

/** The words of an interpretation as they stand in a text; null where it has not all of them. */
function spelledIn(there: readonly string[], { words, hinted }: SearchQuery): readonly string[] | null {
  const found = (hinted?.words ?? words).map((word) => spellingIn(there, word));
  if (!found.every((text) => text !== undefined)) return null;
  return hinted === null ? found : found.toSpliced(hinted.at, 0, String(hinted.year));
}

/** The whole word, if the text has it, before the beginning of another one. */
function spellingIn(there: readonly string[], { spellings, open }: QueryWord): string | undefined {
  const texts = spellings.map(({ text }) => text);
  return (
    texts.find((text) => there.includes(text)) ??
    (open ? texts.find((text) => there.some((word) => word.startsWith(text))) : undefined)
  );
}
