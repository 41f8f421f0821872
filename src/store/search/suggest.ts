import type { SearchHit, SearchType } from '../model/model.ts';
import { hitsOf } from './hits.ts';
import type { SearchReaders } from './hits.ts';
import { methodOf } from './method/method-of.ts';
import { hasMatches, readQuery } from './terms/read-query.ts';

export interface SuggestRequest {
  prefix: string;
  types?: readonly SearchType[] | undefined;
  limit: number;
}

/** The most popular titles and people that have all words, the last of which may be the beginning of one. */
export async function suggest(
  readers: SearchReaders,
  { prefix, types, limit }: SuggestRequest,
): Promise<readonly SearchHit[]> {
  const { queries } = readers;
  const query = await readQuery(queries, prefix.trim());
  const interpretations = query.readings.map(({ words }) => ({ words, hinted: null })).filter(hasMatches);
  if (interpretations.length === 0 || limit === 0) return [];
  const rows = await methodOf(queries).popular({
    set: { kind: 'WORDS', interpretations, isCut: false },
    filter: { types, adult: 'EXCLUDE', includeAkas: true },
    limit,
  });
  const hits = await hitsOf(readers, rows);
  return hits.filter((hit) => hit !== null);
}
