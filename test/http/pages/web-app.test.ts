import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import type { GatewayOptions } from '../../../src/http/gateway.ts';
import { WEB_FOLDER } from '../../../src/service/web-app.ts';
import { newFolder } from '../../support/folders.ts';
import { rawRequest } from '../raw-request.ts';
import type { RawAnswer } from '../raw-request.ts';
import { createHarness } from '../support.ts';

const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
/** Most bytes of compressed JavaScript: of the first page, and of the whole app. */
const MOST_FIRST = 60_000;
const MOST_ALL = 120_000;

async function open(options: Partial<GatewayOptions> = { webFolder: WEB_FOLDER }) {
  const { start, lines } = createHarness(options);
  const server = await start();
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> =>
    rawRequest(server.url + path, { headers, method });
  return { get, lines };
}

async function ownBundle(): Promise<string> {
  const folder = newFolder('web');
  await cp(WEB_FOLDER, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

async function assets(extension: string): Promise<string[]> {
  return (await readdir(join(WEB_FOLDER, 'assets'))).filter((name) => name.endsWith(extension));
}

test('the web app is a small page with strict headers, no inline script, and no other host', async () => {
  const { get } = await open();
  const page = await get('/', PAGE);
  expect(page.status).toBe(200);
  expect(page.bytes.length).toBeLessThan(3000);
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  });
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).not.toMatch(/unsafe|https?:|data:|blob:/);
  expect(page.text).not.toMatch(/<script>|<style|style=| on\w+=|https?:\/\//);
});

/** Where pictures may come from. */
function policyOf({ headers }: RawAnswer): string | undefined {
  return /img-src ([^;]*);/.exec(String(headers['content-security-policy']))?.[1];
}

test('the content policy of pages has the host of the pictures, as it is now, and the ETag tells', async () => {
  let host: string | undefined;
  const { get } = await open({ webFolder: WEB_FOLDER, pictures: () => host });
  const without = await get('/title/tt0111161', PAGE);
  expect(policyOf(without)).toBe("'self'");
  host = 'https://pictures.example';
  const known = { ...PAGE, 'if-none-match': without.headers.etag ?? '' };
  const withHost = await get('/title/tt0111161', known);
  expect([withHost.status, policyOf(withHost)]).toEqual([200, "'self' https://pictures.example"]);
  expect((await get('/assets/none.js', PAGE)).status).toBe(404);
  expect(policyOf(await get('/icon.svg'))).toBe("'self'");
  host = undefined;
  expect([(await get('/title/tt0111161', known)).status, policyOf(await get('/', PAGE))]).toEqual([304, "'self'"]);
});

test.for([
  ['/', './', 200],
  ['/search', './', 200],
  ['/search?q=a/b', './', 200],
  ['/search/', '../', 200],
  ['/title/tt0111161', '../', 200],
  ['/title/tt0111161/', '../../', 200],
  ['/person/nm0000001', '../', 200],
  ['/genre/drama', '../', 200],
  ['/year/1994', '../', 200],
  ['/chart/top-rated-movies', '../', 200],
  ['/career/director', '../', 200],
  ['/path', './', 200],
  ['/compare', './', 200],
  ['/dataset', './', 200],
  ['/admin', './', 200],
  ['/admin/', '../', 200],
  ['/admin/runs', '../', 404],
  ['/title', './', 404],
  ['/title/a/b', '../../', 404],
  ['/nowhere', './', 404],
  ['/graphqlx', './', 404],
  ['/a/b/c/d', '../../../', 404],
] as const)('the page at %s has the base %s and the status %d', async ([path, base, status]) => {
  const { get } = await open();
  const page = await get(path, PAGE);
  expect([page.status, /<base href="([^"]*)"/.exec(page.text)?.[1]]).toEqual([status, base]);
  expect(new URL(base, `http://test/films${path}`).pathname).toBe('/films/');
});

test('the page for administration alone is left out by search engines', async () => {
  const { get } = await open();
  expect((await get('/admin', PAGE)).headers['x-robots-tag']).toBe('noindex');
  expect((await get('/dataset', PAGE)).headers).not.toHaveProperty('x-robots-tag');
});

test('pages of the web app are for those who ask for HTML; others get what there was before', async () => {
  const { get } = await open();
  for (const accept of ['application/json', '*/*', 'application/graphql-response+json']) {
    const answer = await get('/title/tt0111161', { accept });
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  }
  expect((await get('/')).status).toBe(404);
  expect((await get('/livez', PAGE)).text).toBe('{"status":"alive"}');
  expect((await get('/graphql?query={hello}')).text).toContain('hello');
  expect((await get('/graphql', PAGE)).text).toContain('graphql/assets/graphiql-');
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await get('/title/tt0111161', PAGE, method);
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  }
});

test('a page of the web app has an ETag by encoding and depth, 304 for who has it, and an empty answer to HEAD', async () => {
  const { get } = await open();
  const tags = new Set<unknown>();
  for (const encoding of ['gzip', 'br', 'identity'])
    for (const path of ['/', '/title/tt0111161']) {
      const headers = { ...PAGE, 'accept-encoding': encoding };
      const page = await get(path, headers);
      tags.add(page.headers.etag);
      const known = await get(path, { ...headers, 'if-none-match': page.headers.etag ?? '' });
      expect([known.status, known.headers.etag, known.bytes.length]).toEqual([304, page.headers.etag, 0]);
      const head = await get(path, headers, 'HEAD');
      expect([head.status, head.headers.etag, head.bytes.length]).toEqual([200, page.headers.etag, 0]);
    }
  expect(tags.size).toBe(6);
  const { headers } = await get('/nowhere', PAGE);
  expect((await get('/nowhere', { ...PAGE, 'if-none-match': headers.etag ?? '' })).status).toBe(404);
});

test('files of the web app come in every encoding, those with a hash forever', async () => {
  const { get } = await open();
  const names = (await Promise.all(['.js', '.css'].map(assets))).flat();
  expect(names.length).toBeGreaterThan(2);
  const rest = (await readdir(WEB_FOLDER)).filter((name) => /\.(svg|png|webmanifest|js)$/.test(name));
  for (const name of [...names.map((one) => `assets/${one}`), ...rest]) {
    const content = await readFile(join(WEB_FOLDER, name));
    const tags = new Set<unknown>();
    for (const [accepted, encoding] of [
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ]) {
      const answer = await get(`/${name}`, { 'accept-encoding': accepted ?? '' });
      expect(answer.status, name).toBe(200);
      expect(answer.headers).toMatchObject({
        'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'content-length': String(answer.bytes.length),
        'x-content-type-options': 'nosniff',
        vary: 'Accept-Encoding',
      });
      expect(answer.headers['content-type']).toMatch(
        /^(text\/(javascript|css); charset=utf-8|image\/(svg\+xml|png)|application\/manifest\+json)$/,
      );
      expect(answer.headers['content-encoding']).toBe(encoding);
      if (!name.endsWith('.png')) expect(answer.text).toBe(content.toString());
      tags.add(answer.headers.etag);
      const known = await get(`/${name}`, {
        'accept-encoding': accepted ?? '',
        'if-none-match': answer.headers.etag ?? '',
      });
      expect([known.status, known.bytes.length]).toEqual([304, 0]);
    }
    expect(tags.size).toBe(3);
  }
});

test.for([
  '/assets/../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/index.html',
  '/assets/..\\index.html',
  '/assets//etc/passwd',
  '/assets/main.js',
  '/assets/.',
  '/index.html',
  '/service-worker.js.gz',
  '//etc/passwd',
])('the web app has no file at %s', async (path) => {
  const { get } = await open();
  const answer = await get(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  const page = await get(path, PAGE);
  expect(page.status).toBe(404);
  expect(page.text).not.toContain('devDependencies');
});

test('without a bundle browsers get GraphiQL at / and a sentence elsewhere, and the app once it is there', async () => {
  const bundle = await ownBundle();
  const webFolder = join(newFolder('none'), 'web');
  const { get, lines } = await open({ webFolder });
  const root = await get('/', PAGE);
  expect([root.status, root.headers.location]).toEqual([302, 'graphql']);
  const page = await get('/title/tt0111161', PAGE);
  expect(page.status).toBe(404);
  expect(JSON.parse(page.text)).toMatchObject({ errors: [{ message: expect.stringContaining('npm run web:build') }] });
  expect((await get('/assets/main.js')).status).toBe(404);
  await rename(bundle, webFolder);
  expect((await get('/', PAGE)).status).toBe(200);
  expect(lines.filter(({ event }) => event === 'web app unreadable')).toEqual([]);
});

test('a new bundle is served as soon as it is in place, and the old one while there is none or it cannot be read', async () => {
  const webFolder = await ownBundle();
  const { get, lines } = await open({ webFolder });
  const before = await get('/', PAGE);
  await rename(webFolder, `${webFolder}-old`);
  expect((await get('/', PAGE)).text).toBe(before.text);
  await rename(`${webFolder}-old`, webFolder);
  const page = join(webFolder, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('<title>marquee', '<title>next'));
  await utimes(page, new Date(), new Date(Date.now() + 5000));
  const after = await get('/', PAGE);
  expect(after.text).toContain('<title>next');
  expect(after.headers.etag).not.toBe(before.headers.etag);
  await rm(page);
  await cp(join(webFolder, 'assets'), page, { recursive: true });
  expect((await get('/', PAGE)).text).toBe(after.text);
  expect(lines.filter(({ event }) => event === 'web app unreadable').length).toBeGreaterThan(0);
});

test('without the web app browsers get GraphiQL at /, and nothing else is a page', async () => {
  const { get } = await open({});
  expect((await get('/', PAGE)).headers.location).toBe('graphql');
  expect((await get('/title/tt0111161', PAGE)).headers['content-type']).toBe('application/json; charset=utf-8');
  expect((await get('/icon.svg')).status).toBe(404);
});

/** Bytes of scripts in gzip. */
async function sum(names: Iterable<string>): Promise<number> {
  let total = 0;
  for (const name of names) total += gzipSync(await readFile(join(WEB_FOLDER, 'assets', name)), { level: 9 }).length;
  return total;
}

/** The files that a script needs before it runs. */
async function withImports(name: string, known = new Set<string>()): Promise<Set<string>> {
  if (known.has(name)) return known;
  known.add(name);
  const text = await readFile(join(WEB_FOLDER, 'assets', name), 'utf8');
  // Those of `import(…)` are fetched later.
  for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    await withImports(imported, known);
  return known;
}

test('the web app is small: at most 60 kB of JavaScript for the first page, and 120 kB in all', async () => {
  const html = await readFile(join(WEB_FOLDER, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
  expect(scripts.length).toBeGreaterThan(0);
  const first = new Set<string>();
  for (const name of scripts) await withImports(name, first);
  expect(await sum(first)).toBeLessThanOrEqual(MOST_FIRST);
  expect(await sum(await assets('.js'))).toBeLessThanOrEqual(MOST_ALL);
  expect(existsSync(join(WEB_FOLDER, 'service-worker.js'))).toBe(true);
});
