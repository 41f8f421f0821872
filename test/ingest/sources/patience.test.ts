import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { Download } from '../../../src/ingest/sources/imdb/download-state.ts';
import { createDownloadState } from '../../../src/ingest/sources/imdb/download-state.ts';
import { fetchFile } from '../../../src/ingest/sources/imdb/fetch-file.ts';
import type { Patience } from '../../../src/ingest/sources/imdb/fetch-file.ts';
import { reasonOf } from '../../../src/ingest/outcomes/outcome.ts';
import { SILENT_PROGRESS } from '../../../src/ingest/outcomes/progress.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { newFolder } from '../../support/folders.ts';
import { tsv, writeSources } from '../../support/imdb-files.ts';
import { IMPATIENT, SILENT_LOG } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';
import type { Handler, TestOrigin } from '../../support/origin.ts';

const RATINGS = 'title.ratings.tsv.gz';

let files: string;
let folder: string;
let origin: TestOrigin;

beforeEach(async () => {
  files = await writeSources(newFolder('origin'));
  folder = newFolder('downloads');
  origin = await openOrigin(files);
});

afterEach(() => origin.close());

function fetchRatings(patience: Partial<Patience> = {}, log = SILENT_LOG): Promise<Download> {
  const source = SOURCES.find(({ name }) => name === 'title.ratings');
  if (source === undefined) throw new Error('there is no such source');
  return fetchFile(source, {
    url: `${origin.url}/${RATINGS}`,
    folder,
    kept: undefined,
    patience: { ...IMPATIENT, retries: 3, ...patience },
    state: createDownloadState({ meta: folder, downloads: folder }),
    log,
    progress: SILENT_PROGRESS,
  });
}

async function failure(patience: Partial<Patience>): Promise<string> {
  return reasonOf(await fetchRatings(patience).catch((error: unknown) => error));
}

/** Misbehaves some times, and then is the file itself again. */
function misbehave(times: number, handler: Handler): void {
  let left = times;
  origin.answer(RATINGS, (request, response) => {
    left -= 1;
    if (left === 0) origin.answer(RATINGS, undefined);
    handler(request, response);
  });
}

/** The ETag that the origin gives the file as it is. */
async function etag(): Promise<string> {
  const response = await fetch(`${origin.url}/${RATINGS}`, { method: 'HEAD' });
  origin.takeRequests();
  return response.headers.get('etag') ?? '';
}

async function cutAfter(bytes: number): Promise<Handler> {
  const body = await readFile(join(files, RATINGS));
  const validator = await etag();
  return (_, response) => {
    response.writeHead(200, { etag: validator, 'content-length': body.length });
    response.write(body.subarray(0, bytes));
    void vi
      .waitFor(async () => expect((await stat(join(folder, `${RATINGS}.part`))).size).toBe(bytes), { interval: 5 })
      .finally(() => response.destroy());
  };
}

async function expectWhole(): Promise<void> {
  expect(await readFile(join(folder, RATINGS))).toEqual(await readFile(join(files, RATINGS)));
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([]);
}

test('fetchFile goes on where a connection broke', async () => {
  misbehave(1, await cutAfter(30));
  await fetchRatings();
  await expectWhole();
  const ranges = origin.takeRequests().map(({ headers }) => [headers.range, headers['if-range'] !== undefined]);
  expect(ranges).toEqual([
    [undefined, false],
    ['bytes=30-', true],
  ]);
});

test('fetchFile goes on in the next run with what the last one left', async () => {
  misbehave(1, await cutAfter(40));
  expect(await failure({ retries: 0 })).toMatch(/^title\.ratings\.tsv\.gz: broke off after 40 of/);
  origin.takeRequests();
  await fetchRatings();
  await expectWhole();
  expect(origin.takeRequests().map(({ headers }) => headers.range)).toEqual(['bytes=40-']);
});

test('fetchFile begins anew when the file has changed since it broke off', async () => {
  misbehave(1, await cutAfter(40));
  await failure({ retries: 0 });
  await writeFile(join(files, RATINGS), gzipSync(tsv('title.ratings', [['tt0000009', '9.9', '99']])));
  expect((await fetchRatings()).rows).toBe(1);
  await expectWhole();
});

test('fetchFile begins anew when the server has no such range', async () => {
  misbehave(1, await cutAfter(40));
  await failure({ retries: 0 });
  misbehave(1, (_, response) => response.writeHead(416).end());
  await fetchRatings();
  await expectWhole();
});

test.each([429, 500, 503])('fetchFile tries again after %i', async (status) => {
  misbehave(2, (_, response) => response.writeHead(status).end());
  await fetchRatings();
  await expectWhole();
  expect(origin.takeRequests()).toHaveLength(3);
});

test('fetchFile tries again when the connection is reset', async () => {
  misbehave(1, (request) => request.socket.resetAndDestroy());
  await fetchRatings();
  await expectWhole();
});

test('fetchFile tries again when a body without a length was cut', async () => {
  const body = await readFile(join(files, RATINGS));
  misbehave(1, (_, response) => {
    response.useChunkedEncodingByDefault = false;
    response.removeHeader('transfer-encoding');
    response.writeHead(200, { connection: 'close' });
    response.end(body.subarray(0, -4));
  });
  await fetchRatings();
  await expectWhole();
});

test('fetchFile waits as long as the server asks', async () => {
  misbehave(1, (_, response) => response.writeHead(503, { 'retry-after': '1' }).end());
  const started = performance.now();
  await fetchRatings();
  expect(performance.now() - started).toBeGreaterThanOrEqual(990);
  await expectWhole();
});

test.each([404, 403])('fetchFile does not try again after %i', async (status) => {
  origin.answer(RATINGS, (_, response) => response.writeHead(status).end());
  expect(await failure({})).toContain(`answered ${status}`);
  expect(origin.takeRequests()).toHaveLength(1);
});

test('fetchFile does not try again a file that is not the source', async () => {
  origin.answer(RATINGS, (_, response) => response.writeHead(200, { 'content-length': 9 }).end('<html>Bye'));
  expect(await failure({})).toContain('begins with "<html>Bye"');
  expect(origin.takeRequests()).toHaveLength(1);
});

test('fetchFile gives up after its attempts and says why', async () => {
  origin.answer(RATINGS, (_, response) => response.writeHead(502).end());
  expect(await failure({ retries: 2 })).toMatch(/^title\.ratings\.tsv\.gz: .* answered 502 Bad Gateway/);
  expect(origin.takeRequests()).toHaveLength(3);
});

test('fetchFile gives up a server that sends nothing', async () => {
  origin.answer(RATINGS, () => undefined);
  expect(await failure({ retries: 0, idleMs: 100 })).toMatch(/no answer from .* \(no data for 0\.1 seconds\)/);
});

test('fetchFile gives up a server that stalls in the middle of a body, and goes on from there', async () => {
  const body = await readFile(join(files, RATINGS));
  const validator = await etag();
  misbehave(1, (_, response) => {
    response.writeHead(200, { etag: validator, 'content-length': body.length });
    response.write(body.subarray(0, 30));
  });
  expect(await failure({ retries: 0, idleMs: 500 })).toBe(
    `title.ratings.tsv.gz: broke off after 30 of ${body.length} bytes (no data for 0.5 seconds)`,
  );
  origin.takeRequests();
  await fetchRatings();
  await expectWhole();
  expect(origin.takeRequests().map(({ headers }) => headers.range)).toEqual(['bytes=30-']);
});

test('fetchFile waits about twice as long before each further attempt, and never equally long', async () => {
  origin.answer(RATINGS, (_, response) => response.writeHead(503).end());
  const waits = await Promise.all([waitsOf(5), waitsOf(5)]);
  for (const wait of waits) {
    expect(wait).toHaveLength(5);
    // Each is drawn between the pause and twice the pause, which doubles.
    for (const [at, waitMs] of wait.entries()) {
      expect(waitMs).toBeGreaterThanOrEqual(Math.floor(10 * 2 ** at));
      expect(waitMs).toBeLessThanOrEqual(20 * 2 ** at);
    }
  }
  expect(waits[0]).not.toEqual(waits[1]);
});

/** How long each attempt after the first was put off, from a pause of 10 ms on. */
async function waitsOf(retries: number): Promise<number[]> {
  const waits: number[] = [];
  const write = (line: string): void => {
    const { event, waitMs } = JSON.parse(line) as { event: string; waitMs: number };
    if (event === 'download retried') waits.push(waitMs);
  };
  const log = createLogger({ level: 'warn', pretty: false, destination: { write } });
  await fetchRatings({ retries, backoffMs: 10 }, log).catch(() => undefined);
  return waits;
}

test('fetchFile gives up a server that drips beyond the time for one file', async () => {
  origin.answer(RATINGS, (_, response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    const drip = setInterval(() => response.write('x'), 20);
    response.once('close', () => clearInterval(drip));
  });
  expect(await failure({ totalMs: 300, idleMs: 5000 })).toBe(
    'title.ratings.tsv.gz: not whole after 0.3 seconds, which is DOWNLOAD_TIMEOUT (The operation was aborted due to timeout)',
  );
});

test('fetchFile waits for no server beyond the time for one file, and says what it waited for', async () => {
  origin.answer(RATINGS, (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
  expect(await failure({ totalMs: 300 })).toMatch(/^title\.ratings\.tsv\.gz: not whole after 0\.3 .*answered 429/);
});

test('fetchFile follows a redirect on the same host', async () => {
  misbehave(1, (_, response) => response.writeHead(302, { location: `/${RATINGS}` }).end());
  await fetchRatings();
  await expectWhole();
});

test.each([
  ['http://127.0.0.2/x', {}],
  ['https://example.org/x', {}],
  ['http://example.org/x', { redirectHosts: ['example.org'] }],
  ['file:///etc/passwd', {}],
])('fetchFile refuses a redirect to %s', async (location, patience) => {
  origin.answer(RATINGS, (_, response) => response.writeHead(302, { location }).end());
  expect(await failure(patience)).toContain('which is not https of the same host: DOWNLOAD_REDIRECT_HOSTS');
});

test('fetchFile does not go round in circles', async () => {
  origin.answer(RATINGS, (_, response) => response.writeHead(301, { location: `/${RATINGS}` }).end());
  expect(await failure({})).toContain('redirects more than 5 times');
});
