import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';

import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { createHttpRequest } from '../../../src/ingest/sources/http/http-request.ts';
import { newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { openProxy } from '../../support/proxy.ts';
import type { ProxyOptions, TestProxy } from '../../support/proxy.ts';
import { runMarquee } from '../../support/run-marquee.ts';
import { startServing } from '../../support/serving.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../../support/tls.ts';

const FILES = SOURCES.map(({ name }) => sourceFile(name)).sort();
const AUTH = { user: 'us@er', password: 'p:ss/word' };

let files: string;
let certificate: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
  certificate = join(newFolder(), 'certificate.pem');
  await writeFile(certificate, TEST_CERTIFICATE);
});

async function proxyOf(options?: ProxyOptions): Promise<TestProxy> {
  const proxy = await openProxy(options);
  onTestFinished(() => proxy.close());
  return proxy;
}

/** Publishes the files, and says what headers it was sent: at a name that only the proxy knows, and at 127.0.0.1. */
async function origin({ secure = false } = {}) {
  const seen: IncomingHttpHeaders[] = [];
  const listener: RequestListener = ({ url, headers }, response) => {
    seen.push(headers);
    response.end(readFileSync(join(files, url ?? '')));
  };
  const server = secure
    ? createSecureServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, listener)
    : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const scheme = secure ? 'https' : 'http';
  return { seen, named: `${scheme}://datasets.test:${port}`, near: `${scheme}://127.0.0.1:${port}`, port };
}

/** `marquee ingest --only download` with these settings. */
function download(settings: Record<string, string>) {
  return runMarquee(['ingest', '--only', 'download'], {
    dataFolder: newFolder(),
    settings: { DOWNLOAD_RETRIES: '0', NODE_EXTRA_CA_CERTS: certificate, ...settings },
  });
}

test.each(['HTTP_PROXY', 'http_proxy'])('a download obeys %s, and gives it its user and password', async (name) => {
  const proxy = await proxyOf({ auth: AUTH });
  const { named, seen } = await origin();
  const { code, stderr } = await download({ IMDB_BASE_URL: named, [name]: proxy.url });
  expect([code, stderr]).toEqual([0, 'done: 7 files are whole\n']);
  expect(proxy.takeRequests().sort()).toEqual(FILES.map((file) => `${named}/${file}`));
  expect(seen.map((headers) => [headers['user-agent'], headers['proxy-authorization']])).toEqual(
    FILES.map(() => ['marquee', undefined]),
  );
});

test.each(['HTTPS_PROXY', 'https_proxy'])('a download of https goes through a tunnel of %s', async (name) => {
  const proxy = await proxyOf({ auth: AUTH });
  const { named, seen, port } = await origin({ secure: true });
  const { code, stderr } = await download({ IMDB_BASE_URL: named, [name]: proxy.url });
  expect([code, stderr]).toEqual([0, 'done: 7 files are whole\n']);
  expect(proxy.takeRequests()).toEqual(FILES.map(() => `CONNECT datasets.test:${port}`));
  expect(seen.every((headers) => headers['proxy-authorization'] === undefined)).toBe(true);
});

test('a download takes a proxy that is named without its scheme', async () => {
  const proxy = await proxyOf();
  const { named } = await origin();
  const { code } = await download({ IMDB_BASE_URL: named, HTTP_PROXY: proxy.url.replace('http://', '') });
  expect([code, proxy.takeRequests().length]).toEqual([0, 7]);
});

test.each([
  ['NO_PROXY', '127.0.0.1'],
  ['no_proxy', 'example.org, 127.0.0.1'],
  ['NO_PROXY', '127.0.0.1:PORT'],
  ['NO_PROXY', '*'],
])('a download asks hosts of %s=%s itself', async (name, hosts) => {
  const proxy = await proxyOf();
  const { near, port } = await origin();
  const none = { [name]: hosts.replace('PORT', String(port)) };
  const { code } = await download({ IMDB_BASE_URL: near, HTTP_PROXY: proxy.url, ...none });
  expect([code, proxy.takeRequests()]).toEqual([0, []]);
});

test('a download asks other hosts than those of NO_PROXY by way of the proxy, and https without one of its own', async () => {
  const proxy = await proxyOf();
  const plain = await origin();
  const settings = { IMDB_BASE_URL: plain.near, HTTP_PROXY: proxy.url, NO_PROXY: 'datasets.test,127.0.0.1:1' };
  expect([(await download(settings)).code, proxy.takeRequests().length]).toEqual([0, 7]);
  const secure = await origin({ secure: true });
  expect((await download({ IMDB_BASE_URL: secure.near, HTTP_PROXY: proxy.url })).code).toBe(0);
  expect(proxy.takeRequests()).toEqual([]);
});

test.each([false, true])(
  'a download says that a proxy wants another password, and not which, https: %j',
  async (secure) => {
    const { url } = await proxyOf({ auth: AUTH });
    const wrong = url.replace(/:[^:@]*@/, ':hush@');
    const { named } = await origin({ secure });
    const settings = { IMDB_BASE_URL: named, [secure ? 'HTTPS_PROXY' : 'HTTP_PROXY']: wrong, LOG_LEVEL: 'info' };
    const { code, stderr, stdout } = await download(settings);
    expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('407 Proxy Authentication Required')]);
    expect(`${stdout}${stderr}`).not.toMatch(/hush|us%40er|us@er/);
  },
);

test('a request ends at its signal while a proxy opens no tunnel', async () => {
  const proxy = await proxyOf({ silent: true });
  const request = createHttpRequest({ proxies: { HTTPS_PROXY: proxy.url } });
  const started = performance.now();
  const signal = AbortSignal.timeout(200);
  await expect(request(new URL('https://datasets.test/'), { headers: new Headers(), signal })).rejects.toThrow(
    /timeout/,
  );
  expect(performance.now() - started).toBeLessThan(5000);
  expect(proxy.takeRequests()).toEqual(['CONNECT datasets.test:443']);
});

test('a download says of itself what DOWNLOAD_USER_AGENT says', async () => {
  const { near, seen } = await origin();
  expect((await download({ IMDB_BASE_URL: near, DOWNLOAD_USER_AGENT: 'films (ann@example.org)' })).code).toBe(0);
  expect(seen.map((headers) => headers['user-agent'])).toEqual(FILES.map(() => 'films (ann@example.org)'));
});

test('the webhook obeys the proxies', async () => {
  const proxy = await proxyOf({ auth: AUTH });
  const heard: { agent: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      heard.push({ agent: request.headers['user-agent'], body });
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const serving = await startServing({
    DATA_DIR: newFolder(),
    SCHEDULE: 'off',
    IMDB_BASE_URL: `file://${newFolder()}`,
    HTTP_PROXY: proxy.url,
    WEBHOOK_URL: `http://hooks.test:${port}/hush`,
    DOWNLOAD_USER_AGENT: 'films',
  });
  onTestFinished(() => void serving.stop());
  expect(await serving.nightly.ingest()).toMatchObject({ status: 'failed' });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard).toEqual([{ agent: 'marquee', body: expect.stringContaining('was not finished') as string }]);
  expect(proxy.takeRequests()).toEqual([`http://hooks.test:${port}/hush`]);
});
