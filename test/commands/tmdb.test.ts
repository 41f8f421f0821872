import { expect, onTestFinished, test } from 'vitest';

import { tmdbStatus } from '../../src/commands/administration/tmdb-status.ts';
import { readConfig } from '../../src/config.ts';
import { startTmdbOrigin } from '../../src/demo/tmdb/tmdb-origin.ts';
import { openMirror } from '../../src/ingest/sources/tmdb/mirror.ts';
import { newFolder } from '../support/folders.ts';
import { runMarquee } from '../support/run-marquee.ts';

const TOKEN = 'token-of-the-made-up-tmdb';

test('marquee tmdb all mirrors everything, and status says what is there', async () => {
  const { dataFolder, settings } = await open();
  const all = await runMarquee(['tmdb', 'all'], { dataFolder, settings: { ...settings, LOG_LEVEL: 'trace' } });
  expect(all).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^done: \d+ answers in \d+ requests\n$/) as string,
  });
  expect(all.stdout).toContain('"event":"tmdb snapshot"');
  const status = await runMarquee(['tmdb', 'status'], { dataFolder, settings });
  expect(status.stdout).toMatch(/all titles of TMDB\. TMDB_TOKEN is set\./);
  expect(status.stdout).toMatch(/^ {2}films +\d+ +0 +0 +0$/m);
  expect(status.stdout).toMatch(/^Last run: all, done at /m);
  expect(status.stdout).toMatch(
    /requests a night refresh everything within 180 days.*TMDB_NIGHTLY_REQUESTS=50000 is enough/,
  );
  expect([all.stdout, all.stderr, status.stdout].join()).not.toContain(TOKEN);
}, 180_000);

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test('marquee tmdb says what is wrong, and never the token', async () => {
  const { dataFolder, settings } = await open();
  const run = (args: string[], more: Record<string, string>) =>
    runMarquee(['tmdb', ...args], { dataFolder, settings: { ...settings, LOG_LEVEL: 'trace', ...more } });
  expect(await run(['all'], { TMDB_TOKEN: '' })).toMatchObject({
    code: 2,
    stderr: 'TMDB_TOKEN is not set: it is the API read access token of an account at TMDB, see deploy/TMDB.md.\n',
  });
  const wrong = await run(['genres'], { TMDB_TOKEN: 'wrong-token-of-nobody' });
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('failed: TMDB refuses TMDB_TOKEN: /3/configuration answered 401') as string,
  });
  expect(wrong.stdout + wrong.stderr).not.toContain('wrong-token-of-nobody');
  expect(await run(['ids', '--years', '1999-1990'], {})).toMatchObject({ code: 2 });
  for (const [since, said] of [
    ['2026-02-30', 'expected a day such as'],
    [daysAgo(-2), 'still to come'],
    [daysAgo(16), 'TMDB tells changes of the last 14 days'],
  ] as const)
    expect(await run(['ids', '--since', since], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said) as string,
    });
  expect(await run(['ids', '--since', daysAgo(1), '--min-votes', '3'], {})).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--since is for what is mirrored already') as string,
  });
  expect((await run(['credits'], {})).stderr).toContain('cast and crew come with the details of each title');
  expect((await run(['status'], { TMDB_TOKEN: '' })).stdout).toContain('TMDB_TOKEN is not set: nothing is fetched.');
}, 180_000);

test('status tells of a run that goes on, of one that was cut off, and of what failed', () => {
  const dataFolder = newFolder();
  const config = readConfig({ DATA_DIR: dataFolder, TMDB_TOKEN: TOKEN, TMDB_NIGHTLY_REQUESTS: '1' }, '/nowhere');
  const mirror = openMirror(config.folders.tmdb ?? '');
  onTestFinished(() => mirror.close());
  const now = new Date('2026-11-30T20:00:00Z');
  mirror.want([1, 2, 3].map((id) => ({ kind: 'movie', id, part: 0 })));
  mirror.fail({ kind: 'movie', id: 2, part: 0 }, { reason: '/3/movie/2 answered 500', retryAt: () => now });
  const run = { stage: 'all', startedAt: '2026-11-30T19:00:00.000Z', done: 7200, left: 3600, perSecond: 2 };
  mirror.setNote('run', JSON.stringify({ ...run, at: '2026-11-30T19:59:50.000Z' }));
  expect(tmdbStatus(config, now)).toContain(
    'Running: all since 2026-11-30T19:00:00.000Z, 7,200 done, 3,600 left, 2 a second, 30 min remaining.',
  );
  mirror.setNote('run', JSON.stringify({ ...run, at: '2026-11-30T19:30:00.000Z' }));
  const later = tmdbStatus(config, now);
  expect(later).toContain(
    'A run of all that began at 2026-11-30T19:00:00.000Z was cut off: the next one goes on there.',
  );
  expect(later).toContain('Failed: 1; `marquee tmdb failed` asks again.');
  expect(later).toContain('  movie 2: /3/movie/2 answered 500 (1 run, again from 2026-11-30T20:00:00.000Z)');
  expect(later).toContain('Due now: 3 requests, some 1 s at TMDB_RATE=40.');
}, 180_000);

async function open(): Promise<{ dataFolder: string; settings: Record<string, string> }> {
  const origin = await startTmdbOrigin({ scale: 0.0001, seed: 1 });
  onTestFinished(() => origin.close());
  const settings = {
    TMDB_TOKEN: origin.token,
    TMDB_BASE_URL: origin.baseUrl,
    TMDB_EXPORT_URL: origin.exportUrl,
    TMDB_RATE: '1000',
  };
  return { dataFolder: newFolder(), settings };
}
