import { expect, test } from 'vitest';

import { countArrival, isCrowded, isTurnOver, nextTurn } from '../../src/process/turns.ts';

/** Works for a time, as a computation does. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test('a turn is over when its work has taken its time, and another begins behind input and output', async () => {
  await nextTurn();
  expect(isTurnOver()).toBe(false);
  busy(10);
  expect(isTurnOver()).toBe(true);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(isTurnOver()).toBe(false);
});

test('many who work at once take turns, and timers are heard between them', async () => {
  const done: number[] = [];
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  async function work(id: number): Promise<void> {
    for (let part = 0; part < 4; part += 1) {
      busy(3);
      if (isTurnOver()) await nextTurn();
    }
    done.push(id);
  }
  await Promise.all(Array.from({ length: 20 }, (_, id) => work(id)));
  clearInterval(timer);
  expect(done).toHaveLength(20);
  expect(ticks).toBeGreaterThan(10);
});

test('whoever goes on has all its microtasks before the next one does', async () => {
  const order: string[] = [];
  async function work(name: string): Promise<void> {
    await nextTurn();
    for (let step = 0; step < 5; step += 1) {
      order.push(name);
      await Promise.resolve();
    }
  }
  await Promise.all([work('a'), work('b')]);
  expect(order.join('')).toBe('aaaaabbbbb');
});

test('the loop is crowded while connections come round for round, and no longer', async () => {
  const seen: boolean[] = [];
  for (let round = 0; round < 4; round += 1) {
    countArrival();
    await new Promise(setImmediate);
    seen.push(isCrowded());
  }
  expect(seen).toEqual([false, true, true, true]);
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  expect(isCrowded()).toBe(false);
});

test('work that waits gets its turns beside new work that uses up each iteration of the loop', async () => {
  let rounds = 0;
  let isOn = true;
  function newWork(): void {
    rounds += 1;
    isTurnOver();
    busy(6);
    if (isOn && rounds < 200) setImmediate(newWork);
  }
  setImmediate(newWork);
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  isOn = false;
  expect(rounds).toBeLessThan(30);
});

test('connections that arrive are accepted between two turns of work that waits', async () => {
  let accepted = 0;
  let isOn = true;
  function accept(): void {
    countArrival();
    accepted += 1;
    if (isOn) setImmediate(accept);
  }
  const work = (async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await nextTurn();
      busy(6);
    }
  })();
  setImmediate(accept);
  await work;
  isOn = false;
  expect(accepted).toBeGreaterThan(20);
});
