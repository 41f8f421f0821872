import { appendFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';

import { describeSettings } from '../../src/settings.ts';
import { readDoc } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';
import { inspect, lineOf, linesOf, servedBy, urlOf } from './container.ts';
import { engine, tryEngine, whyWithout } from './engine.ts';
import { asRoot, newProject } from './project.ts';
import { testImage, upgradedImage } from './test-image.ts';

const OTHER_USER = 2000;
const VOLUMES = ['downloads', 'logs', 'meta', 'parquet_builds', 'tmdb', 'tmp'];

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const without = whyWithout();
beforeEach((context) => context.skip(without !== undefined, without));

/** A setting of seconds, where nobody sets it. */
function defaultMs(setting: string): number {
  return Number(describeSettings().find(({ name }) => name === setting)?.fallback) * 1000;
}

test('compose serves on this machine alone from named volumes, read-only but for these, and stops within its grace', async () => {
  const project = await newProject();
  await project.compose('up', '--detach');
  const container = await project.container();
  expect(await servedBy(await urlOf(container))).toMatchObject({ title: 'The Film' });
  const ports = await inspect<Record<string, { HostIp: string }[]>>(container, '.HostConfig.PortBindings');
  expect(Object.entries(ports).map(([port, [binding]]) => [port, binding?.HostIp])).toEqual([
    ['4000/tcp', '127.0.0.1'],
  ]);
  // The image's volume for /data would have no name.
  const mounts = await inspect<{ Type: string; Name?: string }[]>(container, '.Mounts');
  const volumes = mounts.filter(({ Type }) => Type === 'volume').map(({ Name = '' }) => Name);
  expect(volumes.sort()).toEqual(VOLUMES.map((name) => `${project.name}_${name}`));
  for (const folder of ['/app', '/data']) {
    const { text } = await tryEngine('exec', container, 'touch', `${folder}/file`);
    expect(text, folder).toMatch(/Read-only file system|Permission denied/);
  }
  // Files of a folder are not copied to downloads.
  for (const name of ['logs', 'meta', 'parquet_builds']) {
    expect(await engine('exec', container, 'ls', `/data/${name}`), name).not.toBe('');
  }

  const graceMs = (await inspect<number>(container, '.Config.StopTimeout')) * 1000;
  expect(graceMs).toBeGreaterThan(defaultMs('STOP_TIMEOUT') + defaultMs('DRAIN_DELAY'));
  const startedAt = performance.now();
  await project.compose('stop');
  expect(performance.now() - startedAt).toBeLessThan(defaultMs('STOP_TIMEOUT'));
  await lineOf(container, 'stopped');
  expect(await inspect(container, '.State.ExitCode')).toBe(0);

  await project.compose('down', '--volumes');
  expect(await engine('volume', 'ls', '--quiet', '--filter', `name=${project.name}`)).toBe('');
});

test('compose keeps the volumes through an upgrade: the new version serves the same build without an ingest', async () => {
  const project = await newProject();
  await project.compose('up', '--detach');
  const before = await servedBy(await urlOf(await project.container()));
  await project.compose('down');

  // There is nothing but the volumes to serve from.
  await rm(project.sources, { recursive: true });
  await mkdir(project.sources);
  await appendFile(join(project.folder, 'src/main.ts'), '// A newer version.\n');
  await project.useImage(upgradedImage(await testImage()));
  await project.compose('up', '--detach', '--build');
  const container = await project.container();
  expect(await engine('exec', container, 'tail', '-n', '1', 'src/main.ts')).toBe('// A newer version.');
  expect(await servedBy(await urlOf(container))).toEqual(before);
  expect(await linesOf(container, 'lock acquired')).toEqual([]);
});

test('the example of an override serves the source of the checkout, as another user on folders of that user', async () => {
  const home = newFolder('srv');
  const folders = ['downloads', 'builds', 'tmp', 'meta', 'logs', 'tmdb'];
  await Promise.all(folders.map((name) => mkdir(join(home, name))));
  onTestFinished(() => asRoot(home, 'find', '/mounted', '-mindepth', '1', '-delete'));
  await asRoot(home, 'chown', '-R', `${OTHER_USER}:${OTHER_USER}`, '/mounted');
  const example = readDoc('deploy/docker-compose.override.example.yml');
  const override = example.replaceAll('/srv/marquee', home).replace("'8080:4000'", "'0:4000'");
  const user = String(OTHER_USER);
  const project = await newProject({ PUID: user, PGID: user }, override);
  await writeFile(join(project.folder, 'src/of-the-checkout.txt'), 'here');
  await project.compose('up', '--detach');
  const container = await project.container();
  const ports = await inspect<Record<string, object[]>>(container, '.HostConfig.PortBindings');
  expect(Object.entries(ports).map(([port, bindings]) => [port, bindings.length])).toEqual([['4000/tcp', 1]]);
  const { port } = new URL(await urlOf(container));
  expect(await servedBy(`http://127.0.0.1:${port}`)).toMatchObject({ title: 'The Film' });
  expect(await engine('exec', container, 'id', '-u')).toBe(user);
  expect(await engine('exec', container, 'cat', '/app/src/of-the-checkout.txt')).toBe('here');
  const { uid } = await stat(join(home, 'meta/current.json'));
  const { uid: ofFolder } = await stat(join(home, 'meta'));
  expect(uid).toBe(ofFolder);
  expect(await engine('volume', 'ls', '--quiet', '--filter', `name=${project.name}_meta`)).toBe('');
});
