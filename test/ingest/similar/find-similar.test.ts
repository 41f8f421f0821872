import { expect, test } from 'vitest';

import { likeness, MOST_SIMILAR, scoreOfSteps } from '../../../src/dataset/similarity/measure.ts';
import { vectorOf } from '../../../src/dataset/similarity/title-vector.ts';
import type { TitleVector } from '../../../src/dataset/similarity/title-vector.ts';
import { ComparedTitlesMaker } from '../../../src/ingest/similar/compared-titles.ts';
import { findSimilarHere } from '../../../src/ingest/similar/find-similar.ts';
import { countsOf, randomFacts, textCountsOf } from '../../dataset/similarity/made-facts.ts';

test.each([
  { seed: 1, withTexts: false },
  { seed: 2, withTexts: false },
  { seed: 3, withTexts: false },
  { seed: 4, withTexts: true },
  { seed: 5, withTexts: true },
  { seed: 6, withTexts: true },
])('findSimilarHere finds what the likeness of all pairs says, for random titles: %o', ({ seed, withTexts }) => {
  const titles = randomFacts(400, seed, { withTexts });
  const [counts, textCounts] = [countsOf(titles), textCountsOf(titles)];
  const vectors = titles.map((title) => vectorOf(title, counts, withTexts ? textCounts : undefined));
  const maker = new ComparedTitlesMaker();
  for (const vector of vectors) maker.add(vector);
  const compared = maker.take();
  const places = titles.length * MOST_SIMILAR;
  const lists = {
    lengths: new Uint8Array(titles.length),
    neighbours: new Int32Array(places),
    scores: new Uint16Array(places),
  };
  // In parts, as threads do.
  for (const [from, to] of [
    [0, 150],
    [150, 151],
    [151, 400],
  ] as const)
    findSimilarHere({ titles: compared, lists, from, to });
  const listed = titles.map((_, title) =>
    Array.from({ length: lists.lengths[title] ?? 0 }, (_slot, index) => {
      const at = title * MOST_SIMILAR + index;
      return { other: lists.neighbours[at] ?? 0, score: scoreOfSteps(lists.scores[at] ?? 0) };
    }),
  );
  let full = 0;
  for (const [title, list] of listed.entries()) {
    const own = vectors[title] as TitleVector;
    const dense = vectors.map((vector, other) => (other === title ? 0 : likeness(own, vector).score));
    expect(list.map(({ score }) => score)).toEqual(
      dense
        .filter((score) => score > 0)
        .toSorted((one, other) => other - one)
        .slice(0, MOST_SIMILAR),
    );
    for (const { other, score } of list) {
      expect(dense[other]).toBe(score);
      const back = listed[other] ?? [];
      const isListed = back.some((one) => one.other === title);
      expect(isListed || (back.length === MOST_SIMILAR && (back.at(-1)?.score ?? 0) >= score)).toBe(true);
    }
    if (list.length === MOST_SIMILAR) full += 1;
  }
  expect(full).toBeGreaterThan(200);
});
