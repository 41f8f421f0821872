import { expect, test } from 'vitest';

import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { answersOf, mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const NOW = new Date('2026-11-30T20:00:00Z');
const now = (): Date => NOW;

test('with a fifth of all requests failing nothing is lost and nothing fetched twice', async () => {
  const expected = await mirrored();
  const origin = await openTmdb({ now, faults: { seed: 7, errors: 0.15, cut: 0.05 } });
  const options = runOptions(origin);
  let outcome = await runTmdb(options, { stage: 'all' });
  // One that failed eight times is tried again by the next run.
  for (let run = 0; run < 3 && outcome.status === 'done' && outcome.failed > 0; run += 1) {
    outcome = await runTmdb(options, { stage: 'failed' });
  }
  expect(outcome).toMatchObject({ status: 'done', failed: 0, left: 0 });
  expect(answersOf(mirrorOf(options))).toEqual(expected);
  expect([...origin.log.answered].filter(([, times]) => times > 1)).toEqual([]);
  const { statuses } = origin.log;
  const failed = [0, 500, 502, 503, 504].map((status) => statuses.get(status) ?? 0);
  expect(Math.min(...failed)).toBeGreaterThan(0);
  const all = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  expect(failed.reduce((sum, count) => sum + count, 0) / all).toBeGreaterThan(0.15);
});

test('a limit of requests in a second is kept by waiting, and nothing fetched twice', async () => {
  const expected = await mirrored();
  const origin = await openTmdb({ now, faults: { limitPerSecond: 100 } });
  const options = runOptions(origin);
  const outcome = await runTmdb(options, { stage: 'all' });
  expect(outcome).toMatchObject({ status: 'done', failed: 0, left: 0 });
  expect((outcome as { throttled: number }).throttled).toBeGreaterThan(0);
  expect(answersOf(mirrorOf(options))).toEqual(expected);
  expect([...origin.log.answered].filter(([, times]) => times > 1)).toEqual([]);
  // All workers wait together: those under way when the limit is met are the only ones that are refused.
  expect(origin.log.statuses.get(429)).toBeLessThan(8 * 10);
});

test('what always fails is noted with its reason, and comes when it is mended', async () => {
  const expected = await mirrored();
  const origin = await openTmdb({ now, faults: { isBroken: (path) => /^\/3\/movie\/.*1$/.test(path) } });
  const options = runOptions(origin, { now });
  const first = await runTmdb(options, { stage: 'all' });
  const broken = Object.keys(expected).filter((name) => /^movie .*1 0$/.test(name)).length;
  expect(broken).toBeGreaterThan(2);
  expect(first).toMatchObject({ status: 'done', failed: broken, left: 0 });
  expect(mirrorOf(options).failed({ most: 1 })).toMatchObject([
    { reason: expect.stringMatching(/^\/3\/movie\/\d+1 answered 500 .*Internal error/) as string, tries: 1 },
  ]);
  origin.faults = {};
  expect(await runTmdb(options, { stage: 'failed' })).toMatchObject({ status: 'done', held: broken, failed: 0 });
  // Whom and what they name.
  expect(await runTmdb(options, { stage: 'all' })).toMatchObject({ status: 'done', failed: 0, left: 0 });
  expect(answersOf(mirrorOf(options))).toEqual(expected);
});

async function mirrored(): Promise<Record<string, unknown>> {
  const options = runOptions(await openTmdb({ now }));
  await runTmdb(options, { stage: 'all' });
  return answersOf(mirrorOf(options));
}
