import { randomUUID } from 'node:crypto';
import { chmod } from 'node:fs/promises';

import { onTestFinished, vi } from 'vitest';

import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import type { Answer } from '../support/gateway.ts';
import { containerEngine, engine, tryEngine } from './engine.ts';
import { testImage } from './test-image.ts';

/** No files but those of its volumes can be written: podman would mount writable folders over /tmp and others. */
export const READ_ONLY: readonly string[] = [
  '--read-only',
  ...(containerEngine()?.isPodman === true ? ['--read-only-tmpfs=false'] : []),
  '--cap-drop',
  'all',
  '--security-opt',
  'no-new-privileges',
];

const START_MS = 90_000;

export interface Line {
  event: string;
  [key: string]: unknown;
}

/**
 * Starts the image, with further arguments of `run`, for one test; with a command in place of its own where there is
 * one. Answers with the name of the container.
 */
export async function startContainer(args: readonly string[], command: readonly string[] = []): Promise<string> {
  const name = newName();
  const image = await testImage();
  const started = engine('run', '--detach', '--name', name, ...args, image, ...command);
  onTestFinished(async () => {
    await started.catch(() => undefined);
    await removeContainer(name);
  });
  await started;
  return name;
}

function newName(): string {
  return `marquee-test-${randomUUID()}`;
}

/** Removes a container, and the volumes without a name that are its own. */
async function removeContainer(name: string): Promise<void> {
  await tryEngine('rm', '--force', '--volumes', name);
}

/** A volume for one test, which the containers of the test are removed before. */
export async function newVolume(): Promise<string> {
  const name = newName();
  await engine('volume', 'create', name);
  onTestFinished(async () => void (await tryEngine('volume', 'rm', '--force', name)));
  return name;
}

/** The arguments by which a container has IMDb's files of the tests in a folder, and ingests them from there. */
export async function mountedFiles(): Promise<string[]> {
  return ['--volume', `${await readableSources()}:/imdb:ro`, '--env', 'IMDB_BASE_URL=file:///imdb/'];
}

/** A folder with IMDb's files of the tests that every user can read. */
export async function readableSources(): Promise<string> {
  const folder = await writeSources(newFolder('imdb'));
  await chmod(folder, 0o755);
  return folder;
}

/** The lines of a container's log so far, of one event. */
export async function linesOf(container: string, event: string): Promise<Line[]> {
  const text = await engine('logs', container);
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.event === event);
}

/** Waits for a line of a container's log. */
export function lineOf(container: string, event: string): Promise<Line> {
  return vi.waitFor(
    async () => {
      const [line] = await linesOf(container, event);
      if (line === undefined) throw new Error(`no "${event}" yet:\n${(await tryEngine('logs', container)).text}`);
      return line;
    },
    { timeout: START_MS, interval: 400 },
  );
}

/** The address of a container whose port is published on one of this machine. */
export async function urlOf(container: string): Promise<string> {
  return `http://${await engine('port', container, '4000/tcp')}`;
}

/** Waits until a server has a build. Answers with the id of the build and a title of it. */
export async function servedBy(url: string): Promise<{ buildId: string; title: string }> {
  await vi.waitFor(
    async () => {
      const response = await fetch(`${url}/readyz`);
      if (!response.ok) throw new Error(await response.text());
    },
    { timeout: START_MS, interval: 400 },
  );
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset { buildId } title(id: "tt0000001") { primaryTitle } }' }),
  });
  const { data } = (await response.json()) as Answer;
  const { dataset, title } = data as { dataset: { buildId: string }; title: { primaryTitle: string } };
  return { buildId: dataset.buildId, title: title.primaryTitle };
}

/** A part of what the engine knows of a container. */
export async function inspect<T>(container: string, part: string): Promise<T> {
  return JSON.parse(await engine('inspect', '--format', `{{json ${part}}}`, container)) as T;
}
