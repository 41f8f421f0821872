import { LAST_BAND } from '../../dataset/indexes/search-indexes.ts';
import { bindings } from '../../duckdb/bindings.ts';
import type { SearchFilter, SearchHit, SearchType } from '../model/model.ts';
import type { SearchIndex } from './terms/search-index.ts';
import { bestOf, foundRows } from './ranking/found-rows.ts';
import type { FoundRow } from './ranking/found-rows.ts';
import { hitsOf } from './hits.ts';
import type { SearchReaders } from './hits.ts';
import { listByRank } from './matching/listed-rows.ts';
import { SHORT } from './plain/read-matches.ts';
import { hasMatches, readQuery } from './terms/read-query.ts';
import type { SearchQuery } from './terms/read-query.ts';
import { filterSql } from './ranking/search-filter.ts';
import { rarest, textsWith } from './plain/texts-sql.ts';
import { slicesOf, tierSql } from './plain/tiers-sql.ts';

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
  const { scan } = readers;
  const query = await readQuery(scan, prefix.trim());
  const words = { ...query, hinted: null };
  if (!hasMatches(words) || limit === 0) return [];
  const filter: SearchFilter = { types, adult: 'EXCLUDE', includeAkas: true };
  const rows =
    (await listByRank(scan, { stage: { kind: 'WORDS', readings: [words], isCut: false }, filter, limit })) ??
    (await readByRank(scan, { query: words, filter, limit }));
  const hits = await hitsOf(readers, rows);
  return hits.filter((hit) => hit !== null);
}

/** The same by the joins of DuckDB. */
async function readByRank(
  scan: SearchIndex,
  { query: words, filter, limit }: { query: SearchQuery; filter: SearchFilter; limit: number },
): Promise<FoundRow[]> {
  const first = rarest(words.words).texts < SHORT ? LAST_BAND : 0;
  for (let band = first; band <= LAST_BAND; band += 1) {
    const bind = bindings();
    const texts = textsWith(slicesOf(words), {
      where: `band <= ${band}`,
      filter: filterSql(filter, bind),
    });
    const sql = `SELECT min(${bestOf(tierSql(words, 'WORDS'))}), rank FROM (${texts})
      GROUP BY rank ORDER BY rank LIMIT ${bind.integer(limit)}`;
    const rows = await scan.rows(sql, bind.values);
    if (rows.length < limit && band < LAST_BAND) continue;
    return foundRows(scan, rows);
  }
  return [];
}
