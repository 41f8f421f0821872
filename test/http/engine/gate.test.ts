import { expect, test } from 'vitest';

import { createGate } from '../../../src/http/engine/gate.ts';
import { nextTurn } from '../../../src/process/turns.ts';
import { Wait } from '../../../src/process/wait.ts';

/** Work that lasts until it is told to end. */
function work() {
  const { promise, resolve } = Promise.withResolvers<string>();
  let began = false;
  return {
    run: () => {
      began = true;
      return promise;
    },
    began: () => began,
    end: () => resolve('done'),
  };
}

/** Ends behind the turns of all who wait now, however slow the machine is. */
async function turn(): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await new Promise(setImmediate);
    await nextTurn();
  }
}

test('pass runs operations together up to their total cost, and others in order', async () => {
  const gate = createGate({ running: 100, waiting: 1000 });
  const costs = [60, 40, 50, 10];
  const jobs = costs.map(work);
  const passing = jobs.map(({ run }, at) => gate.pass({ points: costs[at] ?? 0, wait: new Wait() }, run));
  await turn();
  expect(jobs.map(({ began }) => began())).toEqual([true, true, false, false]);
  jobs[1]?.end();
  await turn();
  // The small one does not overtake the one that came before it.
  expect(jobs.map(({ began }) => began())).toEqual([true, true, false, false]);
  jobs[0]?.end();
  await turn();
  expect(jobs.map(({ began }) => began())).toEqual([true, true, true, true]);
  for (const { end } of jobs) end();
  expect(await Promise.all(passing)).toEqual(['done', 'done', 'done', 'done']);
});

test('pass runs an operation above the total cost alone, with light ones beside it', async () => {
  const gate = createGate({ running: 100, waiting: 1000 });
  const [huge, light] = [work(), work()];
  const passing = [
    gate.pass({ points: 5000, wait: new Wait() }, huge.run),
    gate.pass({ points: 1, wait: new Wait() }, light.run),
  ];
  await turn();
  expect([huge.began(), light.began()]).toEqual([true, true]);
  huge.end();
  light.end();
  await Promise.all(passing);
});

test('pass refuses an operation if the queue is full, with the seconds to wait', async () => {
  const gate = createGate({ running: 2_000_000, waiting: 3_000_000 });
  const costs = [2_000_000, 3_000_000];
  const jobs = costs.map(work);
  const passing = jobs.map(({ run }, at) => gate.pass({ points: costs[at] ?? 0, wait: new Wait() }, run));
  await expect(gate.pass({ points: 50_000, wait: new Wait() }, work().run)).rejects.toMatchObject({
    code: 'OVERLOADED',
    retryAfterSeconds: 5,
  });
  for (const { end } of jobs) end();
  await Promise.all(passing);
});

test.each([['while waiting'], ['as their turn comes']])(
  'pass runs no operation of a client that leaves %s',
  async (when) => {
    const gate = createGate({ running: 100, waiting: 1000 });
    const [first, second, third] = [work(), work(), work()];
    const wait = new Wait();
    const firstPass = gate.pass({ points: 100, wait: new Wait() }, first.run);
    const secondPass = gate.pass({ points: 100, wait }, second.run);
    const thirdPass = gate.pass({ points: 100, wait: new Wait() }, third.run);
    await turn();
    const gone = new Error('gone');
    if (when === 'while waiting') wait.end(gone);
    first.end();
    if (when !== 'while waiting') wait.end(gone);
    await expect(secondPass).rejects.toBe(gone);
    await turn();
    expect([second.began(), third.began()]).toEqual([false, true]);
    third.end();
    expect(await Promise.all([firstPass, thirdPass])).toEqual(['done', 'done']);
  },
);

test('pass gives the place in the queue of a client that left to another one', async () => {
  const gate = createGate({ running: 100, waiting: 100 });
  const [first, last] = [work(), work()];
  const firstPass = gate.pass({ points: 100, wait: new Wait() }, first.run);
  for (let time = 0; time < 3; time += 1) {
    const wait = new Wait();
    const leaves = gate.pass({ points: 100, wait }, work().run);
    wait.end(new Error('gone'));
    await expect(leaves).rejects.toThrow('gone');
  }
  const lastPass = gate.pass({ points: 100, wait: new Wait() }, last.run);
  first.end();
  last.end();
  expect(await Promise.all([firstPass, lastPass])).toEqual(['done', 'done']);
});

test('pass frees the cost of work that fails', async () => {
  const gate = createGate({ running: 100, waiting: 1000 });
  const failing = gate.pass({ points: 100, wait: new Wait() }, () => Promise.reject(new Error('failed')));
  await expect(failing).rejects.toThrow('failed');
  const next = work();
  next.end();
  expect(await gate.pass({ points: 100, wait: new Wait() }, next.run)).toBe('done');
});

test('pass runs light operations up to a bound of their own, and small ones without one', async () => {
  const gate = createGate({ running: 4_000_000, waiting: 1_000_000 });
  const costs = [4_000_000, 40_000, 40_000, 40_000, 40_000, 40_000, 30_000, 500];
  const jobs = costs.map(work);
  const passing = jobs.map(({ run }, at) => gate.pass({ points: costs[at] ?? 0, wait: new Wait() }, run));
  await turn();
  expect(jobs.map(({ began }) => began())).toEqual([true, true, true, true, true, true, false, true]);
  jobs[2]?.end();
  await turn();
  expect(jobs[6]?.began()).toBe(true);
  for (const { end } of jobs) end();
  await Promise.all(passing);
});

test('pass refuses light operations if too many of them wait', async () => {
  const gate = createGate({ running: 4_000_000, waiting: 50_000 });
  const jobs = Array.from({ length: 6 }, work);
  const passing = jobs.map(({ run }) => gate.pass({ points: 40_000, wait: new Wait() }, run));
  await expect(gate.pass({ points: 40_000, wait: new Wait() }, work().run)).rejects.toMatchObject({
    code: 'OVERLOADED',
  });
  for (const { end } of jobs) end();
  await Promise.all(passing);
});

test('pass does not start all waiting operations in one turn of the event loop', async () => {
  const gate = createGate({ running: 4_000_000, waiting: 100_000_000 });
  let round = 0;
  let isOver = false;
  const count = (): void => {
    round += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  const rounds = new Set<number>();
  const busy = async (): Promise<void> => {
    rounds.add(round);
    const end = performance.now() + 2;
    while (performance.now() < end);
    await Promise.resolve();
  };
  await Promise.all(Array.from({ length: 50 }, () => gate.pass({ points: 4000, wait: new Wait() }, busy)));
  isOver = true;
  expect(rounds.size).toBeGreaterThan(10);
});
