import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { createDownloadState } from '../../../src/ingest/sources/imdb/download-state.ts';
import { download, keptFiles } from '../../../src/ingest/sources/imdb/download.ts';
import type { DownloadOptions } from '../../../src/ingest/sources/imdb/bring-files.ts';
import type { CompleteFiles } from '../../../src/ingest/sources/imdb/download.ts';
import { reasonOf } from '../../../src/ingest/outcomes/outcome.ts';
import { SILENT_PROGRESS } from '../../../src/ingest/outcomes/progress.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { newFolder } from '../../support/folders.ts';
import { SMALL, tsv, writeSources } from '../../support/imdb-files.ts';
import { IMPATIENT, SILENT_LOG } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';
import type { Handler, TestOrigin } from '../../support/origin.ts';

const ALL = SOURCES.map(({ name }) => sourceFile(name));
const RATINGS = 'title.ratings.tsv.gz';
const DAY_MS = 86_400_000;

let files: string;
let folder: string;
let metaFolder: string;
let origin: TestOrigin;

beforeEach(async () => {
  files = await writeSources(newFolder('origin'));
  folder = newFolder('downloads');
  metaFolder = newFolder('meta');
  origin = await openOrigin(files);
});

afterEach(() => origin.close());

function run(options: Partial<DownloadOptions> = {}): Promise<CompleteFiles> {
  return download({
    baseUrl: origin.url,
    folder,
    metaFolder,
    concurrency: 3,
    patience: IMPATIENT,
    without: [],
    log: SILENT_LOG,
    progress: SILENT_PROGRESS,
    now: () => new Date(),
    ...options,
  });
}

/** Why a run failed, in one line. */
async function failure(options: Partial<DownloadOptions> = {}): Promise<string> {
  const error: unknown = await run(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  return reasonOf(error);
}

function asked(): string[] {
  return origin
    .takeRequests()
    .map(({ file }) => file)
    .sort();
}

test('download fetches the seven files and keeps the validators of the responses', async () => {
  const whole = await run();
  expect([...whole.keys()]).toEqual(SOURCES.map(({ name }) => name));
  expect(asked()).toEqual([...ALL].sort());
  expect((await readdir(folder)).sort()).toEqual([...ALL].sort());
  for (const file of ALL) {
    expect((await readFile(join(folder, file))).equals(await readFile(join(files, file)))).toBe(true);
  }
  const response = await fetch(`${origin.url}/${RATINGS}`, { method: 'HEAD' });
  expect(whole.get('title.ratings')).toMatchObject({
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
    rows: SMALL['title.ratings'].length,
  });
});

test('download asks with both validators and keeps what has not changed', async () => {
  const before = await run();
  origin.takeRequests();
  await writeFile(join(files, RATINGS), gzipSync(tsv('title.ratings', [['tt0000001', '5.0', '3']])));
  const after = await run();
  for (const { file, headers } of origin.takeRequests()) {
    const known = before.get(SOURCES.find(({ name }) => sourceFile(name) === file)?.name ?? 'title.basics');
    expect([headers['if-none-match'], headers['if-modified-since']]).toEqual([known?.etag, known?.lastModified]);
    expect(headers['accept-encoding']).toBe('identity');
  }
  expect(after.get('title.ratings')?.rows).toBe(1);
  expect(after.get('title.crew')).toEqual(before.get('title.crew'));
});

test('download sends no validators for a file that was changed or removed since', async () => {
  await run();
  await utimes(join(folder, 'title.crew.tsv.gz'), 1, 1);
  await rm(join(folder, RATINGS));
  origin.takeRequests();
  await run();
  const without = origin.takeRequests().filter(({ headers }) => headers['if-none-match'] === undefined);
  expect(without.map(({ file }) => file).sort()).toEqual(['title.crew.tsv.gz', RATINGS]);
  expect(existsSync(join(folder, RATINGS))).toBe(true);
});

test('download fetches everything again from another address and where its state is not readable', async () => {
  await run();
  const other = await openOrigin(files);
  try {
    await run({ baseUrl: `${other.url}/` });
    expect(other.takeRequests().every(({ headers }) => headers['if-none-match'] === undefined)).toBe(true);
    for (const text of ['', '{', '[]', '{"title.crew": {"path": 1}}']) {
      await writeFile(join(metaFolder, 'downloads.json'), text);
      expect((await run({ baseUrl: other.url })).size).toBe(7);
    }
  } finally {
    await other.close();
  }
});

test.each([1, 3, 7])('download fetches %i files at a time', async (concurrency) => {
  for (const { name } of SOURCES) {
    origin.answer(sourceFile(name), (_request, response) => {
      void sleep(30).then(() => response.end(gzipSync(tsv(name))));
    });
  }
  await run({ concurrency });
  expect(origin.mostAtOnce()).toBe(concurrency);
});

test('download knows its files again in a folder that was moved, and those that were recorded by whole paths', async () => {
  await run();
  const statePath = join(metaFolder, 'downloads.json');
  const recorded = await readFile(statePath, 'utf8');
  expect(recorded).not.toContain(folder);
  const moved = join(newFolder(), 'elsewhere');
  await rename(folder, moved);
  origin.takeRequests();
  const whole = await run({ folder: moved });
  expect(whole.get('title.crew')?.path).toBe(join(moved, 'title.crew.tsv.gz'));
  expect(origin.takeRequests().every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
  const state = JSON.parse(recorded) as Record<string, { path: string }>;
  const older = Object.entries(state).map(([name, file]) => [name, { ...file, path: join(moved, file.path) }]);
  await writeFile(statePath, JSON.stringify(Object.fromEntries(older)));
  expect((await keptFiles({ folder: moved, metaFolder, without: [] })).size).toBe(7);
});

test('download leaves out what it is told to', async () => {
  const whole = await run({ without: ['title.akas'] });
  expect([...whole.keys()]).not.toContain('title.akas');
  expect(asked()).toEqual(ALL.filter((file) => file !== 'title.akas.tsv.gz').sort());
});

const body = gzipSync(tsv('title.ratings'));

test.each<[string, Handler, string]>([
  ['404', (_, response) => response.writeHead(404).end('no'), 'answered 404 Not Found, expected 200'],
  ['500', (_, response) => response.writeHead(500).end(), 'answered 500 Internal Server Error, expected 200'],
  ['206', (_, response) => response.writeHead(206).end(body), 'answered 206 and not with the rest that was asked for'],
  ['204', (_, response) => response.writeHead(204).end(), 'answered 204 No Content, expected 200'],
  [
    'a redirect to another host',
    (_, response) => response.writeHead(302, { location: 'http://127.0.0.2/title.ratings.tsv.gz' }).end(),
    'redirects to "http://127.0.0.2/title.ratings.tsv.gz", which is not https of the same host',
  ],
  ['304 without a kept file', (_, response) => response.writeHead(304).end(), 'answered 304 although nothing was kept'],
  [
    'a cut body with Content-Length',
    (_, response) => {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 30), () => response.destroy());
    },
    ` of ${body.length} bytes (the connection was closed before the end`,
  ],
  [
    'a cut body in chunks',
    (_, response) => {
      response.writeHead(200);
      response.write(body.subarray(0, 30), () => response.destroy());
    },
    ' of unknown bytes (the connection was closed before the end',
  ],
  [
    'a cut body without Content-Length',
    (_, response) => {
      response.useChunkedEncodingByDefault = false;
      response.removeHeader('transfer-encoding');
      response.writeHead(200, { connection: 'close' });
      response.end(body.subarray(0, -4));
    },
    'the gzip file is cut off before its end',
  ],
  [
    'too large a Content-Length',
    (request, response) => {
      response.writeHead(200, { 'content-length': body.length + 10 });
      response.write(body, () => request.socket.end());
    },
    ` of ${body.length + 10} bytes (the connection was closed before the end`,
  ],
  [
    'too small a Content-Length',
    (_, response) => {
      response.strictContentLength = false;
      response.writeHead(200, { 'content-length': body.length - 4 });
      response.end(body);
    },
    'title.ratings.tsv.gz: ',
  ],
  ['a reset connection', (request) => request.socket.resetAndDestroy(), 'no answer from http://127.0.0.1'],
  ['a page with status 200', (_, response) => response.end('<html>Sorry'), 'begins with "<html>Sorry"'],
  ['an empty body', (_, response) => response.end(), 'the file is empty, expected a gzip file'],
  [
    'a content coding that is not the file itself',
    (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(body),
    'answered with the content coding br, expected the file as it is',
  ],
  [
    'gzip in gzip',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body)),
    'the file is compressed twice, gzip in gzip',
  ],
  [
    'text that the coding gzip was taken from',
    (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(tsv('title.ratings')),
    'expected a gzip file, but it begins with "tconst',
  ],
  [
    'a file without end',
    (_, response) => void response.writeHead(200, { 'content-length': 17 * 2 ** 30 }).write(body),
    'more than 16 GiB, which no file of IMDb has',
  ],
])('download fails on %s, names the file and asks for it alone in the next run', async (_what, handler, reason) => {
  origin.answer(RATINGS, handler);
  const message = await failure();
  expect(message).toMatch(/^title\.ratings\.tsv\.gz: /);
  expect(message).toContain(reason);
  expect(message).not.toMatch(/\n|title\.crew/);
  expect((await readdir(folder)).sort()).toEqual(ALL.filter((file) => file !== RATINGS).sort());
  origin.answer(RATINGS, undefined);
  origin.takeRequests();
  expect((await run()).size).toBe(7);
  const fetched = origin.takeRequests().filter(({ headers }) => headers['if-none-match'] === undefined);
  expect(fetched.map(({ file }) => file)).toEqual([RATINGS]);
});

test('download leaves the old file and its state where a new one is not whole', async () => {
  const before = await run();
  origin.answer(RATINGS, (_, response) => {
    response.writeHead(200, { etag: '"new"' });
    response.write(body.subarray(0, 20), () => response.destroy());
  });
  await failure();
  expect((await createDownloadState({ meta: metaFolder, downloads: folder }).read())['title.ratings']).toEqual(
    before.get('title.ratings'),
  );
  expect((await keptFiles({ folder, metaFolder, without: [] })).get('title.ratings')).toEqual(
    before.get('title.ratings'),
  );
  expect((await readdir(folder)).filter((file) => !file.includes('.part'))).toHaveLength(7);
});

/** Other bytes of the file, and the ETag of those that are kept. */
async function changedBehindItsEtag(): Promise<{ bytes: Buffer; etag: string; sha256: string }> {
  const etag = (await run()).get('title.ratings')?.etag ?? '';
  const bytes = gzipSync(tsv('title.ratings', [['tt0000001', '5.0', '3']]));
  await writeFile(join(files, RATINGS), bytes);
  origin.takeRequests();
  return { bytes, etag, sha256: createHash('sha256').update(bytes).digest('hex') };
}

test('download finds other bytes under the same ETag by their checksum', async () => {
  const { bytes, etag, sha256 } = await changedBehindItsEtag();
  origin.answer(RATINGS, (_, response) => response.writeHead(200, { etag }).end(bytes));
  expect((await run()).get('title.ratings')).toMatchObject({ etag, sha256, rows: 1 });
});

test('download finds the same bytes under another ETag by their checksum', async () => {
  const before = await run();
  const bytes = await readFile(join(files, RATINGS));
  origin.answer(RATINGS, (_, response) => response.writeHead(200, { etag: '"another"' }).end(bytes));
  const after = (await run()).get('title.ratings');
  expect(after).toMatchObject({ etag: '"another"', sha256: before.get('title.ratings')?.sha256 });
});

test('download asks for the bytes where a 304 names another ETag than that of the kept file', async () => {
  const { sha256 } = await changedBehindItsEtag();
  origin.answer(RATINGS, (_, response) => {
    origin.answer(RATINGS, undefined);
    response.writeHead(304, { etag: '"another"' }).end();
  });
  expect((await run()).get('title.ratings')).toMatchObject({ sha256, rows: 1 });
  const [first, second] = origin.takeRequests().filter(({ file }) => file === RATINGS);
  expect([first?.headers['if-none-match'], second?.headers['if-none-match']]).toEqual([expect.any(String), undefined]);
});

test('download takes a 304 with the ETag of the kept file, weak or strong, at its word', async () => {
  const before = await run();
  const etag = before.get('title.ratings')?.etag ?? '';
  origin.takeRequests();
  origin.answer(RATINGS, (_, response) => response.writeHead(304, { etag: `W/${etag}` }).end());
  expect((await run()).get('title.ratings')).toEqual(before.get('title.ratings'));
  expect(asked()).toHaveLength(7);
});

test('download believes no 304 for longer than a week', async () => {
  const { bytes, etag, sha256 } = await changedBehindItsEtag();
  origin.answer(RATINGS, ({ headers }, response) => {
    if (headers['if-none-match'] === undefined) response.writeHead(200, { etag }).end(bytes);
    else response.writeHead(304, { etag }).end();
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * DAY_MS });
  try {
    expect((await run()).get('title.ratings')?.sha256).not.toBe(sha256);
    vi.setSystemTime(Date.now() + 2 * DAY_MS);
    expect((await run()).get('title.ratings')?.sha256).toBe(sha256);
  } finally {
    vi.useRealTimers();
  }
});

test('download refuses the rest of another file under the same ETag by its checksum, and fetches it whole', async () => {
  const { etag } = await changedBehindItsEtag();
  const [old = Buffer.of(), bytes = Buffer.of()] = [7, 13].map((step) =>
    gzipSync(
      tsv(
        'title.ratings',
        Array.from({ length: 50 }, (_, at) => ['tt0000001', '5.0', String(at * step)]),
      ),
    ),
  );
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await rm(join(folder, RATINGS));
  let asks = 0;
  origin.answer(RATINGS, (request, response) => {
    asks += 1;
    const from = Number(/[0-9]+/.exec(request.headers.range ?? '')?.[0] ?? 0);
    if (asks === 1) {
      response.writeHead(200, { etag, 'content-length': old.length });
      const half = Math.floor(old.length / 2);
      response.write(old.subarray(0, half));
      // Not at once: the bytes must have arrived.
      void vi
        .waitFor(async () => expect((await stat(join(folder, `${RATINGS}.part`))).size).toBe(half), { interval: 5 })
        .finally(() => response.destroy());
    } else if (from > 0) {
      response.writeHead(206, { etag, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` });
      response.end(bytes.subarray(from));
    } else {
      response.writeHead(200, { etag }).end(bytes);
    }
  });
  const patience = { ...IMPATIENT, retries: 1 };
  expect(await failure({ patience })).toMatch(/^title\.ratings\.tsv\.gz: .*(damaged|cut off)/);
  expect((await run({ patience })).get('title.ratings')).toMatchObject({ sha256 });
  expect(asks).toBe(3);
});

test.each(['gzip', 'x-gzip', 'GZIP'])(
  'download takes the file that a mirror says is in the coding %s',
  async (coding) => {
    origin.answer(RATINGS, (_, response) => {
      response.writeHead(200, { 'content-encoding': coding, 'content-length': body.length, etag: '"a"' }).end(body);
    });
    expect((await run()).get('title.ratings')).toMatchObject({ rows: SMALL['title.ratings'].length, etag: '"a"' });
    expect((await readFile(join(folder, RATINGS))).equals(body)).toBe(true);
  },
);

/** A server whose first answer breaks off in the middle, and whose others are the rest: in the codings that are given. */
function breaksOff(first: Record<string, string>, rest: Record<string, string>): string[] {
  const ranges: string[] = [];
  const etag = '"a"';
  origin.answer(RATINGS, ({ headers }, response) => {
    ranges.push(headers.range ?? 'whole');
    const from = Number(/[0-9]+/.exec(headers.range ?? '')?.[0] ?? 0);
    if (from > 0) {
      const contentRange = `bytes ${from}-${body.length - 1}/${body.length}`;
      response.writeHead(206, { etag, 'content-range': contentRange, ...rest }).end(body.subarray(from));
    } else if (ranges.length > 1) {
      response.writeHead(200, { etag, 'content-length': body.length, ...rest }).end(body);
    } else {
      response.writeHead(200, { etag, 'content-length': body.length, ...first });
      response.write(body.subarray(0, 30));
      // Not at once: the bytes must have arrived.
      void vi
        .waitFor(async () => expect((await stat(join(folder, `${RATINGS}.part`))).size).toBe(30), { interval: 5 })
        .finally(() => response.destroy());
    }
  });
  return ranges;
}

test('download goes on in the same coding', async () => {
  const gzip = { 'content-encoding': 'gzip' };
  const ranges = breaksOff(gzip, gzip);
  await run({ patience: { ...IMPATIENT, retries: 1 } });
  expect(ranges).toEqual(['whole', 'bytes=30-']);
});

test.each<[Record<string, string>, Record<string, string>]>([
  [{ 'content-encoding': 'gzip' }, {}],
  [{}, { 'content-encoding': 'gzip' }],
])('download does not go on in another coding: %j and then %j', async (first, rest) => {
  const ranges = breaksOff(first, rest);
  expect((await run({ patience: { ...IMPATIENT, retries: 2 } })).size).toBe(7);
  expect(ranges).toEqual(['whole', 'bytes=30-', 'whole']);
});

test('download scans a file once more that an older program has found whole, and does not fetch it', async () => {
  await run();
  const statePath = join(metaFolder, 'downloads.json');
  const recorded = JSON.parse(await readFile(statePath, 'utf8')) as Record<string, Record<string, unknown>>;
  const padded = Buffer.concat([body, Buffer.alloc(100)]);
  await writeFile(join(folder, RATINGS), padded);
  const { mtimeMs } = await stat(join(folder, RATINGS));
  const { scanRules: _rules, ...older } = recorded['title.ratings'] ?? {};
  recorded['title.ratings'] = { ...older, bytes: padded.length, mtimeMs };
  await writeFile(statePath, JSON.stringify(recorded));
  origin.takeRequests();
  const odd = { gzipBytes: body.length, lines: { rows: 0, samples: [] } };
  expect((await keptFiles({ folder, metaFolder, without: [] })).get('title.ratings')).toMatchObject({ odd });
  expect((await run()).get('title.ratings')).toMatchObject({ odd });
  expect(origin.takeRequests().every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
});

test('download names every file that failed', async () => {
  for (const file of [RATINGS, 'name.basics.tsv.gz']) {
    origin.answer(file, (_, response) => response.writeHead(503).end());
  }
  const message = await failure();
  expect(message).toContain('title.ratings.tsv.gz: ');
  expect(message).toContain('; name.basics.tsv.gz: ');
});

test('download says once what all files failed for, and logs it once', async () => {
  for (const file of ALL) origin.answer(file, (_, response) => response.writeHead(503).end());
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const message = await failure({ log, concurrency: 1 });
  expect(message).toBe(
    `title.basics.tsv.gz: ${origin.url}/title.basics.tsv.gz answered 503 Service Unavailable, expected 200; likewise the other 6 files`,
  );
  expect(lines.filter(({ event }) => event === 'download failed')).toMatchObject([{ files: ALL, reason: message }]);
});

test('download says apart what some files failed for and what others', async () => {
  const [first = '', ...others] = ALL;
  origin.answer(first, (_, response) => response.writeHead(404).end());
  for (const file of others.slice(0, 4)) origin.answer(file, (_, response) => response.writeHead(403).end());
  expect(await failure({ concurrency: 1 })).toBe(
    [
      `title.basics.tsv.gz: ${origin.url}/title.basics.tsv.gz answered 404 Not Found, expected 200`,
      `title.akas.tsv.gz: ${origin.url}/title.akas.tsv.gz answered 403 Forbidden, expected 200`,
      'likewise title.crew.tsv.gz, title.episode.tsv.gz, title.principals.tsv.gz',
    ].join('; '),
  );
});

test('download says why nobody answers', async () => {
  const { url } = origin;
  const closed = await openOrigin(files);
  await closed.close();
  expect(await failure({ baseUrl: closed.url, concurrency: 1 })).toMatch(
    /^title\.basics\.tsv\.gz: no answer from .*ECONNREFUSED/,
  );
  expect(url).not.toBe(closed.url);
});

test('download takes the files of a folder where they are', async () => {
  const baseUrl = pathToFileURL(files).href;
  const whole = await run({ baseUrl });
  expect(whole.get('title.crew')).toMatchObject({ path: join(files, 'title.crew.tsv.gz'), etag: null });
  expect(await readdir(folder)).toEqual([]);
  expect(asked()).toEqual([]);
});

test('download reads a file of a folder again only when it was changed', async () => {
  const baseUrl = pathToFileURL(files).href;
  const before = await run({ baseUrl });
  await writeFile(join(files, RATINGS), gzipSync(tsv('title.ratings', [['tt0000002', '1.0', '5']])));
  const after = await run({ baseUrl });
  expect(after.get('title.ratings')?.rows).toBe(1);
  expect(after.get('title.crew')).toEqual(before.get('title.crew'));
});

test('download names every file that a folder lacks', async () => {
  await rm(join(files, RATINGS));
  await rm(join(files, 'title.akas.tsv.gz'));
  const message = await failure({ baseUrl: pathToFileURL(files).href });
  expect(message).toContain(`${join(files, RATINGS)}: no such file`);
  expect(message).toContain(`${join(files, 'title.akas.tsv.gz')}: no such file`);
});

test('download reads a folder with odd characters in its name', async () => {
  const odd = await writeSources(join(newFolder(), "it's 100% #1? ünï"));
  expect((await run({ baseUrl: pathToFileURL(odd).href })).size).toBe(7);
});

test('download ends at once when it is stopped and leaves no temporary file', async () => {
  const stop = new AbortController();
  origin.answer(RATINGS, (_, response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    response.write(body, () => setTimeout(() => stop.abort(new Error('enough')), 20));
  });
  const started = performance.now();
  expect(await failure({ signal: stop.signal })).toBe('enough');
  expect(performance.now() - started).toBeLessThan(5000);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  origin.takeRequests();
  expect(await failure({ signal: AbortSignal.abort(new Error('before')) })).toBe('before');
  expect(asked()).toEqual([]);
});

test('keptFiles names every file that is not there', async () => {
  const options = { folder, metaFolder, without: [] };
  await expect(keptFiles(options)).rejects.toThrow(
    /^title\.basics\.tsv\.gz, .*, name\.basics\.tsv\.gz: no whole file is kept: `npx marquee ingest` downloads it$/,
  );
  await run();
  await writeFile(join(folder, RATINGS), 'changed');
  await expect(keptFiles(options)).rejects.toThrow(
    `${RATINGS}: no whole file is kept: \`npx marquee ingest\` downloads it`,
  );
});

test('download removes a part that a killed run has left where the server says that nothing has changed', async () => {
  await run();
  asked();
  // Of another address, or killed before it was known of what it is a part.
  await writeFile(join(folder, `${RATINGS}.part`), 'half');
  await writeFile(join(folder, `${RATINGS}.part.json`), JSON.stringify({ url: 'http://mirror/', validator: '"x"' }));
  await writeFile(join(folder, `${ALL[0]}.part`), 'half');
  const statuses = await run();
  expect(statuses.size).toBe(7);
  expect((await readdir(folder)).sort()).toEqual([...ALL].sort());
});
