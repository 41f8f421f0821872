import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { foldersIn } from '../../../../src/dataset/builds/paths.ts';
import { TMDB_KINDS, tmdbPath } from '../../../../src/dataset/sources/tmdb.ts';
import type { TmdbOrigin } from '../../../../src/demo/tmdb/tmdb-origin.ts';
import { requestName } from '../../../../src/demo/tmdb/server/request-log.ts';
import { openMirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { newFolder } from '../../../support/folders.ts';
import { answersOf, mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const KILLS = 20;
/** Of the child, see run-stage.ts. */
const CONCURRENCY = 8;
const NOW = new Date('2026-11-30T20:00:00Z');

test('a full mirror that is killed at 20 random moments resumes, and fetches nothing twice that was committed', async () => {
  const whole = runOptions(await openTmdb({ now: () => NOW }));
  expect(await runTmdb(whole, { stage: 'all' })).toMatchObject({ status: 'done', failed: 0, left: 0 });
  const expected = answersOf(mirrorOf(whole));
  const all = Object.keys(expected).length;
  expect(all).toBeGreaterThan(250);

  const origin = await openTmdb({ now: () => NOW, faults: { slow: 1, slowMs: 3 } });
  const folder = newFolder('killed');
  for (let kill = 0; kill < KILLS; kill += 1) {
    const committed = pathsHeld(folder);
    const before = committed.map((path) => origin.log.asked.get(path));
    // Requests that are under way are asked for again, so that the moments lie in all of the mirror.
    const sooner = answered(origin) + 1 + Math.floor(Math.random() * ((all / KILLS) * 0.9));
    await killAt(folder, origin, sooner);
    expect(committed.map((path) => origin.log.asked.get(path))).toEqual(before);
  }
  expect(pathsHeld(folder).length).toBeLessThan(all);
  const committed = pathsHeld(folder);
  const before = committed.map((path) => origin.log.asked.get(path));
  const outcome = JSON.parse(await runChild(folder, origin)) as object;
  expect(outcome).toMatchObject({ status: 'done', failed: 0, left: 0 });
  expect(committed.map((path) => origin.log.asked.get(path))).toEqual(before);
  expect(answersOf(mirrorOf({ folders: foldersIn(folder) }))).toEqual(expected);
  const again = [...origin.log.asked].filter(([path, times]) => times > 1 && path !== '/3/configuration');
  const twice = again.reduce((sum, [, times]) => sum + times - 1, 0);
  expect(twice).toBeLessThanOrEqual(KILLS * CONCURRENCY);
}, 300_000);

/** Requests that were answered so far, whatever they asked for. */
function answered({ log }: TmdbOrigin): number {
  return [...log.statuses.values()].reduce((sum, count) => sum + count, 0);
}

/** What was committed, as the origin names it. */
function pathsHeld(folder: string): string[] {
  const mirror = openMirror(foldersIn(folder).tmdb ?? '');
  try {
    return TMDB_KINDS.flatMap((kind) =>
      [...mirror.answers(kind)].map(({ id, part }) =>
        requestName(new URL(`http://tmdb/3${tmdbPath({ kind, id, part })}`)),
      ),
    );
  } finally {
    mirror.close();
  }
}

function start(folder: string, { baseUrl, exportUrl, token }: TmdbOrigin) {
  const script = fileURLToPath(new URL('children/run-stage.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder, baseUrl, exportUrl, token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  return { child, ended: new Promise<string>((resolve) => child.on('close', () => resolve(said))) };
}

/** Kills a run once the origin has answered so many requests in all. */
async function killAt(folder: string, origin: TmdbOrigin, requests: number): Promise<void> {
  const { child, ended } = start(folder, origin);
  while (child.exitCode === null && answered(origin) < requests) await sleep(1);
  child.kill('SIGKILL');
  await ended;
}

async function runChild(folder: string, origin: TmdbOrigin): Promise<string> {
  return start(folder, origin).ended;
}
