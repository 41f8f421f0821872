import { expect, test } from 'vitest';

import { Arena } from '../../../src/formats/postings/arena.ts';
import { gallopTo, indexOf, intersectionOf, unionOf } from '../../../src/formats/postings/posting-set.ts';
import type { PostingSet } from '../../../src/formats/postings/posting-set.ts';

const arena = new Arena();

/** A generator of numbers below a limit, the same in each run (Lehmer's). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

type Pair = readonly [docId: number, attributes: number];

const inOrder = (one: Pair, other: Pair): number => one[0] - other[0] || one[1] - other[1];

function setOf(pairs: readonly Pair[]): PostingSet {
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return Uint32Array.from([...distinct.values()].toSorted(inOrder).flat());
}

function pairsOf(set: PostingSet): Pair[] {
  return Array.from({ length: set.length / 2 }, (_, at) => [set[2 * at] ?? 0, set[2 * at + 1] ?? 0]);
}

function randomSet(next: (below: number) => number, { length, documents }: { length: number; documents: number }) {
  return setOf(Array.from({ length }, () => [next(documents), next(4) * 65_536 + next(3)] as const));
}

test.each([
  [0, 5, 50],
  [1, 40, 50],
  [3, 200, 300],
  [8, 300, 1000],
  [40, 3, 10],
  [30, 100, 60],
  [30, 100, 5000],
  [60, 400, 20_000_000],
])('unionOf %i parts of %i among %i documents holds each posting once, in order', (parts, length, documents) => {
  const next = numbers(1 + parts + length);
  arena.clear();
  const sets = Array.from({ length: parts }, () => randomSet(next, { length, documents }));
  expect(pairsOf(unionOf(sets, arena))).toEqual(pairsOf(setOf(sets.flatMap(pairsOf))));
});

test.each([
  [100, 100, 80],
  [5, 3000, 2000],
  [3000, 5, 2000],
  [0, 10, 10],
])('intersectionOf %i and parts of %i among %i documents keeps the postings of any part', (one, other, documents) => {
  const next = numbers(7 + one);
  arena.clear();
  const set = randomSet(next, { length: one, documents });
  const parts = [0, 1, 2].map(() => randomSet(next, { length: other, documents }));
  const among = new Set(parts.flatMap(pairsOf).map(String));
  const wanted = pairsOf(set).filter((pair) => among.has(String(pair)));
  expect(pairsOf(intersectionOf(set, parts, arena))).toEqual(wanted);
});

test('indexOf and gallopTo find postings that exist, and the index of those that do not', () => {
  const set = randomSet(numbers(3), { length: 500, documents: 400 });
  const pairs = pairsOf(set);
  for (let docId = 0; docId <= 401; docId += 1) {
    const first = pairs.findIndex(([other]) => other >= docId);
    const place = 2 * (first === -1 ? pairs.length : first);
    expect([docId, gallopTo(docId, set, 0), gallopTo(docId, set, Math.min(place, 10))]).toEqual([docId, place, place]);
  }
  for (const [at, [docId, attributes]] of pairs.entries()) {
    expect(indexOf(set, docId, attributes)).toBe(2 * at);
    expect(indexOf(set, docId, attributes + 5)).toBe(-1);
  }
});

test('Arena allocates beyond its size, and reuses what was cleared', () => {
  const small = new Arena();
  const first = small.takeNumbers(3);
  const { taken } = small;
  const large = small.take(2 ** 26);
  large[2 ** 26 - 1] = 1;
  first.fill(7);
  expect([large.length, [...first], small.taken]).toEqual([2 ** 26, [7, 7, 7], taken]);
  small.take(100);
  small.clear(taken);
  expect(small.taken).toBe(taken);
});
