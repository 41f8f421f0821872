import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { beforeAll, expect, test } from 'vitest';

import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openHeldOrigin } from '../../support/held-origin.ts';
import type { Health } from '../../support/serving.ts';
import { startMarquee } from '../../support/start-marquee.ts';
import type { RunningMarquee } from '../../support/start-marquee.ts';

const NEVER = '3600';
/** Twice as many as there are workers at most. */
const TURNS = 6;
const WAIT = { timeout: 20_000, interval: 50 };

interface Served {
  marquee: RunningMarquee;
  url: string;
  /** Of the workers, the one that leads first. */
  pids: number[];
}

let files: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

/** Serves with workers, all of which listen. */
async function startWorkers(
  count: number,
  { settings = {}, folder = newFolder() }: Partial<Parameters<typeof startMarquee>[1]> = {},
): Promise<Served> {
  const all = { PORT: '0', WORKERS: String(count), VERSION_POLL_INTERVAL: NEVER, ...settings };
  const marquee = startMarquee(['serve'], { folder, settings: all });
  await marquee.line('listening', count);
  const lines = marquee.lines('listening');
  const urls = new Set(lines.map(({ url }) => String(url)));
  expect(urls.size).toBe(1);
  return { marquee, url: [...urls].join(), pids: lines.map(({ pid }) => pid) };
}

/** A request on a connection of its own: it reaches the worker whose turn it is. */
async function ask(url: string, body?: string): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json' };
  const sent = request(url, { agent: false, method: body === undefined ? 'GET' : 'POST', headers }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: JSON.parse(await text(response)) };
}

const askBuild = (url: string) => ask(`${url}/graphql`, '{"query":"{ dataset { buildId } }"}');

/** What `/health` says in each of several turns. */
async function healths(url: string, turns: number): Promise<Health[]> {
  const answers: Health[] = [];
  for (let turn = 0; turn < turns; turn += 1) answers.push((await ask(`${url}/health`)).body as Health);
  return answers;
}

/** Waits until every worker says so. */
async function untilIngesting(url: string, expected: boolean): Promise<void> {
  const said = async () => new Set((await healths(url, TURNS)).map(({ ingesting }) => ingesting));
  await expect.poll(said, WAIT).toEqual(new Set([expected]));
}

/** The workers that have answered a query with that build. */
function whoAnswered(marquee: RunningMarquee, build: unknown): Set<number> {
  const lines = marquee.lines('request').filter(({ buildId }) => buildId === build);
  return new Set(lines.map(({ pid }) => pid));
}

async function stop({ child }: RunningMarquee): Promise<unknown> {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  return ended;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('startWorkers: one runs the schedule, all say so, and all serve at once what it promotes', async () => {
  const origin = await openHeldOrigin(files);
  const logs = newFolder('logs');
  const { marquee, url, pids } = await startWorkers(3, { settings: { IMDB_BASE_URL: origin.url, LOG_DIR: logs } });
  expect(new Set([...pids, marquee.child.pid]).size).toBe(4);
  await untilIngesting(url, true);
  origin.give();
  const { buildId } = await marquee.line('ingest promoted');
  await expect
    .poll(async () => {
      await askBuild(url);
      return whoAnswered(marquee, buildId);
    }, WAIT)
    .toEqual(new Set(pids));
  await untilIngesting(url, false);
  const all = await healths(url, TURNS);
  const [{ nextRun, lastRun } = { nextRun: null, lastRun: null }] = all;
  expect([nextRun, lastRun]).toEqual([
    expect.any(String),
    { startedAt: expect.any(String) as string, status: 'promoted', kind: 'nightly' },
  ]);
  for (const health of all) expect(health).toMatchObject({ status: 'ok', buildId, warnings: [], nextRun, lastRun });
  expect(marquee.lines('scheduler started').map(({ pid }) => pid)).toEqual(pids.slice(0, 1));
  expect(marquee.lines('lock acquired')).toHaveLength(1);

  expect(await stop(marquee)).toEqual([0, null]);
  expect(marquee.errors()).toBe('');
  expect(new Set(marquee.lines('stopped').map(({ pid }) => pid))).toEqual(new Set([...pids, marquee.child.pid]));
  // Each line is whole in the one file that all write to.
  const names = await readdir(logs);
  expect(names).toHaveLength(1);
  expect((await readFile(join(logs, String(names[0])), 'utf8')).trimEnd().split('\n').sort()).toEqual(
    marquee.output().trimEnd().split('\n').sort(),
  );
});

// Six processes start in it, one after the other.
test(
  'startWorkers replaces who ends, after a growing pause, and the one that leads by one that leads',
  { timeout: 120_000 },
  async () => {
    const origin = await openHeldOrigin(files);
    const folder = newFolder();
    const { marquee, url, pids } = await startWorkers(2, { folder, settings: { IMDB_BASE_URL: origin.url } });
    const [leader = 0, other = 0] = pids;
    await marquee.line('lock acquired');
    const pauses = [];
    let victim = other;
    for (let round = 1; round <= 2; round += 1) {
      process.kill(victim, 'SIGKILL');
      const ended = await marquee.line('worker ended', round);
      expect(ended).toMatchObject({ pid: marquee.child.pid, workerPid: victim, code: null, signal: 'SIGKILL' });
      pauses.push(ended['restartMs']);
      // The other one answers meanwhile.
      expect((await ask(`${url}/livez`)).status).toBe(200);
      victim = (await marquee.line('listening', 2 + round)).pid;
    }
    expect(pauses).toEqual([100, 200]);
    expect(marquee.lines('scheduler started')).toHaveLength(1);
    // One that came late knows of the run that began before it.
    await untilIngesting(url, true);

    // Whoever is to lead next cannot start for a while, so that nobody but the primary process tells of the end.
    await writeFile(join(folder, '.env'), 'KEEP_BUILDS=0\n');
    process.kill(leader, 'SIGKILL');
    expect(await marquee.line('worker ended', 4)).toMatchObject({ code: 2 });
    await untilIngesting(url, false);
    await rm(join(folder, '.env'));
    const { pid: next } = await marquee.line('scheduler started', 2);
    expect(pids).not.toContain(next);
    expect(await marquee.line('lock acquired', 2)).toMatchObject({ pid: next });
    await marquee.line('listening', 5);
    await untilIngesting(url, true);
    expect(await stop(marquee)).toEqual([0, null]);
  },
);

test.each([
  ['workers', 'the primary process'],
  ['the primary process', 'workers'],
])('Ctrl-C that reaches %s before %s stops all in good order: requests in flight are answered', async (first) => {
  const folder = newFolder();
  await ingestInto(foldersIn(folder), { from: files });
  const { marquee, url, pids } = await startWorkers(2, { folder, settings: { SCHEDULE: 'off' } });
  const body = '{"query":"{ dataset { version } }"}';
  // Each is taken, and waits for its body.
  const open = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const headers = { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' };
      const sent = request(`${url}/graphql`, { agent: false, method: 'POST', headers });
      sent.flushHeaders();
      await once(sent, 'continue');
      return sent;
    }),
  );
  const ended = once(marquee.child, 'close');
  const primary = Number(marquee.child.pid);
  if (first === 'workers') {
    for (const pid of pids) process.kill(pid, 'SIGINT');
    await marquee.line('stopping', 2);
    process.kill(primary, 'SIGINT');
    await marquee.line('stopping', 3);
  } else {
    process.kill(primary, 'SIGINT');
    await marquee.line('stopping', 3);
    for (const pid of pids) process.kill(pid, 'SIGINT');
  }
  const answers = await Promise.all(
    open.map(async (sent) => {
      const [response] = (await once(sent.end(body), 'response')) as [IncomingMessage];
      return [response.statusCode, await text(response)];
    }),
  );
  for (const [status, answer] of answers) {
    expect([status, answer]).toEqual([200, expect.stringContaining('"data":{"dataset":{"version":1}}')]);
  }
  expect(await ended).toEqual([0, null]);
  expect(new Set(marquee.lines('request').map(({ pid }) => pid))).toEqual(new Set(pids));
  expect(marquee.lines('stopped').map(({ failed }) => failed)).toEqual([[], [], []]);
  expect(marquee.lines('worker ended')).toEqual([]);
});

test('workers end with the primary process, also when that is killed', async () => {
  const { marquee, pids } = await startWorkers(2, { settings: { SCHEDULE: 'off' } });
  marquee.child.kill('SIGKILL');
  await expect.poll(() => pids.filter(isAlive), WAIT).toEqual([]);
});

test('a second signal to the primary process ends it and its workers at once', async () => {
  const { marquee, pids, url } = await startWorkers(2, { settings: { DRAIN_DELAY: '60', SCHEDULE: 'off' } });
  marquee.child.kill('SIGTERM');
  await marquee.line('stopping', 3);
  await expect.poll(async () => (await ask(`${url}/readyz`)).status).toBe(503);
  const ended = once(marquee.child, 'close');
  marquee.child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGKILL']);
  await expect.poll(() => pids.filter(isAlive), WAIT).toEqual([]);
});
