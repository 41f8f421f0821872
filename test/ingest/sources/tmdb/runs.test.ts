import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { createIngestLock } from '../../../../src/storage/files/lock.ts';
import { mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const now = (): Date => new Date('2026-11-30T20:00:00Z');

test('a run that another one keeps from beginning is busy, and asks for nothing', async () => {
  const origin = await openTmdb({ now });
  const options = runOptions(origin, { now });
  const release = createIngestLock(join(options.folders.tmdb ?? '', 'mirror.lock')).acquire();
  expect(await runTmdb(options, { stage: 'all' })).toEqual({ status: 'busy', stage: 'all' });
  expect(origin.log.asked.size).toBe(0);
  release?.();
  expect(await runTmdb(options, { stage: 'genres' })).toMatchObject({ status: 'done', held: 2 });
});

test('a run that is stopped says so, and the next one goes on without asking twice', async () => {
  const origin = await openTmdb({ now, faults: { slow: 1, slowMs: 100 } });
  const stop = new AbortController();
  const options = runOptions(origin, { now, signal: stop.signal });
  const running = runTmdb(options, { stage: 'all' });
  setTimeout(() => stop.abort(new Error('SIGINT')), 700);
  const outcome = await running;
  expect(outcome).toMatchObject({ status: 'stopped', stage: 'all' });
  const { held } = outcome as { held: number };
  const rest = await runTmdb({ ...options, signal: new AbortController().signal }, { stage: 'all' });
  expect(rest).toMatchObject({ status: 'done', left: 0 });
  const answers = [...mirrorOf(options).counts()].reduce((sum, { things }) => sum + things, 0);
  expect(held + (rest as { held: number }).held).toBe(answers);
});

test('a snapshot that cannot be written is the reason of a failed run, and what came stays', async () => {
  const origin = await openTmdb({ now });
  const options = runOptions(origin, {
    now,
    writeSnapshot: () => Promise.reject(new Error('no space left on device')),
  });
  expect(await runTmdb(options, { stage: 'genres' })).toMatchObject({
    status: 'failed',
    held: 2,
    reason: 'the snapshot was not written: no space left on device',
  });
  expect([...mirrorOf(options).answers('genres')]).toHaveLength(2);
});

test('a snapshot is written after each run, of a failed one too', async () => {
  const origin = await openTmdb({ now });
  const written: string[] = [];
  const writeSnapshot = ({ folder }: { folder: string }): Promise<void> => {
    written.push(folder);
    return Promise.resolve();
  };
  const options = runOptions(origin, { now, writeSnapshot });
  await runTmdb(options, { stage: 'genres' });
  await runTmdb({ ...options, api: { ...options.api, token: 'x' } }, { stage: 'genres' });
  expect(written).toEqual([1, 2].map(() => join(options.folders.tmdb ?? '', 'snapshot')));
});

test('what TMDB merged or deleted is gone, with the one that it became', async () => {
  let time = new Date('2026-01-02T20:00:00Z');
  const clock = (): Date => time;
  const origin = await openTmdb({ now: clock, scale: 0.0005 });
  const options = runOptions(origin, { now: clock });
  await runTmdb(options, { stage: 'ids' });
  await runTmdb(options, { stage: 'details' });
  time = new Date('2027-12-31T20:00:00Z');
  const outcome = await runTmdb(options, { stage: 'details' });
  expect(outcome).toMatchObject({ status: 'done', failed: 0 });
  const mirror = mirrorOf(options);
  const gone = [...mirror.gone('movie')];
  expect(gone.length).toBeGreaterThan(0);
  const merged = gone.filter(({ into }) => into !== undefined);
  expect(merged.length).toBeGreaterThan(0);
  for (const { into = 0 } of merged) expect(mirror.state({ kind: 'movie', id: into, part: 0 })?.state).toBe('HELD');
  for (const { id } of gone) expect(mirror.answer({ kind: 'movie', id, part: 0 })).toBeUndefined();
  // A series takes its seasons with it.
  const series = new Set([...mirror.gone('tv')].map(({ id }) => id));
  expect([...mirror.answers('season')].filter(({ id }) => series.has(id))).toEqual([]);
}, 180_000);

test('no line of a log has the token, whatever happens', async () => {
  const origin = await openTmdb({
    now,
    faults: { seed: 3, errors: 0.2, cut: 0.1, isBroken: (path) => path.endsWith('1') },
  });
  const options = runOptions(origin, { now });
  await runTmdb(options, { stage: 'all' });
  await runTmdb({ ...options, api: { ...options.api, token: `${origin.token}-wrong` } }, { stage: 'all' });
  await origin.close();
  expect(await runTmdb(options, { stage: 'all' })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^TMDB does not answer: no whole answer from http:.*ECONNREFUSED/) as string,
  });
  expect(options.lines()).toContain('"event":"tmdb run"');
  expect(options.lines()).not.toContain(origin.token);
  const reasons = mirrorOf(options).failed({ most: 1000 });
  expect(reasons.length).toBeGreaterThan(0);
  expect(JSON.stringify(reasons)).not.toContain(origin.token);
});
