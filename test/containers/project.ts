import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { newFolder } from '../support/folders.ts';
import { copyCheckout } from './checkout.ts';
import { readableSources } from './container.ts';
import { compose, engine } from './engine.ts';
import { testImage } from './test-image.ts';

/** A checkout in which somebody uses compose. */
export interface Project {
  folder: string;
  /** What its volumes, networks and containers are named after. */
  name: string;
  /** IMDb's files, which the container has at /imdb. */
  sources: string;
  compose: (...args: string[]) => Promise<string>;
  /** The name of the one container that runs. */
  container: () => Promise<string>;
  /** Says which image is made and started. */
  useImage: (image: string) => Promise<void>;
}

/** Not one of the checkout: what the tests need besides it. */
const OF_THE_TEST = 'of-the-test.yml';

/**
 * A checkout with a file .env of these settings, and perhaps an override, for one test. Its port is a free one, and the
 * image that of the tests.
 */
export async function newProject(settings: Record<string, string> = {}, override?: string): Promise<Project> {
  const folder = newFolder('project');
  const name = `marquee-test-${randomUUID()}`;
  await copyCheckout(folder);
  const sources = await readableSources();
  const files = ['docker-compose.yml', ...(override === undefined ? [] : ['docker-compose.override.yml']), OF_THE_TEST];
  if (override !== undefined) await writeFile(join(folder, 'docker-compose.override.yml'), override);
  const environment = {
    COMPOSE_PROJECT_NAME: name,
    COMPOSE_FILE: files.join(':'),
    PORT: '0',
    IMDB_BASE_URL: 'file:///imdb/',
    ...settings,
  };
  const lines = Object.entries(environment).map(([setting, value]) => `${setting}=${value}\n`);
  await writeFile(join(folder, '.env'), lines.join(''));
  // One after the other, so that nothing is started behind the end of a test that took too long.
  let last: Promise<unknown> = Promise.resolve();
  const run = (...args: string[]): Promise<string> => {
    const next = last.then(() => compose(folder, ...args));
    last = next.catch(() => undefined);
    return next;
  };

  async function useImage(image: string): Promise<void> {
    const marquee = { image, build: { network: 'host' }, volumes: [`${sources}:/imdb:ro`] };
    await writeFile(join(folder, OF_THE_TEST), JSON.stringify({ services: { marquee } }));
  }

  await useImage(await testImage());
  onTestFinished(async () => void (await run('down', '--volumes', '--remove-orphans')));
  return {
    folder,
    name,
    sources,
    compose: run,
    container: () => run('ps', '--all', '--quiet', 'marquee'),
    useImage,
  };
}

/** Runs a program of the image as root over a folder of this machine, which may have files of any user. */
export async function asRoot(folder: string, ...command: [string, ...string[]]): Promise<void> {
  const [program, ...args] = command;
  const mounted = ['--user', '0:0', '--volume', `${folder}:/mounted`, '--entrypoint', program];
  await engine('run', '--rm', '--network', 'none', ...mounted, await testImage(), ...args);
}
