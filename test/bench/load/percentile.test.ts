import { expect, test } from 'vitest';

import { percentile } from './percentile.ts';

test('percentile is the nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 99, 100]);
  expect([0, 0.5, 0.99].map((share) => percentile([7], share))).toEqual([7, 7, 7]);
  expect(percentile([1, 2], 0.5)).toBe(1);
  expect(percentile([1, 2, 3], 0.5)).toBe(2);
  expect(percentile([1, 2, 3], 0.99)).toBe(3);
  expect(percentile([], 0.5)).toBeNaN();
});
