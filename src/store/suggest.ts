import { LAST_BAND } from '../dataset/search-scans.ts';
import { bindings } from './bindings.ts';
import type { SearchHit, SearchType } from './model.ts';
import { filterSql } from './search-filter.ts';
import { hitsOf } from './search-hits.ts';
import type { SearchReaders } from './search-hits.ts';
import { hasMatches, rarest, standsIn, wordIn } from './search-matches.ts';
import { readQuery } from './search-query.ts';
import { bestOf, foundRow, TIER } from './search-rows.ts';

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
  if (!hasMatches({ ...query, hinted: null }) || limit === 0) return [];
  const driver = rarest(query.words);
  for (let band = 0; band <= LAST_BAND; band += 1) {
    const bind = bindings();
    const text = bind.text(query.text);
    const tier = `CASE WHEN matchedOn = 'AKA' THEN ${TIER.AKA} WHEN starts_with(folded, ${text}) THEN ${TIER.PREFIX} ELSE ${TIER.WORDS} END`;
    const conditions = [
      `band <= ${band}`,
      wordIn(driver, bind),
      ...query.words.filter((word) => word !== driver).map((word) => standsIn(word, bind)),
      filterSql({ types, adult: 'EXCLUDE', includeAkas: true }, bind),
    ];
    const sql = `SELECT min(${bestOf(tier)}), rank, first(person), first(id) FROM search_postings
      WHERE ${conditions.join(' AND ')} GROUP BY rank ORDER BY rank LIMIT ${bind.integer(limit)}`;
    const rows = await scan.rows(sql, bind.values);
    if (rows.length < limit && band < LAST_BAND) continue;
    const hits = await hitsOf(readers, rows.map(foundRow));
    return hits.filter((hit) => hit !== null);
  }
  return [];
}
