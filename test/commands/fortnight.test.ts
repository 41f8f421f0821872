import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

import { foldersIn } from '../../src/dataset/builds/paths.ts';
import { writeSourceFiles } from '../product/source-files.ts';
import type { SourceLines } from '../product/source-files.ts';
import { EVERYTHING, linesOf } from '../store/builds/builds.ts';
import { newFolder } from '../support/folders.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const RATINGS = 'title.ratings.tsv.gz';
const NAMES = 'name.basics.tsv.gz';
const LOOK_MS = 15_000;
const CLIENTS = 2;
const ENDS = /^ingest (promoted|unchanged|rejected|failed)$/;

interface Night {
  /** What IMDb does before it. */
  comes: () => unknown;
  /** How its run ends; undefined where it is slept through. */
  ends: 'promoted' | 'unchanged' | 'rejected' | 'failed' | undefined;
  /** What the log, `/health` and the webhook must say of a bad one. */
  says?: RegExp;
  lateMs?: number;
}

/** What an answer shows of the build that it is from, and the build that it says it is from. */
interface Seen {
  buildId: string;
  shows: string;
}

const source = newFolder('imdb');
const folders = foldersIn(newFolder('nights'));
let origin: TestOrigin;
let clock = new Date('2026-10-17T12:00:00Z');
let serving: TestServing;
const told: string[] = [];
const webhook = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    told.push(body);
    response.end();
  });
});

/** IMDb's files of a day: every name ends with a word, and the votes are a number. */
function publish(word: string, votes: number): void {
  const lines: SourceLines = linesOf(word);
  const ratings = ['tt0000001', 'tt0000002'].map((id) => `${id}\t7.1\t${votes}`);
  writeSourceFiles(source, { ...lines, 'title.ratings': ratings });
}

async function etagOf(file: string): Promise<string> {
  return (await fetch(`${origin.url}/${file}`, { method: 'HEAD' })).headers.get('etag') ?? '';
}

function tellTruth(): void {
  for (const file of [RATINGS, NAMES]) origin.answer(file, undefined);
}

/** Words and votes of an answer; of one build there is one of each. */
function shown(data: unknown): string {
  const text = JSON.stringify(data);
  const words = new Set(text.match(/\b(?:Day\d+)\b/g));
  const votes = new Set(text.match(/(?<="votes":)\d+/g));
  return [...words, ...votes].join(' ');
}

const seen: Seen[] = [];
const wrong: unknown[] = [];
const asking = new AbortController();

async function ask(): Promise<void> {
  while (!asking.signal.aborted) {
    try {
      const { data, errors, extensions = {} } = await serving.query(EVERYTHING);
      const { buildId } = extensions['dataset'] as Seen;
      if (errors !== undefined) wrong.push(errors);
      seen.push({ buildId, shows: shown(data) });
    } catch (error) {
      wrong.push(error);
    }
    await sleep(10);
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited in vain: ${condition.toString()}`);
    await sleep(5);
  }
}

/** The clock goes on to when the next run is due, and the server looks at it. */
async function pass({ lateMs = 0, ends }: Night): Promise<Record<string, unknown> | undefined> {
  const before = ended().length;
  clock = new Date((serving.nightly.nextRun()?.getTime() ?? NaN) + 5000 + lateMs);
  vi.advanceTimersByTime(LOOK_MS);
  if (ends === undefined) {
    // It looks at the last run, which takes no time of the clock, and leaves this one out.
    for (let look = 0; look < 5; look += 1) {
      await sleep(10);
      vi.advanceTimersByTime(LOOK_MS);
    }
    expect(ended()).toHaveLength(before);
    return undefined;
  }
  await until(() => ended().length > before && !serving.nightly.isRunning());
  expect(ended()).toHaveLength(before + 1);
  return ended().at(-1);
}

function ended(): Record<string, unknown>[] {
  return serving.lines.filter(({ event }) => ENDS.test(String(event)));
}

beforeAll(async () => {
  // Only the clock of the scheduler: what the network and the disk take is real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  webhook.listen(0, '127.0.0.1');
  await once(webhook, 'listening');
  publish('Day0', 100);
  origin = await openOrigin(source);
  serving = await startServing(
    {
      DATA_DIR: folders.meta,
      IMDB_BASE_URL: origin.url,
      DOWNLOAD_RETRIES: '1',
      UPDATE_TIME: '02:30',
      UPDATE_TZ: 'Europe/Berlin',
      STALE_AFTER_DAYS: '2',
      WEBHOOK_URL: `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`,
    },
    { now: () => clock },
  );
});

afterEach(() => asking.abort());

afterAll(async () => {
  vi.useRealTimers();
  await serving.stop();
  await origin.close();
  webhook.close();
});

const NIGHTS: Night[] = [
  { comes: () => publish('Day2', 102), ends: 'promoted' },
  {
    comes() {
      publish('Day3', 103);
      origin.answer(RATINGS, (_, response) => response.writeHead(503).end());
    },
    ends: 'failed',
    says: /title\.ratings\.tsv\.gz: .*answered 503/,
  },
  { comes: tellTruth, ends: 'promoted' },
  {
    async comes() {
      publish('Day5', 105);
      const etag = await etagOf(NAMES);
      origin.answer(NAMES, (_, response) => {
        origin.answer(NAMES, undefined);
        response.writeHead(200, { etag, 'content-length': 500 });
        response.write('\u001f', () => response.destroy());
      });
    },
    ends: 'promoted',
  },
  {
    comes: () => writeSourceFiles(source, { 'title.basics': linesOf('Day5')['title.basics']?.slice(0, 2) ?? [] }),
    ends: 'rejected',
    says: /title\.basics\.tsv\.gz: shrank from 3 to 2 rows/,
  },
  { comes: () => undefined, ends: 'rejected', says: /title\.basics\.tsv\.gz: shrank from 3 to 2 rows/ },
  { comes: () => publish('Day8', 108), ends: 'promoted' },
  {
    // Other bytes under the same ETag: only their checksum tells.
    async comes() {
      const etag = await etagOf(RATINGS);
      publish('Day8', 109);
      const body = await readFile(`${source}/${RATINGS}`);
      origin.answer(RATINGS, (_, response) => response.writeHead(200, { etag }).end(body));
    },
    ends: 'promoted',
  },
  {
    // It says that nothing has changed, which nobody can see for now.
    comes() {
      publish('Day8', 110);
      origin.answer(RATINGS, (_, response) => response.writeHead(304).end());
    },
    ends: 'unchanged',
  },
  {
    // Again: IMDb has something new every day.
    comes: () => publish('Day8', 111),
    ends: 'unchanged',
    lateMs: 40 * 60_000,
    says: /what is downloaded has not changed for 2 days/,
  },
  { comes: tellTruth, ends: 'promoted' },
  {
    comes() {
      publish('Day12', 112);
      origin.answer(NAMES, (_, response) => response.end('<html>Sorry, we are busy'));
    },
    ends: 'rejected',
    says: /name\.basics\.tsv\.gz: .*begins with .*<html>Sorry/,
  },
  { comes: () => undefined, ends: undefined, lateMs: 90 * 60_000, says: /last found up to date 2 days ago/ },
  { comes: tellTruth, ends: 'promoted' },
];

test(
  'fourteen nights: no request fails, each answer is of one build, every bad night is named',
  { timeout: 180_000 },
  async () => {
    await until(() => serving.store.state().build !== null && !serving.nightly.isRunning());
    const clients = Array.from({ length: CLIENTS }, ask);
    const promoted = [String(serving.store.state().build?.id)];
    const shows = new Map([[promoted[0], 'Day0 100']]);
    const days = ['Day2 102', 'Day3 103', 'Day5 105', 'Day8 108', 'Day8 109', 'Day8 111', 'Day12 112'];

    for (const [at, night] of NIGHTS.entries()) {
      told.length = 0;
      await night.comes();
      const end = await pass(night);
      const name = `night ${at + 1}`;
      expect([name, end?.['event']], String(end?.['reason'])).toEqual([
        name,
        night.ends === undefined ? undefined : `ingest ${night.ends}`,
      ]);
      if (night.ends === 'promoted') {
        promoted.unshift(String(end?.['buildId']));
        shows.set(promoted[0], days[promoted.length - 2] ?? '');
      }
      const health = async () => (await serving.health()).warnings.join('\n');
      if (night.says === undefined) {
        expect([name, await health()]).toEqual([name, '']);
      } else {
        const { says } = night;
        // The watch looks once a minute.
        await until(async () => {
          vi.advanceTimersByTime(LOOK_MS);
          return says.test(await health()) && told.some((text) => says.test(text));
        });
        if (night.ends === 'rejected' || night.ends === 'failed') expect(end?.['reason']).toMatch(says);
        expect(
          serving.lines.filter(({ event, warning }) => event === 'warning' && says.test(String(warning))),
        ).not.toEqual([]);
      }
      expect([name, serving.store.state().build?.id]).toEqual([name, promoted[0]]);
      expect([name, (await readdir(folders.builds)).sort()]).toEqual([name, promoted.slice(0, 2).sort()]);
      // Each build is asked for under load before it goes.
      await until(() => seen.at(-1)?.buildId === promoted[0]);
    }

    asking.abort();
    await Promise.all(clients);
    expect(wrong).toEqual([]);
    expect(promoted).toHaveLength(8);
    const pairs = new Set(seen.map(({ buildId, shows: what }) => `${buildId} ${what}`));
    expect([...pairs].sort()).toEqual([...shows].map(([buildId, what]) => `${buildId} ${what}`).sort());
    expect(serving.nightly.nextRun()?.toISOString()).toBe('2026-11-01T01:30:00.000Z');
    expect((await serving.health()).status).toBe('ok');
  },
);
