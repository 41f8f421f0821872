import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import { bindings } from '../../../duckdb/bindings.ts';
import type { Match } from './matches-by-tier.ts';
import type { MatchedOn, SearchFilter } from '../../model/model.ts';
import { thingSql } from '../ranking/search-filter.ts';
import type { FoundRow } from '../ranking/found-rows.ts';
import type { SearchIndex } from '../terms/search-index.ts';

/** How many matches more than are wanted are looked at: most pass. */
const MORE = 8;
/** Matches of one query: a longer list of ranks takes longer to plan than to read. */
const MOST_AT_ONCE = 1024;
/** When so many have been looked at, and fewer than one of these has passed, the filter is better asked first. */
const MOST_LOOKED_AT = 10_000;
const FEW_PASS = 8;

/**
 * The first matches, in their order, whose things pass the filter; null where it passes so few that this is no way to
 * find them. `steps` are the parts of the list of matches, each found when it is asked for.
 */
export async function passingRows(
  scan: SearchIndex,
  { steps, filter, limit }: { steps: AsyncIterable<readonly Match[]>; filter: SearchFilter; limit: number },
): Promise<FoundRow[] | null> {
  const rows: FoundRow[] = [];
  const began = performance.now();
  const taker = takerOf(steps, () => scan.goOn(began));
  let looked = 0;
  for (let atOnce = Math.min(limit + MORE, MOST_AT_ONCE); ; atOnce = Math.min(2 * atOnce, MOST_AT_ONCE)) {
    const matches = await taker(atOnce);
    rows.push(...(await passing(scan, { matches, filter })));
    looked += matches.length;
    if (rows.length >= limit || matches.length < atOnce) return rows.slice(0, limit);
    if (looked >= MOST_LOOKED_AT && FEW_PASS * rows.length < looked) return null;
  }
}

/** Takes so many from the list that the steps make, or what is left of it; each step is taken in its turn. */
function takerOf(
  steps: AsyncIterable<readonly Match[]>,
  goOn: () => Promise<void>,
): (most: number) => Promise<readonly Match[]> {
  const iterator = steps[Symbol.asyncIterator]();
  let left: readonly Match[] = [];
  return async (most) => {
    const taken = left.slice(0, most);
    left = left.slice(most);
    while (taken.length < most) {
      await goOn();
      const { value, done } = await iterator.next();
      if (done === true) break;
      const wanted = most - taken.length;
      taken.push(...value.slice(0, wanted));
      left = value.slice(wanted);
    }
    return taken;
  };
}

async function passing(
  scan: SearchIndex,
  { matches, filter }: { matches: readonly Match[]; filter: SearchFilter },
): Promise<FoundRow[]> {
  if (matches.length === 0) return [];
  const bind = bindings();
  const sql = `SELECT rank, person, id FROM search_ranks
    WHERE rank IN (${matches.map(({ rank }) => rank).join(', ')}) AND ${thingSql(filter, bind)}`;
  const found = new Map(
    (await scan.rows(sql, bind.values)).map(([rank, person, id]) => [
      Number(rank),
      { person: person === true, id: Number(id) },
    ]),
  );
  return matches.flatMap(({ tier, rank, text }) => {
    const thing = found.get(rank);
    if (thing === undefined) return [];
    const matchedOn = MATCHES[text % MATCHES.length] as MatchedOn;
    return [{ tier, rank, ...thing, matchedOn, ordering: Math.floor(text / MATCHES.length) }];
  });
}
