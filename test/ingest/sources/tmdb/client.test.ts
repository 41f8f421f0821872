import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { createHttpRequest } from '../../../../src/ingest/sources/http/http-request.ts';
import { createPace } from '../../../../src/ingest/sources/tmdb/client/pace.ts';
import { createTmdbClient } from '../../../../src/ingest/sources/tmdb/client/tmdb-client.ts';
import type { TmdbClient, TmdbClientOptions } from '../../../../src/ingest/sources/tmdb/client/tmdb-client.ts';
import { BudgetSpent, ThingFailed, TmdbUnavailable } from '../../../../src/ingest/sources/tmdb/client/tmdb-errors.ts';

const TOKEN = 'a-token-that-nobody-may-read';

type Answer = (path: string, response: ServerResponse, request: IncomingMessage) => void;

test('get reads JSON over connections that are kept, with the token in its header alone', async () => {
  const connections = new Set<unknown>();
  const seen: (string | undefined)[] = [];
  const { client } = await open((path, response, request) => {
    connections.add(request.socket);
    seen.push(request.headers.authorization);
    expect(path).not.toContain(TOKEN);
    response.end('{"id":1}');
  });
  for (let time = 0; time < 5; time += 1) {
    expect(await client.get('/movie/1')).toEqual({ status: 'answered', text: '{"id":1}', body: { id: 1 } });
  }
  expect(connections.size).toBe(1);
  expect(new Set(seen)).toEqual(new Set([`Bearer ${TOKEN}`]));
});

test.each([
  ['a 429', (response: ServerResponse) => response.writeHead(429, { 'retry-after': '1' }).end('{"status_code":25}')],
  [
    'the code 25',
    (response: ServerResponse) => response.writeHead(200, { 'retry-after': '1' }).end('{"status_code":25}'),
  ],
])('all workers wait together where %s asks to', async (_, refuse) => {
  let refused = 0;
  const times: number[] = [];
  const { client } = await open((_path, response) => {
    times.push(performance.now());
    if (refused > 0) return void response.end('{}');
    refused = performance.now();
    refuse(response);
  });
  await client.get('/movie/1');
  await Promise.all([2, 3, 4, 5].map((id) => client.get(`/movie/${id}`)));
  // The first is the one that was refused.
  expect(times.slice(1).every((time) => time - refused > 950)).toBe(true);
  expect(client.throttled()).toBe(1);
});

test('a turn that was taken before a pause begins after it', async () => {
  const pace = createPace(20);
  const { signal } = new AbortController();
  const begun = performance.now();
  const turns = [1, 2, 3].map(() => pace.turn(signal).then(() => performance.now() - begun));
  await turns[0];
  pace.pause(300);
  const [, second = 0, third = 0] = await Promise.all(turns);
  expect(second).toBeGreaterThan(290);
  expect(third - second).toBeGreaterThan(40);
});

test('a pace keeps its rate', async () => {
  const pace = createPace(200);
  const { signal } = new AbortController();
  const begun = performance.now();
  for (let turn = 0; turn < 60; turn += 1) await pace.turn(signal);
  expect(performance.now() - begun).toBeGreaterThan(59 * 5 - 10);
});

test('errors of the server and cut connections are tried again', async () => {
  const ends: Answer[] = [
    (_, response) => response.writeHead(502).end('<html>'),
    (_, response) => void response.destroy(),
    (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy()),
    (_, response) => response.writeHead(503).end('{"status_code":9,"status_message":"Service offline"}'),
    (_, response) => response.end('{"id":1}'),
  ];
  const { client } = await open((path, response, request) => ends.shift()?.(path, response, request));
  expect(await client.get('/movie/1')).toMatchObject({ status: 'answered' });
  expect(client.requests()).toBe(5);
});

test('what fails while all else is answered has failed; where nothing is answered TMDB is not there', async () => {
  let isDown = false;
  const { client } = await open((path, response) => {
    if (isDown || path === '/3/movie/13')
      response.writeHead(500).end('{"status_code":11,"status_message":"Internal error"}');
    else response.end('{}');
  });
  await expect(client.get('/movie/13')).rejects.toThrow(
    new ThingFailed('/3/movie/13 answered 500 Internal Server Error: "Internal error"'),
  );
  expect(client.requests()).toBe(8 + 1);
  isDown = true;
  await expect(client.get('/movie/14')).rejects.toThrow(/^TMDB does not answer: \/3\/configuration answered 500/);
});

test('a host that is not there is said once, with the reason', async () => {
  const { client, url, close } = await open(() => undefined);
  await close();
  await expect(client.check()).rejects.toThrow(TmdbUnavailable);
  await expect(client.check()).rejects.toThrow(
    `TMDB does not answer: no whole answer from ${url}: connect ECONNREFUSED ${url.slice('http://'.length)}`,
  );
});

test('a token that is refused ends it at once, and is in no message', async () => {
  const { client } = await open((_, response) =>
    response.writeHead(401).end(JSON.stringify({ status_code: 7, status_message: `Invalid API key ${TOKEN}` })),
  );
  const problem = await client.get('/movie/1').catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(TmdbUnavailable);
  expect((problem as Error).message).toBe(
    'TMDB refuses TMDB_TOKEN: /3/movie/1 answered 401 Unauthorized: "Invalid API key ***"',
  );
  expect(client.requests()).toBe(1);
  const key = await open((_, response) => response.writeHead(401).end('{}'), { token: '0123456789abcdef'.repeat(2) });
  await expect(key.client.get('/movie/1')).rejects.toThrow(/the longer API read access token beside it is wanted$/);
});

test('a 404 is one of a thing only in the words of TMDB', async () => {
  const { client } = await open((path, response) => {
    if (path === '/3/configuration') response.end('{}');
    else response.writeHead(404).end(path === '/3/movie/1' ? '{"status_code":34,"success":false}' : '<html>Not here');
  });
  expect(await client.get('/movie/1')).toEqual({ status: 'missing' });
  await expect(client.get('/movie/2')).rejects.toThrow(
    '/3/movie/2 answered 404 Not Found: "<html>Not here", expected 200',
  );
});

test('an address that is not that of the API is said at the check', async () => {
  const { client } = await open((_, response) => response.writeHead(404).end('<html>'));
  await expect(client.check()).rejects.toThrow(/^TMDB does not answer: .* answered 404/);
});

test('redirects lead to other things of the API, and nowhere else', async () => {
  const { client, url } = await open((path, response) => {
    const to = path === '/3/movie/1' ? '/3/movie/2?a=b' : 'http://elsewhere.example/3/movie/2';
    response.writeHead(301, { location: to }).end();
  });
  expect(await client.get('/movie/1')).toEqual({ status: 'moved', path: '/movie/2?a=b' });
  await expect(client.get('/movie/3')).rejects.toThrow('answered 301 Moved Permanently, expected 200');
  expect(url).toBeDefined();
});

test.each([
  ['text', 'hello'],
  ['nothing', ''],
  ['half a body', '{"id":'],
])('%s is no answer', async (_, body) => {
  const { client } = await open((_path, response) => response.end(body));
  await expect(client.get('/movie/1')).rejects.toThrow(/which is not JSON$/);
});

test('no request is sent beyond those that are allowed', async () => {
  let asked = 0;
  const { client } = await open(
    (_, response) => {
      asked += 1;
      response.end('{}');
    },
    { mostRequests: 3 },
  );
  const ends = await Promise.allSettled([1, 2, 3, 4, 5].map((id) => client.get(`/movie/${id}`)));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(ends[4]).toMatchObject({ reason: expect.any(BudgetSpent) as unknown });
  expect(asked).toBe(3);
});

test('a wait longer than a run may take ends it', async () => {
  const { client } = await open((_, response) => response.writeHead(429, { 'retry-after': '3600' }).end('{}'));
  await expect(client.get('/movie/1')).rejects.toThrow(/and asks to wait 60 minutes$/);
  expect(client.requests()).toBe(1);
});

async function open(
  answer: Answer,
  options: Partial<TmdbClientOptions> = {},
): Promise<{ client: TmdbClient; url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => answer(request.url ?? '', response, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  const client = createTmdbClient({
    request: createHttpRequest({ keptConnections: 4 }),
    baseUrl: `${url}/3`,
    token: TOKEN,
    pace: createPace(1000),
    signal: new AbortController().signal,
    backoffMs: 1,
    ...options,
  });
  return { client, url, close };
}
