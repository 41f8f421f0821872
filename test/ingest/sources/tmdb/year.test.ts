import { expect, test } from 'vitest';

import { TMDB_KINDS } from '../../../../src/dataset/sources/tmdb.ts';
import { DAY_MS, REFRESH_DAYS, refreshesTonight } from '../../../../src/ingest/sources/tmdb/refresh-plan.ts';
import { readTmdbStatus } from '../../../../src/ingest/sources/tmdb/runs/tmdb-status.ts';
import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const FIRST = Date.parse('2026-12-01T22:00:00Z');
const YEAR = 365;

test('a year of nights keeps within its requests and 180 days, and misses nothing', async () => {
  let night = 0;
  const now = (): Date => new Date(FIRST + night * DAY_MS);
  const origin = await openTmdb({ now });
  const options = runOptions(origin, { now });
  // Everything comes in one day, and would be due in one night again.
  expect(await runTmdb(options, { stage: 'all' })).toMatchObject({ status: 'done', left: 0 });
  const mostRequests = 30;
  const sent = (): number =>
    [...origin.log.asked].reduce((sum, [path, times]) => sum + (path.startsWith('/3/') ? times : 0), 0);
  let sentBefore = sent();
  const mirror = mirrorOf(options);
  let gone = 0;
  for (; night < YEAR; night += 1) {
    const outcome = await runTmdb(options, { stage: 'nightly', mostRequests });
    expect(outcome).toMatchObject({ status: 'done', failed: 0, deleted: 0 });
    gone += (outcome as { gone: number }).gone;
    expect(sent() - sentBefore).toBeLessThanOrEqual(mostRequests);
    sentBefore = sent();
    const oldest = mirror.oldestAnswer() ?? now();
    expect(now().getTime() - oldest.getTime()).toBeLessThanOrEqual(REFRESH_DAYS * DAY_MS);
    expect(mirror.countDue(TMDB_KINDS, now())).toBe(0);
  }
  expect(gone).toBeGreaterThan(0);
  const held = mirror.counts().reduce((sum, { state, things }) => (state === 'HELD' ? sum + things : sum), 0);
  expect(held).toBeGreaterThan(250);
  // What TMDB says today is what is held, but for what changed today.
  night -= 1;
  const fresh = runOptions(origin, { now });
  await runTmdb(fresh, { stage: 'all' });
  const other = mirrorOf(fresh);
  for (const kind of ['movie', 'tv'] as const) {
    const ids = new Set([...mirror.answers(kind)].map(({ id }) => id));
    const missing = [...other.answers(kind)].filter(({ id }) => !ids.has(id));
    expect(missing.length).toBeLessThan(3);
  }
}, 300_000);

test('refreshesTonight spreads what came in one day evenly, so that nothing is older than it may be', () => {
  for (const answers of [1, 50, 1000, 1001]) {
    const ages = new Map([[0, answers]]);
    for (let today = 1; today < 500; today += 1) {
      const list = [...ages].map(([day, count]) => ({ day, answers: count })).sort((a, b) => a.day - b.day);
      let tonight = refreshesTonight(list, new Date(today * DAY_MS + 1));
      expect(tonight).toBeLessThanOrEqual(Math.ceil(answers / (REFRESH_DAYS - 1)) + 1);
      ages.set(today, tonight);
      for (const { day, answers: count } of list) {
        const taken = Math.min(count, tonight);
        tonight -= taken;
        if (count === taken) ages.delete(day);
        else ages.set(day, count - taken);
      }
      expect(today - Math.min(...ages.keys())).toBeLessThanOrEqual(REFRESH_DAYS);
    }
  }
});

test('status says how many requests a night would do where too few are allowed, and what is too old goes', async () => {
  let night = 0;
  const now = (): Date => new Date(FIRST + night * DAY_MS);
  const origin = await openTmdb({ now });
  const options = runOptions(origin, { now });
  await runTmdb(options, { stage: 'all' });
  const folder = options.folders.tmdb ?? '';
  const first = readTmdbStatus(folder, { now: now(), allowedANight: 1 });
  const held = first?.counts.reduce((sum, { state, things }) => (state === 'HELD' ? sum + things : sum), 0) ?? 0;
  expect(first?.refresh).toEqual({ neededANight: Math.ceil(held / REFRESH_DAYS), allowedANight: 1 });
  night = 160;
  const later = readTmdbStatus(folder, { now: now(), allowedANight: 1 });
  expect(later?.refresh.neededANight).toBe(Math.ceil(held / 10));
  night = 180;
  expect(await runTmdb(options, { stage: 'nightly', mostRequests: 3 })).toMatchObject({ deleted: 0, held: 2 });
  night = 181;
  const outcome = await runTmdb(options, { stage: 'nightly', mostRequests: 3 });
  expect(outcome).toMatchObject({ status: 'done', isBudgetSpent: true, requests: 3, deleted: held - 4 });
  expect(mirrorOf(options).oldestAnswer()?.getTime()).toBe(FIRST + 180 * DAY_MS);
  // Nothing is forgotten: it is wanted again.
  expect(mirrorOf(options).countDue(TMDB_KINDS, now())).toBe(held - 4);
});
