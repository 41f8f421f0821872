import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import type { GatewayOptions } from '../../../src/http/gateway.ts';
import { createGraphiql } from '../../../src/http/pages/graphiql.ts';
import { makeGraphiqlAssets } from '../../../src/http/pages/graphiql-assets.ts';
import { rawRequest } from '../raw-request.ts';
import type { RawAnswer } from '../raw-request.ts';
import { createHarness } from '../support.ts';

const PAGE = { accept: 'text/html,*/*;q=0.8' };

async function open(options: Partial<GatewayOptions> = {}) {
  const { start, lines } = createHarness(options);
  const server = await start();
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> =>
    rawRequest(server.url + path, { headers, method });
  return { get, lines };
}

/** What the page refers to, as it stands there. */
function linksOf({ text }: RawAnswer): string[] {
  return [...text.matchAll(/(?:src|href)="([^"]*)"|"(graphql\/assets\/[^"]*)"/g)].map(
    ([, tag, worker]) => tag ?? worker ?? '',
  );
}

test('GraphiQL is a small page with strict headers and relative links', async () => {
  const { get } = await open();
  const page = await get('/graphql', PAGE);
  expect(page.status).toBe(200);
  expect(page.bytes.length).toBeLessThan(3000);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).not.toMatch(/unsafe-eval|blob:|https?:/);
  const links = new Set(linksOf(page));
  expect(links.size).toBe(7);
  for (const link of links) expect(link).toMatch(/^graphql\/assets\/[\w-]+-[\da-f]{16}\.(js|css|ico)$/);
  expect(page.text).not.toMatch(/<script>|<style>| on\w+=/);
});

test('GraphiQL has immutable assets, in every encoding a client accepts', async () => {
  const { get } = await open();
  for (const link of linksOf(await get('/graphql', PAGE))) {
    const plain = await get(`/${link}`);
    const hash = createHash('sha256').update(plain.bytes).digest('hex').slice(0, 16);
    expect(link).toContain(`-${hash}.`);
    const tags = new Set([plain.headers.etag]);
    for (const [accepted, encoding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0', undefined],
      ['identity;q=0, gzip;q=0.1', 'gzip'],
    ]) {
      const answer = await get(`/${link}`, { 'accept-encoding': accepted ?? '' });
      expect(answer.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringMatching(/^(text\/(javascript|css); charset=utf-8|image\/x-icon)$/),
        'content-length': String(answer.bytes.length),
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
      });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.text).toBe(plain.text);
      tags.add(answer.headers.etag);
      const known = await get(`/${link}`, {
        'accept-encoding': accepted ?? '',
        'if-none-match': answer.headers.etag ?? '',
      });
      expect([known.status, known.bytes.length]).toEqual([304, 0]);
    }
    expect(tags.size).toBe(3);
    const head = await get(`/${link}`, { 'accept-encoding': 'gzip' }, 'HEAD');
    expect([head.status, head.headers['content-encoding'], head.bytes.length]).toEqual([200, 'gzip', 0]);
  }
  for (const path of ['/graphql/assets/', '/graphql/assets/graphiql-0000000000000000.js', '/graphql/assets/../x']) {
    expect((await get(path)).status).toBe(404);
  }
});

test('GraphiQL has an ETag for each encoding of its page, and 304 for a client that has it', async () => {
  const { get } = await open({ examples: [{ title: 'A long one', query: `{ hello } # ${'x'.repeat(500)}` }] });
  const page = await get('/graphql', { ...PAGE, 'accept-encoding': 'gzip' });
  expect(page.headers['content-encoding']).toBe('gzip');
  expect(page.headers.etag).toMatch(/^"[\w-]{27}-gzip"$/);
  const plain = await get('/graphql', { ...PAGE, 'accept-encoding': 'gzip;q=0' });
  expect([plain.headers['content-encoding'], plain.text]).toEqual([undefined, page.text]);
  const headers = { ...PAGE, 'accept-encoding': 'gzip', 'if-none-match': page.headers.etag ?? '' };
  const known = await get('/graphql', headers);
  expect([known.status, known.headers.etag, known.bytes.length]).toEqual([304, page.headers.etag, 0]);
  const { get: getOther } = await open({ examples: [{ title: 'One', query: '{ hello }' }] });
  expect((await getOther('/graphql', headers)).status).toBe(200);
});

test('GraphiQL is made in another thread: the first visit barely blocks this one', async () => {
  const { get } = await open();
  await get('/livez');
  const before = process.threadCpuUsage();
  const links = linksOf(await get('/graphql', { ...PAGE, 'accept-encoding': 'br' }));
  for (const link of links) await get(`/${link}`, { 'accept-encoding': 'identity;q=0, br' }, 'HEAD');
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(100);
});

test('GraphiQL redirects from the path with a slash to the page, and keeps the query string', async () => {
  const { get } = await open();
  const { status, headers } = await get('/graphql/?query={hello}&variables={}', PAGE);
  expect(status).toBe(302);
  expect(new URL(headers.location ?? '', 'http://test/imdb/graphql/').href).toBe(
    'http://test/imdb/graphql?query={hello}&variables={}',
  );
  expect((await get('/graphql/?query={hello}')).status).toBe(200);
});

test('GraphiQL has neither page nor assets if it is off', async () => {
  const { get } = await open({ graphiql: false });
  const { assets } = await createGraphiql({ examples: [], folder: '' })();
  for (const name of assets.keys()) expect((await get(`/graphql/assets/${name}`)).status).toBe(404);
  expect((await get('/graphql/', PAGE)).status).toBe(400);
});

test('GraphiQL escapes examples that would close their script element', async () => {
  const { get } = await open({ examples: [{ title: '</script><script>alert(1)', query: '{ a(b: "<!--") }' }] });
  const { text } = await get('/graphql', PAGE);
  const [, options = ''] = /<script id="options" type="application\/json">(.*)<\/script>/.exec(text) ?? [];
  expect(options).not.toContain('<');
  expect(JSON.parse(options)).toMatchObject({
    defaultTabs: [{ query: '# </script><script>alert(1)\n{ a(b: "<!--") }\n' }],
  });
});

test('createGraphiql makes the assets once for concurrent requests, and again after a failure', async () => {
  let times = 0;
  const graphiql = createGraphiql({
    examples: [],
    folder: 'x',
    make: async () => {
      times += 1;
      if (times === 1) throw new Error('no memory');
      return makeGraphiqlAssets();
    },
  });
  expect((await Promise.allSettled([graphiql(), graphiql()])).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ]);
  const [one, other] = await Promise.all([graphiql(), graphiql()]);
  expect(one).toBe(other);
  expect(times).toBe(2);
});
