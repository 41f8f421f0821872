import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, test } from 'vitest';

import { readLastRun } from '../../../src/ingest/last-run.ts';
import { askToCancel, whoCancels } from '../../../src/ingest/runs/cancel-run.ts';
import { findRunning, writeCurrentRun } from '../../../src/ingest/runs/current-run.ts';
import type { CurrentRun } from '../../../src/ingest/runs/current-run.ts';
import { estimateSeconds } from '../../../src/ingest/runs/estimate.ts';
import { addRun, KEPT_RUNS, readRuns } from '../../../src/ingest/runs/run-records.ts';
import type { RunRecord } from '../../../src/ingest/runs/run-records.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openHeldOrigin } from '../../support/held-origin.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';

const NOW = (): Date => new Date('2026-11-30T12:00:00Z');

let files: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

function record(number: number): RunRecord {
  const time = new Date(NOW().getTime() + number * 1000).toISOString();
  const by = { kind: 'by hand', startedBy: 'boss' } as const;
  return { id: `run-${number}`, ...by, startedAt: time, endedAt: time, outcome: 'unchanged', steps: [] };
}

test('runIngest records its steps and who began it, and leaves no other trace', { timeout: 60_000 }, async () => {
  const folders = foldersIn(newFolder());
  const outcome = await ingestInto(folders, { from: files, run: { startedBy: 'boss' } });
  await ingestInto(folders, { from: files, run: { nightly: true, startedBy: 'schedule' } });
  const [second, first] = await readRuns(folders.meta);
  const buildId = outcome.status === 'promoted' ? outcome.buildId : '';
  expect(first).toMatchObject({ kind: 'by hand', startedBy: 'boss', outcome: 'promoted', buildId });
  expect(first?.steps.map(({ step }) => step)).toEqual(['download', 'build', 'verify', 'promote']);
  expect(second).toMatchObject({ kind: 'nightly', startedBy: 'schedule', outcome: 'unchanged', buildId });
  expect(second?.steps.map(({ step }) => step)).toEqual(['download']);
  expect((await readdir(folders.meta)).filter((name) => /^(run|cancel)\.json/.test(name))).toEqual([]);
});

test('askToCancel takes requests that come at once, and one behind a line that was cut off', async () => {
  const folder = newFolder();
  await appendFile(join(folder, 'cancel.jsonl'), '{"runId":"run-');
  const asked = Array.from({ length: 40 }, (_, number) =>
    askToCancel(folder, { runId: 'run-1', by: `boss-${number}` }),
  );
  const ended = await Promise.allSettled([...asked, askToCancel(folder, { runId: 'run-2', by: 'another' })]);
  expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await whoCancels(folder, 'run-1')).toMatch(/^boss-/);
  expect(await whoCancels(folder, 'run-2')).toBe('another');
});

test(
  'askToCancel ends a run: it is recorded as cancelled, and nothing of it is left',
  { timeout: 60_000 },
  async () => {
    const folders = foldersIn(newFolder());
    const origin = await openHeldOrigin(files);
    const begun = Promise.withResolvers<CurrentRun>();
    const ending = ingestInto(folders, { from: origin.url, run: { onBegun: begun.resolve, startedBy: 'boss' } });
    const run = await begun.promise;
    const lock = createIngestLock(join(folders.meta, 'ingest.lock'));
    expect(await findRunning(folders.meta, { lock, now: NOW })).toMatchObject({ id: run.id, step: 'download' });
    // A request for another run ends none.
    await askToCancel(folders.meta, { runId: 'another', by: 'somebody' });
    expect(await whoCancels(folders.meta, run.id)).toBeUndefined();
    await askToCancel(folders.meta, { runId: run.id, by: 'boss' });
    expect(await ending).toEqual({ status: 'cancelled', step: 'download', reason: 'cancelled by boss' });
    expect(await readRuns(folders.meta)).toMatchObject([
      { id: run.id, outcome: 'cancelled', reason: 'cancelled by boss', startedBy: 'boss' },
    ]);
    expect(await readLastRun(folders.meta)).toMatchObject({ status: 'cancelled', reason: 'cancelled by boss' });
    expect(await readdir(folders.builds)).toEqual([]);
    expect((await readdir(folders.meta)).filter((name) => /^(run|cancel)\.json/.test(name))).toEqual([]);
    expect(await findRunning(folders.meta, { lock, now: NOW })).toBeUndefined();
  },
);

test('runIngest records a run that its service stops as cancelled, and not as the last of the night', async () => {
  const folders = foldersIn(newFolder());
  const origin = await openHeldOrigin(files);
  const stop = new AbortController();
  const onBegun = (): void => stop.abort(new Error('the service is stopping'));
  await ingestInto(folders, { from: origin.url, signal: stop.signal, run: { nightly: true, onBegun } });
  const reason = 'stopped: the service is stopping';
  expect(await readRuns(folders.meta)).toMatchObject([{ outcome: 'cancelled', reason }]);
  expect(await readLastRun(folders.meta)).toBeUndefined();
});

test('runIngest runs several steps in their order, and says what each has done', { timeout: 60_000 }, async () => {
  const folders = foldersIn(newFolder());
  const outcome = await ingestInto(folders, { from: files, run: { steps: ['verify', 'download', 'build'] } });
  expect(outcome).toMatchObject({ status: 'done', step: 'verify' });
  const [run] = await readRuns(folders.meta);
  expect(run?.reason).toMatch(/^7 files are whole, build \S+ is made, build \S+ is verified$/);
  expect(run?.steps.map(({ step }) => step)).toEqual(['download', 'build', 'verify']);
});

test('findRunning records a run whose process was killed, once, whoever looks', async () => {
  const meta = newFolder();
  const lock = createIngestLock(join(meta, 'ingest.lock'));
  const steps = [{ step: 'download' as const, durationMs: 5 }];
  const { id, kind, startedAt, startedBy } = record(1);
  const run: CurrentRun = { id, kind, startedAt, startedBy, step: 'build', steps };
  await writeCurrentRun(meta, run);
  const release = lock.acquire();
  expect(await findRunning(meta, { lock, now: NOW })).toEqual(run);
  expect(await readRuns(meta)).toEqual([]);
  release?.();
  expect(await findRunning(meta, { lock, now: NOW })).toBeUndefined();
  expect(await findRunning(meta, { lock, now: NOW })).toBeUndefined();
  const reason = 'the process that ran it ended in step build without a word: it was killed, or the machine stopped';
  const endedAt = NOW().toISOString();
  expect(await readRuns(meta)).toEqual([{ id, kind, startedAt, startedBy, endedAt, outcome: 'failed', reason, steps }]);
});

test('addRun keeps the newest, also beside records of another program', async () => {
  const meta = newFolder();
  expect(await readRuns(meta)).toEqual([]);
  for (let number = 1; number <= KEPT_RUNS + 5; number += 1) await addRun(meta, record(number));
  const runs = await readRuns(meta);
  expect([runs.length, runs[0]?.id]).toEqual([KEPT_RUNS, `run-${KEPT_RUNS + 5}`]);
});

test('estimateSeconds goes by the rate of the step, else by an earlier run, and is unknown without one', () => {
  const steps = ['download', 'build', 'verify', 'promote'] as const;
  const durations = [60_000, 100_000, 20_000, 1000];
  const earlier: RunRecord = {
    ...record(1),
    outcome: 'promoted',
    steps: steps.map((step, at) => ({ step, durationMs: durations[at] ?? 0 })),
  };
  const now = { step: 'build', steps, elapsedMs: 30_000 } as const;
  expect(estimateSeconds({ ...now, share: 0.5 }, [earlier])).toBe(30 + 21);
  expect(estimateSeconds({ ...now, share: undefined }, [earlier])).toBe(70 + 21);
  expect(estimateSeconds({ ...now, share: 0.01 }, [record(2), earlier])).toBe(70 + 21);
  expect(estimateSeconds({ ...now, share: 0.5 }, [])).toBeUndefined();
  expect(estimateSeconds({ ...now, steps: ['build'], share: 0.5 }, [])).toBe(30);
});
