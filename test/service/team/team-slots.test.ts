import type { Worker } from 'node:cluster';

import { expect, test } from 'vitest';

import { createSlotsOfWorkers } from '../../../src/service/team/slots-of-workers.ts';
import { createTeamSlots } from '../../../src/service/team/team-slots.ts';
import type { TeamSlots } from '../../../src/service/team/team-slots.ts';

const MOST = 2;

/** Slots of two workers, whose messages reach the primary process at once, or never. */
function twoWorkers({ answers = true } = {}) {
  const workers = new Map<Worker, TeamSlots>();
  const primary = createSlotsOfWorkers((worker, answer) => {
    if (answers) workers.get(worker)?.answered(answer);
  });
  const open = () => {
    const worker = {} as Worker;
    const slots = createTeamSlots((question) => queueMicrotask(() => primary.hear(question, worker)), { answerMs: 20 });
    workers.set(worker, slots);
    return { worker, counts: slots.counts({ most: MOST }) };
  };
  return { primary, one: open(), other: open() };
}

test('createTeamSlots counts with all workers, and gives each slot back once', async () => {
  const { one, other } = twoWorkers();
  const release = await one.counts.take('ann');
  expect(await other.counts.take('ann')).toBeDefined();
  expect(await one.counts.take('ann')).toBeUndefined();
  expect(await other.counts.take('ann')).toBeUndefined();
  expect(await one.counts.take('bob')).toBeDefined();
  release?.();
  release?.();
  expect(await other.counts.take('ann')).toBeDefined();
  expect(await one.counts.take('ann')).toBeUndefined();
});

test('createSlotsOfWorkers gives back what a worker had that has ended', async () => {
  const { primary, one, other } = twoWorkers();
  await one.counts.take('ann');
  await one.counts.take('ann');
  expect(await other.counts.take('ann')).toBeUndefined();
  primary.ended(one.worker);
  expect(await other.counts.take('ann')).toBeDefined();
});

test('createTeamSlots counts in its own process while the primary process does not answer, which is even later', async () => {
  const { primary, one, other } = twoWorkers({ answers: false });
  const releases = [await one.counts.take('ann'), await one.counts.take('ann')];
  expect(releases.map((release) => typeof release)).toEqual(['function', 'function']);
  expect(await one.counts.take('ann')).toBeUndefined();
  expect(await other.counts.take('ann')).toBeDefined();
  // The primary process has heard all of it.
  for (const release of releases) release?.();
  await Promise.resolve();
  const answers: boolean[] = [];
  const late = createSlotsOfWorkers((_, { isTaken }) => void answers.push(isTaken));
  late.hear({ type: 'give slot back', id: 1 }, one.worker);
  late.hear({ type: 'take slot', id: 2, key: 'ann', most: 1 }, one.worker);
  late.hear({ type: 'take slot', id: 3, key: 'ann', most: 1 }, one.worker);
  expect(answers).toEqual([true, false]);
  primary.ended(one.worker);
});
