import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, constants, copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { execForm, imageEnvironment, readCompose, ROOT } from './support/container.ts';
import { newFolder } from './support/folders.ts';
import { writeSources } from './support/imdb-files.ts';
import { openOrigin } from './support/origin.ts';
import type { TestOrigin } from './support/origin.ts';

/** That of the image. Only root can become somebody else; whoever else runs the tests is not root already. */
const USER = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
const GRACE_S = Number.parseInt(readCompose().services['marquee']?.stop_grace_period ?? '', 10);

/** Stands for the root of the image: `app` as the Dockerfile fills it, `bin/node`, and a `data` for each test. */
let image: string;
let origin: TestOrigin;

beforeAll(async () => {
  // Not in the folder of the run, which is closed to other users.
  image = mkdtempSync(join(tmpdir(), 'marquee-image-'));
  chmodSync(image, 0o755);
  const app = join(image, 'app');
  for (const path of ['package.json', 'schema.graphql', 'src', ...productionPackages()]) {
    cpSync(new URL(path, ROOT), join(app, path), { recursive: true });
  }
  spawnSync('chmod', ['-R', 'a+rX,a-w', app]);
  mkdirSync(join(image, 'bin'));
  copyFileSync(process.execPath, join(image, 'bin/node'), constants.COPYFILE_FICLONE);
  origin = await openOrigin(await writeSources(newFolder()));
});

afterAll(async () => {
  await origin.close();
  spawnSync('chmod', ['-R', 'u+w', image]);
  rmSync(image, { recursive: true, force: true });
});

/** The packages that the Dockerfile leaves in the image: no others are needed. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !devOptional)
    .map(([path]) => path)
    .filter((path) => !path.includes('/node-linux-') && existsSync(fileURLToPath(new URL(path, ROOT))));
}

/** The five folders of the image, which belong to its user. */
function dataFolders(): string {
  const data = mkdtempSync(join(image, 'data-'));
  for (const name of ['', 'downloads', 'tmp', 'parquet_builds', 'meta', 'logs']) {
    mkdirSync(join(data, name), { recursive: true });
    if (USER.uid !== undefined) chownSync(join(data, name), USER.uid, USER.gid);
  }
  return data;
}

/** Runs a command of the Dockerfile as its user, with its environment over other folders. */
function runInImage(name: 'CMD' | 'HEALTHCHECK', { data, port }: { data: string; port: string }) {
  const settings = Object.entries(imageEnvironment()).map(([key, value]) => [key, value.replace(/^\/data/, data)]);
  const [program = '', ...args] = execForm(name);
  return spawn(join(image, 'bin', program), args, {
    ...USER,
    cwd: join(image, 'app'),
    env: { ...Object.fromEntries(settings), HOST: '127.0.0.1', PORT: port, IMDB_BASE_URL: origin.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ReturnType<typeof runInImage>): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

test('the start command of the image becomes ready on a read-only source, is healthy, and stops on SIGTERM', async () => {
  const data = dataFolders();
  const server = runInImage('CMD', { data, port: '0' });
  const end = ended(server);
  let port = '';
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const { event, url } = JSON.parse(line) as { event: string; url?: string };
      if (event === 'listening') {
        port = new URL(url ?? '').port;
        expect((await fetch(`${url}/livez`)).status).toBe(200);
      }
      if (event === 'ingest promoted') break;
    }
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    expect(await ended(runInImage('HEALTHCHECK', { data, port }))).toEqual({ code: 0, stderr: '' });
    const stoppedAt = performance.now();
    server.kill('SIGTERM');
    expect(await end).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - stoppedAt).toBeLessThan(GRACE_S * 1000);
    expect((await ended(runInImage('HEALTHCHECK', { data, port }))).code).toBe(1);
    for (const name of ['downloads', 'parquet_builds', 'meta', 'logs']) {
      expect(readdirSync(join(data, name)), name).not.toEqual([]);
    }
  } finally {
    server.kill('SIGKILL');
    await end;
  }
});

test('the start command of the image names every volume that its user may not write, and ends with 2', async () => {
  const data = dataFolders();
  for (const name of ['downloads', 'logs']) {
    chmodSync(join(data, name), 0o555);
    if (USER.uid !== undefined) chownSync(join(data, name), 0, 0);
  }
  const { code, stderr } = await ended(runInImage('CMD', { data, port: '0' }));
  expect([code, stderr.replaceAll(data, '/data').replace(/user \d+/, 'user <id>')]).toEqual([
    2,
    [
      'These folders cannot be written (running as user <id>):',
      '  DOWNLOAD_DIR /data/downloads: EACCES: permission denied',
      '  LOG_DIR /data/logs: EACCES: permission denied',
      '',
    ].join('\n'),
  ]);
});
