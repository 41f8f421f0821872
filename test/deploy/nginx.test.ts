import { spawn, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';

import { expect, onTestFinished, test, vi } from 'vitest';

import { SETTINGS } from '../../src/settings.ts';
import { ADMINISTERED, OF_THE_BOSS } from '../support/administrator.ts';
import { readDoc } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';

const LOCATION = readDoc('deploy/nginx/marquee.conf.example');
const { HOST, PORT } = SETTINGS.parse({});
const BACKEND = `http://${HOST}:${PORT}/`;

test('the location of nginx passes requests on to the default address, without its own path', () => {
  const directives = LOCATION.replaceAll(/^\s*#.*\n/gm, '');
  expect(directives).toMatch(/^location \/imdb\/ \{\n(?: {2}[a-z_]+ [^;{}\n]+;\n)+\}\n$/);
  expect(directives).toContain(`  proxy_pass ${BACKEND};\n`);
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('nginx serves marquee below a path by the example', async (context) => {
  const isThere = spawnSync('nginx', ['-v']).status === 0;
  if (!isThere && process.env['REQUIRE_ALL'] === '1') throw new Error('nginx is not installed');
  if (!isThere) context.skip('nginx is not installed here');
  const serving = await startServing({ DATA_DIR: newFolder(), SCHEDULE: 'off', ...ADMINISTERED });
  onTestFinished(() => void serving.stop());
  const folder = newFolder('nginx');
  await mkdir(join(folder, 'temp'));
  const port = await freePort();
  const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp/${name};`);
  const config = `daemon off; pid nginx.pid; error_log stderr; events {}
    http { access_log off; ${temps.join(' ')} server { listen 127.0.0.1:${port};
    ${LOCATION.replace(BACKEND, `${serving.url}/`)} } }`;
  await writeFile(join(folder, 'nginx.conf'), config);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf')];
  const nginx = spawn('nginx', args, { stdio: 'ignore' });
  onTestFinished(async () => {
    nginx.kill('SIGTERM');
    if (nginx.exitCode === null) await once(nginx, 'exit');
  });
  const site = `http://127.0.0.1:${port}/imdb`;
  await vi.waitFor(async () => expect((await fetch(`${site}/livez`)).status).toBe(200), 10_000);
  const page = await fetch(`${site}/`, { headers: { accept: 'text/html' } });
  expect([page.status, new URL(page.url).pathname]).toEqual([200, '/imdb/']);
  const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
  expect((await fetch(`${site}/${script}`)).headers.get('content-type')).toMatch(/^text\/javascript/);
  const withoutSlash = await fetch(site, { redirect: 'manual' });
  expect([withoutSlash.status, withoutSlash.headers.get('location')]).toEqual([301, `${site}/`]);
  const answer = await fetch(`${site}/graphql?query={__typename}`);
  expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  // An event is passed on at once, while the stream goes on.
  const events = await fetch(`${site}/graphql?query=${encodeURIComponent('subscription{ingestProgress{state}}')}`, {
    headers: { accept: 'text/event-stream', ...OF_THE_BOSS },
  });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('IDLE')) text += (await reader?.read())?.value ?? 'the stream has ended: IDLE';
  expect(text).toContain('event: next');
  await reader?.cancel();
});
