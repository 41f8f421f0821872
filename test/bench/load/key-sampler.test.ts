import { expect, test } from 'vitest';

import { createSampler, HOT_KEYS } from './key-sampler.ts';

function draws(count: number, sampler: () => number): number[] {
  return Array.from({ length: count }, sampler);
}

test('uniform draws everything once before anything twice, and goes on where another run has stopped', () => {
  const first = draws(60, createSampler(100, { distribution: 'uniform', seed: 1, skip: 0 }));
  const next = draws(40, createSampler(100, { distribution: 'uniform', seed: 1, skip: 60 }));
  expect(new Set([...first, ...next]).size).toBe(100);
  expect(first).not.toEqual(first.toSorted((a, b) => a - b));
});

test('zipf draws the n-th with a chance of 1/n', () => {
  const size = 1000;
  const counts = new Map<number, number>();
  for (const place of draws(200_000, createSampler(size, { distribution: 'zipf', seed: 1, skip: 0 }))) {
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const harmonic = Array.from({ length: size }, (_, place) => 1 / (place + 1)).reduce((sum, one) => sum + one);
  for (const place of [0, 1, 9, 99]) {
    const expected = 200_000 / (place + 1) / harmonic;
    expect(Math.abs((counts.get(place) ?? 0) / expected - 1), `place ${place}`).toBeLessThan(0.15);
  }
  expect(Math.max(...counts.keys())).toBeLessThan(size);
});

test('zipf of another run draws others, of the same run the same', () => {
  const [one, same, other] = [0, 0, 20].map((skip) =>
    draws(20, createSampler(1000, { distribution: 'zipf', seed: 1, skip })),
  );
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test('hot draws from the first few alone', () => {
  const drawn = draws(5000, createSampler(50_000, { distribution: 'hot', seed: 1, skip: 0 }));
  expect(new Set(drawn).size).toBe(HOT_KEYS);
  expect(Math.max(...drawn)).toBe(HOT_KEYS - 1);
});
