import { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import type { SearchIndex } from '../terms/search-index.ts';
import { numbersOf, otherYear } from '../ranking/tiers.ts';
import type { Kind } from '../ranking/tiers.ts';
import type { Match, MatchesByTier } from './matches-by-tier.ts';

/** Ranks of one query; of more all between the first and the last are asked for. */
const MOST_ASKED = 1000;

/**
 * Matches of a query with a year, which is a hint: what has all words is in the same tier as without, what is of another
 * year behind. `all` has the year among its words, `others` all words but that. A text of `all` is none of `others`.
 */
export function matchesOfYear(
  scan: SearchIndex,
  { all, others, kind, year }: { all: MatchesByTier; others: MatchesByTier; kind: Kind; year: number },
): MatchesByTier {
  const [first = 0] = numbersOf(kind, { hinted: false });
  const firstOther = otherYear(kind, first);
  const known = new Map<string, Promise<readonly Match[]>>();
  const years = new Map<string, Promise<ReadonlySet<number>>>();

  function ofYear(tier: number, band: number): Promise<ReadonlySet<number>> {
    const key = `${tier} ${band}`;
    const ranks = years.get(key) ?? others.of(tier, band).then((matches) => ranksOfYear(scan, { matches, year }));
    years.set(key, ranks);
    return ranks;
  }

  async function find(tier: number, band: number): Promise<readonly Match[]> {
    const isOther = tier >= firstOther;
    const without = isOther ? tier - firstOther + first : tier;
    const found = await ofYear(without, band);
    const some = (await others.of(without, band)).filter(({ rank }) => found.has(rank) !== isOther);
    const better = new Set<number>();
    for (let above = first; above < tier; above += 1) for (const { rank } of await of(above, band)) better.add(rank);
    return bestOfEach([...(isOther ? [] : await all.of(tier, band)), ...some])
      .filter(({ rank }) => !better.has(rank))
      .map(({ rank, text }) => ({ tier, rank, text }));
  }

  function of(tier: number, band: number): Promise<readonly Match[]> {
    const key = `${tier} ${band}`;
    const matches = known.get(key) ?? find(tier, band);
    known.set(key, matches);
    return matches;
  }
  return { of, ranks: (band) => new Set([...all.ranks(band), ...others.ranks(band)]) };
}

/** Of each thing the one with the best text, sorted by rank. */
function bestOfEach(matches: readonly Match[]): Match[] {
  const sorted = matches.toSorted(
    (one, other) => one.rank - other.rank || kindOf(one) - kindOf(other) || one.text - other.text,
  );
  return sorted.filter(({ rank }, index) => rank !== sorted[index - 1]?.rank);
}

function kindOf({ text }: Match): number {
  return text % MATCHES.length;
}

/** Which of the matches, sorted by rank, are titles of a year. */
async function ranksOfYear(
  scan: SearchIndex,
  { matches, year }: { matches: readonly Match[]; year: number },
): Promise<ReadonlySet<number>> {
  const ranks = matches.map(({ rank }) => rank);
  const [first, last] = [ranks[0], ranks.at(-1)];
  if (first === undefined || last === undefined) return new Set();
  const isAsked = ranks.length > MOST_ASKED ? `rank BETWEEN ${first} AND ${last}` : `rank IN (${ranks.join(', ')})`;
  const rows = await scan.rows(`SELECT rank FROM search_ranks WHERE ${isAsked} AND startYear = $1::INTEGER`, [year]);
  return new Set(rows.map(([rank]) => Number(rank)));
}
