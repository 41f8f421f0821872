import { MOST_SIMILAR, roundedScore, scoreSteps, seriesScore } from '../../dataset/similarity/measure.ts';
import { textFactor } from '../../dataset/similarity/text-vector.ts';
import { fileTask } from '../threads/file-task.ts';
import { Best } from './best.ts';
import type { ComparedTitles } from './compared-titles.ts';
import { NO_YEAR } from './compared-titles.ts';
import type { FeatureLists } from './feature-lists.ts';
import { eraOf, LikelyTitles } from './likely-titles.ts';

/** Lists of similar titles: MOST_SIMILAR places for each title, of which so many are used. */
export interface SimilarLists {
  lengths: Uint8Array;
  /** Places of titles. */
  neighbours: Int32Array;
  /** Scores in steps, see `scoreSteps`. */
  scores: Uint16Array;
}

export interface FindSimilarInput {
  titles: ComparedTitles;
  lists: SimilarLists;
  /** A range of the order of the titles. */
  from: number;
  to: number;
}

/**
 * Finds the titles that are most similar to some, exactly: those that share a word, a person, a series or something of TMDB's
 * with a title through the posting lists of these, all others among the likely ones. The score is that of `likeness`.
 */
export function findSimilarHere({ titles, lists, from, to }: FindSimilarInput): number {
  const { order, groups, years, fames, features, postings, texts, textPostings, series, seriesPostings } = titles;
  const likely = new LikelyTitles(titles);
  const best = new Best(MOST_SIMILAR);
  const alike = new Float64Array(order.length);
  const inText = new Float64Array(order.length);
  const strengths = new Float64Array(order.length);
  const isTouched = new Uint8Array(order.length);
  const touched = new Int32Array(order.length);
  let count = 0;
  let length = 0;

  function touch(title: number): void {
    if (isTouched[title] === 1) return;
    isTouched[title] = 1;
    touched[length] = title;
    length += 1;
  }

  /** Adds up, for each title that shares features with one, the products of their weights. */
  function addProducts(title: number, [own, others]: readonly [FeatureLists, FeatureLists], sums: Float64Array): void {
    for (let at = own.starts[title] ?? 0; at < (own.starts[title + 1] ?? 0); at += 1) {
      const [feature, weight] = [own.items[at] ?? 0, own.weights[at] ?? 0];
      for (let place = others.starts[feature] ?? 0; place < (others.starts[feature + 1] ?? 0); place += 1) {
        const other = others.items[place] ?? 0;
        touch(other);
        sums[other] = (sums[other] ?? 0) + weight * (others.weights[place] ?? 0);
      }
    }
  }

  function addFeatures(title: number): void {
    addProducts(title, [features, postings], alike);
    addProducts(title, [texts, textPostings], inText);
    for (let at = series.starts[title] ?? 0; at < (series.starts[title + 1] ?? 0); at += 1) {
      const [name, strength] = [series.items[at] ?? 0, series.weights[at] ?? 0];
      for (let place = seriesPostings.starts[name] ?? 0; place < (seriesPostings.starts[name + 1] ?? 0); place += 1) {
        const other = seriesPostings.items[place] ?? 0;
        touch(other);
        if (strength > (strengths[other] ?? 0)) strengths[other] = strength;
      }
    }
  }

  for (let at = from; at < to; at += 1) {
    const title = order[at] ?? 0;
    const [year, fame] = [years[title] ?? NO_YEAR, fames[title] ?? 0];
    likely.moveTo(title);
    best.clear();
    addFeatures(title);
    for (let index = 0; index < length; index += 1) {
      const other = touched[index] ?? 0;
      const group = groups[other] ?? 0;
      const kind = likely.kindOf(group);
      if (kind > 0 && other !== title) {
        const inSeries = seriesScore(strengths[other] ?? 0);
        const era = likely.eraWeightOf(group) * eraOf(year, years[other] ?? NO_YEAR);
        const cosine = likely.scaleOf(group) * (alike[other] ?? 0) + likely.genresOf(group) + era;
        const text = inText[other] ?? 0;
        const raised = cosine + (1 - cosine) * textFactor(text) * text;
        best.add(other, inSeries + (1 - inSeries) * fame * (fames[other] ?? 0) * kind * raised);
      }
    }
    const { items, scores } = likely.best;
    for (let index = 0; index < likely.best.length; index += 1) {
      const other = items[index] ?? 0;
      if (isTouched[other] === 0 && other !== title) best.add(other, fame * (scores[index] ?? 0));
    }
    keep(title, best);
    for (let index = 0; index < length; index += 1) {
      const other = touched[index] ?? 0;
      alike[other] = 0;
      inText[other] = 0;
      strengths[other] = 0;
      isTouched[other] = 0;
    }
    length = 0;
  }
  return count;

  function keep(title: number, { items, scores, length: found }: Best): void {
    let kept = 0;
    for (let index = 0; index < found; index += 1) {
      const steps = scoreSteps(roundedScore(scores[index] ?? 0));
      if (steps > 0) {
        lists.neighbours[title * MOST_SIMILAR + kept] = items[index] ?? 0;
        lists.scores[title * MOST_SIMILAR + kept] = steps;
        kept += 1;
      }
    }
    lists.lengths[title] = kept;
    count += kept;
  }
}

export const FIND_SIMILAR = fileTask(import.meta.url, findSimilarHere);
