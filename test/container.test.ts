import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readConfig } from '../src/config.ts';
import { describeSettings } from '../src/settings.ts';
import { execForm, imageEnvironment, mountOf, readCompose, readDockerfile, restOf, ROOT } from './support/container.ts';
import { readDoc } from './support/docs.ts';

const compose = readCompose();
const service = compose.services['marquee'] ?? {};

test('the Dockerfile copies what is there, and .dockerignore lets it in', () => {
  const copied = readDockerfile()
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(copied.length).toBeGreaterThan(2);
  const ignored = readFileSync(new URL('.dockerignore', ROOT), 'utf8').split('\n');
  expect(ignored[0]).toBe('*');
  for (const path of copied) {
    expect(existsSync(new URL(path, ROOT)), path).toBe(true);
    const isLetIn = ignored.some((line) => line === `!${path}` || `!${path}`.startsWith(`${line}/`));
    expect(isLetIn, path).toBe(true);
  }
});

test('the image has three stages, no root, no shell, and is looked at every 30 s', () => {
  expect(readDockerfile().filter(({ name }) => name === 'FROM')).toHaveLength(3);
  expect(restOf('USER')).toBe('1000:1000');
  expect(restOf('HEALTHCHECK')).toMatch(/^--interval=30s .*--retries=3 CMD /);
  const [program, script = ''] = execForm('CMD');
  expect([program, existsSync(new URL(script, ROOT))]).toEqual(['node', true]);
});

test('the image has the modules compiled, by the user that it starts them as', () => {
  const lines = readDockerfile().map(({ name, rest }) => `${name} ${rest}`);
  const [, script = ''] = execForm('CMD');
  const steps = ['COPY src ./src', `chown ${restOf('USER')} node_modules/.cache`, 'USER', `RUN ["node", "${script}"`];
  const found = steps.map((step) => lines.findIndex((line) => line.includes(step)));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});

/** The five folders that settings lead to. */
function foldersOf(environment: Record<string, string | number>): Set<string> {
  const text = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
  const { folders, logFiles } = readConfig(text, '/nowhere');
  const { downloads, builds, meta, tmp } = folders;
  return new Set([downloads, builds, meta, tmp, logFiles?.folder ?? '']);
}

test('the image makes the folders that it and compose use, and compose puts a volume on each', () => {
  const mounts = (service.volumes ?? []).map(mountOf);
  const targets = new Set(mounts.map(({ target }) => target));
  expect(targets.size).toBe(5);
  expect(foldersOf(imageEnvironment())).toEqual(targets);
  expect(foldersOf(service.environment ?? {})).toEqual(targets);
  const made = readDockerfile().find(({ rest }) => rest.startsWith('mkdir'))?.rest ?? '';
  for (const target of targets) expect(made).toContain(` ${target} `);
  expect(Object.keys(compose.volumes ?? {})).toEqual(mounts.map(({ source }) => source));
});

test('compose runs it as PUID and PGID with an init, on this machine alone, and waits longer than it needs', () => {
  expect([service.user, service.init]).toEqual(['${PUID:-1000}:${PGID:-1000}', true]);
  expect(service.ports).toEqual(['${BIND:-127.0.0.1}:${PORT:-4000}:4000']);
  expect([service.environment?.['PORT'], imageEnvironment()['PORT']]).toEqual([4000, '4000']);
  expect([service.environment?.['HOST'], imageEnvironment()['HOST']]).toEqual(['0.0.0.0', '0.0.0.0']);
  const stopTimeout = describeSettings().find(({ name }) => name === 'STOP_TIMEOUT')?.fallback;
  expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThan(Number(stopTimeout));
});

test('the example of an override fits: it publishes the same port, and mounts what is there over what is used', () => {
  const { services } = readCompose(readDoc('deploy/docker-compose.override.example.yml'));
  expect(Object.keys(services)).toEqual(['marquee']);
  const { ports = [], volumes = [] } = services['marquee'] ?? {};
  expect(ports.map((port) => port.split(':').at(-1))).toEqual(['4000']);
  const used = [...(service.volumes ?? []).map((volume) => mountOf(volume).target), `${restOf('WORKDIR')}/src`];
  expect(volumes.length).toBeGreaterThan(1);
  for (const { source, target } of volumes.map(mountOf)) {
    expect(used).toContain(target);
    if (source.startsWith('./')) expect(existsSync(new URL(source, ROOT)), source).toBe(true);
  }
});
