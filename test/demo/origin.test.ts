import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOrigin, type Origin } from '../../src/demo/origin.ts';

const BODY = Buffer.from(Array.from({ length: 5000 }, (_, nth) => nth % 251));
const ETAG = `"${createHash('md5').update(BODY).digest('hex')}"`;

let folder: string;
let origin: Origin;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marquee-origin-'));
  await writeFile(join(folder, 'title.ratings.tsv.gz'), BODY);
  await writeFile(join(folder, 'title.crew.tsv.gz'), BODY);
  await writeFile(join(folder, 'demo.json'), '{}');
  origin = await startOrigin({ folder });
  file = `${origin.url}/title.ratings.tsv.gz`;
});

afterAll(async () => {
  await origin.close();
  await rm(folder, { recursive: true, force: true });
});

test('startOrigin sends a file with its validators', async () => {
  const response = await fetch(file);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    etag: ETAG,
    'content-length': '5000',
    'accept-ranges': 'bytes',
    'content-type': 'binary/octet-stream',
  });
  expect(response.headers.has('content-encoding')).toBe(false);
  expect(Date.parse(response.headers.get('last-modified') ?? '')).toBeGreaterThan(0);
  expect(Buffer.from(await response.arrayBuffer()).equals(BODY)).toBe(true);
});

test('startOrigin answers HEAD without a body', async () => {
  const response = await fetch(file, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length'), response.headers.get('etag')]).toEqual([
    200,
    '5000',
    ETAG,
  ]);
  expect(await response.text()).toBe('');
});

test('startOrigin answers 304 to what has not changed', async () => {
  const lastModified = (await fetch(file, { method: 'HEAD' })).headers.get('last-modified') ?? '';
  const requests: Record<string, string>[] = [
    { 'If-None-Match': ETAG },
    { 'If-Modified-Since': lastModified },
    { 'If-None-Match': '"other"' },
  ];
  const responses = await Promise.all(requests.map((headers) => fetch(file, { headers })));
  expect(responses.map(({ status }) => status)).toEqual([304, 304, 200]);
  expect(responses[0]?.headers.get('etag')).toBe(ETAG);
  await Promise.all(responses.map((response) => response.arrayBuffer()));
});

test('startOrigin sends the rest of a file while it is the same', async () => {
  const same = await fetch(file, { headers: { Range: 'bytes=4000-', 'If-Range': ETAG } });
  expect([same.status, same.headers.get('content-range')]).toEqual([206, 'bytes 4000-4999/5000']);
  expect(Buffer.from(await same.arrayBuffer()).equals(BODY.subarray(4000))).toBe(true);
  const changed = await fetch(file, { headers: { Range: 'bytes=4000-', 'If-Range': '"old"' } });
  expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, 5000]);
});

test('startOrigin answers 416 to a range behind the end', async () => {
  const response = await fetch(file, { headers: { Range: 'bytes=9000-' } });
  expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */5000']);
  await response.arrayBuffer();
});

test('startOrigin answers 404 to anything but the seven files', async () => {
  const paths = ['/', '/demo.json', '/name.basics.tsv.gz', '/../title.ratings.tsv.gz.', '/%2e%2e/etc/passwd'];
  const responses = await Promise.all(paths.map((path) => fetch(origin.url + path)));
  expect(responses.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect((await fetch(file, { method: 'POST' })).status).toBe(405);
});

test('startOrigin gives a new ETag to a file that was replaced', async () => {
  const url = `${origin.url}/title.crew.tsv.gz`;
  expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(ETAG);
  await writeFile(join(folder, 'title.crew.tsv.gz'), 'other');
  const response = await fetch(url, { headers: { 'If-None-Match': ETAG } });
  expect([response.status, await response.text()]).toEqual([200, 'other']);
});

test('close of startOrigin ends idle connections and may be called twice', async () => {
  const other = await startOrigin({ folder });
  await (await fetch(`${other.url}/title.ratings.tsv.gz`)).arrayBuffer();
  await other.close();
  await other.close();
  await expect(fetch(`${other.url}/title.ratings.tsv.gz`)).rejects.toThrow(TypeError);
});
