import { halfOf, meanOf, qualityOf } from './ranking.ts';
import type { Interval } from './ranking.ts';
import type { Relevant } from './liked-together.ts';

/** The titles that are similar to each, the most similar first. */
export type Lists = ReadonlyMap<number, readonly number[]>;

/** How well lists with what TMDB says have what belongs in them, beside those without. */
export interface Judgement {
  half: 'tuned' | 'kept';
  titles: number;
  without: { ndcg: number; recall: number };
  with: { ndcg: number; recall: number };
  /** Of nDCG, title by title. */
  gain: Interval;
  recallGain: Interval;
}

/** Judges the lists of the titles of a half of which something is known to be relevant. */
export function judgeLists(
  half: Judgement['half'],
  { relevant, without, withTmdb }: { relevant: Relevant; without: Lists; withTmdb: Lists },
): Judgement {
  const judged = [...relevant].filter(([title]) => without.has(title) && withTmdb.has(title) && halfOf(title) === half);
  const before = judged.map(([title, belong]) => qualityOf(without.get(title) ?? [], belong));
  const after = judged.map(([title, belong]) => qualityOf(withTmdb.get(title) ?? [], belong));
  const gains = (of: 'ndcg' | 'recall'): number[] => after.map((one, at) => one[of] - (before[at]?.[of] ?? 0));
  const meansOf = (all: typeof before) => ({
    ndcg: mean(all.map(({ ndcg }) => ndcg)),
    recall: mean(all.map(({ recall }) => recall)),
  });
  return {
    half,
    titles: judged.length,
    without: meansOf(before),
    with: meansOf(after),
    gain: meanOf(gains('ndcg')),
    recallGain: meanOf(gains('recall')),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
