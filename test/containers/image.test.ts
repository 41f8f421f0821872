import { beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { readDoc } from '../support/docs.ts';
import { SECRET } from './checkout.ts';
import { inspect } from './container.ts';
import { engine, whyWithout } from './engine.ts';
import { testImage } from './test-image.ts';

const MIB = 1 << 20;
/** What the image may add to its base: the packages, DuckDB and the driver of SQL Server above all, and the code. */
const MOST_MIB = 220;

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const without = whyWithout();
let image: string;

beforeAll(async () => {
  if (without === undefined) image = await testImage();
});
beforeEach((context) => context.skip(without !== undefined, without));

/** Runs a program of the image in a container that goes with it. */
function inImage(...command: [string, ...string[]]): Promise<string> {
  const [program, ...args] = command;
  return engine('run', '--rm', '--network', 'none', '--entrypoint', program, image, ...args);
}

test('the image has the code, its web app and its packages, and nothing else of the checkout', async () => {
  const names = (await inImage('ls', '-A', '/app')).split('\n').sort();
  expect(names).toEqual(['dist', 'node_modules', 'package.json', 'schema.graphql', 'src']);
  expect(await inImage('ls', '/app/dist/web/index.html')).not.toBe('');
  const { dependencies, devDependencies } = JSON.parse(readDoc('package.json')) as Record<string, object>;
  const there = (packages: object = {}): Promise<string> =>
    inImage('sh', '-c', `cd /app/node_modules && ls -d "$@" 2>/dev/null || true`, 'sh', ...Object.keys(packages));
  expect((await there(dependencies)).split('\n').sort()).toEqual(Object.keys(dependencies ?? {}).sort());
  // Playwright and others come along with nothing: what only the tests need is not there.
  // The driver of SQL Server comes with types of Node.
  expect(await there(devDependencies)).toBe('@types/node');
});

test('the image has none of the private files of the checkout', async () => {
  expect(await inImage('sh', '-c', `grep -rl "$1" /app /data || true`, 'sh', SECRET)).toBe('');
  expect(JSON.stringify([await inspect(image, '.Config'), await engine('history', '--no-trunc', image)])).not.toContain(
    SECRET,
  );
});

test('the image starts as its own user, who may write data and nothing else', async () => {
  expect(await inspect(image, '.Config.User')).toBe('1000:1000');
  const writable = await inImage(
    'sh',
    '-c',
    'find / -xdev -path /proc -prune -o -writable -type d -print 2>/dev/null || true',
  );
  const ofOthers = /^\/(dev|tmp|var\/tmp|var\/lock|run\/lock)(\/|$)/;
  const own = writable.split('\n').filter((path) => !ofOthers.test(path));
  expect(own.filter((path) => !/^\/(data|app\/node_modules\/\.cache)(\/|$)/.test(path))).toEqual([]);
  // Its modules are compiled, by this user, for whom alone Node takes them.
  expect(own).toContain('/app/node_modules/.cache/marquee');
  expect(Number(await inImage('sh', '-c', 'find /app/node_modules/.cache -type f -user 1000 | wc -l'))).toBeGreaterThan(
    100,
  );
});

test('the image is not much larger than its base', async () => {
  const [base = ''] = /^FROM (\S+)$/m.exec(readDoc('Dockerfile'))?.slice(1) ?? [];
  const sizes = await Promise.all([image, base].map((name) => inspect<number>(name, '.Size')));
  const [all = 0, below = 0] = sizes.map((bytes) => Math.round(bytes / MIB));
  console.log(`The image takes ${all} MiB, ${all - below} of them beyond its base.`);
  expect(all - below).toBeLessThan(MOST_MIB);
});
