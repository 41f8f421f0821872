import { createHash } from 'node:crypto';

/** How many places of a list are judged. */
export const PLACES = 10;

/** How well a list has what belongs in it, from 0 to 1. */
export interface Quality {
  ndcg: number;
  recall: number;
}

/** nDCG@10 and recall@10 of a list: what is relevant counts more the further ahead it stands. */
export function qualityOf(list: readonly number[], relevant: ReadonlySet<number>): Quality {
  let [gain, found] = [0, 0];
  for (const [at, title] of list.slice(0, PLACES).entries()) {
    if (relevant.has(title)) {
      gain += 1 / Math.log2(at + 2);
      found += 1;
    }
  }
  const possible = Math.min(PLACES, relevant.size);
  let ideal = 0;
  for (let at = 0; at < possible; at += 1) ideal += 1 / Math.log2(at + 2);
  return { ndcg: gain / ideal, recall: found / possible };
}

/** Which half of the titles one is in: weights are tuned on `tuned`, and judged on `kept`. */
export function halfOf(id: number | string): 'tuned' | 'kept' {
  return (createHash('sha256').update(String(id)).digest()[0] ?? 0) % 2 === 0 ? 'tuned' : 'kept';
}

export interface Interval {
  mean: number;
  /** Between these the mean is in 95 of 100 samples of as many values, drawn with replacement. */
  from: number;
  to: number;
}

const SAMPLES = 2000;

/** The mean of values with its bootstrap interval, the same each time. */
export function meanOf(values: readonly number[]): Interval {
  const sum = values.reduce((all, value) => all + value, 0);
  const means: number[] = [];
  let state = 1;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    let drawn = 0;
    for (let at = 0; at < values.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      drawn += values[Math.floor((state / 2 ** 32) * values.length)] ?? 0;
    }
    means.push(drawn / values.length);
  }
  means.sort((one, other) => one - other);
  return { mean: sum / values.length, from: means[SAMPLES * 0.025] ?? NaN, to: means[SAMPLES * 0.975] ?? NaN };
}
