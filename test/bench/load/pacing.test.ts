import { expect, test } from 'vitest';

import { closedLoop, openLoop } from './pacing.ts';

test('closedLoop keeps each client busy with one request, until the period is ended', async () => {
  const period = { start: performance.now(), end: Number.POSITIVE_INFINITY };
  let inFlight = 0;
  let most = 0;
  let sent = 0;
  await closedLoop(3, {
    period,
    async send() {
      inFlight += 1;
      sent += 1;
      most = Math.max(most, inFlight);
      if (sent === 30) period.end = performance.now();
      await new Promise(setImmediate);
      inFlight -= 1;
    },
  });
  expect(most).toBe(3);
  expect(sent).toBeGreaterThanOrEqual(30);
  expect(sent).toBeLessThan(33);
});

test('openLoop sends every request that is due, and counts from then, also when it was held up', async () => {
  const start = performance.now();
  const dues: number[] = [];
  const waits: number[] = [];
  await openLoop(100, {
    period: { start, end: start + 100 },
    async send(due) {
      dues.push(Math.round(due - start));
      if (dues.length === 1) while (performance.now() < start + 60);
      waits.push(performance.now() - due);
    },
  });
  expect(dues).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  // Those that were due meanwhile have waited.
  [60, 50, 40, 30, 20, 10].forEach((wait, nth) => expect(waits[nth]).toBeGreaterThanOrEqual(wait));
});

test('openLoop does not wait for answers before it sends, but before it ends', async () => {
  const start = performance.now();
  const answers: (() => void)[] = [];
  let answered = 0;
  const send = (): Promise<void> =>
    new Promise((resolve) => {
      answers.push(() => {
        answered += 1;
        resolve();
      });
      // None is answered before all are sent, and a while after.
      if (answers.length === 5) setTimeout(() => answers.forEach((answer) => answer()), 50);
    });
  await openLoop(1000, { period: { start, end: start + 5 }, send });
  expect(answered).toBe(5);
});
