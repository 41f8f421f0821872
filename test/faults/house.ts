import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect } from 'vitest';

import { foldersIn } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { keptFiles } from '../../src/ingest/sources/imdb/download.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import { newFolder } from '../support/folders.ts';
import { ingestInto } from '../support/ingest.ts';
import { goldenAnswers } from './golden.ts';
import { openNightsOrigin } from './nights-origin.ts';
import type { NightsOrigin } from './nights-origin.ts';

export const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** How a process of `marquee ingest` ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Its last line for a person. */
  said: string;
  /** The lines of its log. */
  log: Record<string, unknown>[];
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** A data folder in which a build is served, and an origin that publishes other files each night. */
export interface House {
  folders: Folders;
  origin: NightsOrigin;
  /** The environment of its processes. */
  env: NodeJS.ProcessEnv;
  /** Starts the real `marquee ingest`; `under` is what starts it in turn, such as strace with its options. */
  start(how?: { under?: readonly string[]; settings?: NodeJS.ProcessEnv }): Running;
  /** The build that is served is whole to the last byte, and a server that is started now answers as ever. */
  expectUnharmed(): Promise<void>;
  /** The next run needs nobody's help, and leaves the folders as those of a house in which nothing ever happened. */
  expectRecovery(): Promise<void>;
}

/** Makes the house: two undisturbed nights. */
export async function openHouse(named: Partial<Folders> = {}): Promise<House> {
  const origin = await openNightsOrigin();
  const folders = foldersIn(newFolder('house'), named);
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATA_DIR: folders.meta,
    DOWNLOAD_DIR: folders.downloads,
    PARQUET_DIR: folders.builds,
    META_DIR: folders.meta,
    TMP_DIR: folders.tmp,
    IMDB_BASE_URL: origin.url,
    DOWNLOAD_RETRIES: '0',
    DUCKDB_THREADS: '1',
    // One thread makes the calls to the file system, so that the nth is the same one in every run.
    UV_THREADPOOL_SIZE: '1',
  };

  function start({ under = [], settings = {} }: Parameters<House['start']>[0] = {}): Running {
    const logs = newFolder('log');
    const logPath = join(logs, 'log');
    const log = openSync(logPath, 'w');
    const command = [...under, process.execPath, MAIN, 'ingest'];
    const child = spawn(command[0] ?? '', command.slice(1), {
      cwd: logs,
      env: { ...env, ...settings },
      stdio: ['ignore', log, 'pipe'],
    });
    closeSync(log);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals | null)[]): Ended => {
      return { code: code as number | null, signal: signal as NodeJS.Signals | null, said, log: linesOf(logPath) };
    });
    return { child, ended };
  }

  async function nextNight(): Promise<void> {
    const before = await readPointer(folders);
    await origin.nextNight();
    const outcome = await ingestInto(folders, { from: origin.url });
    expect(outcome).toMatchObject({ status: 'promoted' });
    expect((await readPointer(folders))?.version).toBeGreaterThan(before?.version ?? 0);
  }

  const first = await start().ended;
  expect(first).toMatchObject({ code: 0 });
  await nextNight();
  const undisturbed = await listing(folders);
  const golden = await goldenAnswers(folders);

  return {
    folders,
    origin,
    env,
    start,
    async expectUnharmed() {
      const pointer = await readPointer(folders);
      expect(await checkBuild(folders, pointer?.buildId ?? '')).toEqual([]);
      expect(await goldenAnswers(folders)).toEqual(golden);
    },
    async expectRecovery() {
      await nextNight();
      expect(await listing(folders)).toEqual(undisturbed);
      expect((await keptFiles({ folder: folders.downloads, metaFolder: folders.meta, without: [] })).size).toBe(7);
    },
  };
}

function linesOf(path: string): Record<string, unknown>[] {
  const text = readFileSync(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return whole.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** All paths of the folders, with the ids of builds by their age. */
async function listing({ downloads, builds, meta, tmp }: Folders): Promise<string[]> {
  mkdirSync(tmp, { recursive: true });
  const lists = await Promise.all(
    Object.entries({ downloads, builds, meta, tmp }).map(async ([name, folder]) => {
      const paths = await readdir(folder, { recursive: true });
      return paths.map((path) => `${name}/${path}`);
    }),
  );
  const ids = [...new Set(lists.flat().flatMap((path) => /[0-9]{8}T[0-9]{6}Z(-[0-9]+)?/.exec(path)?.[0] ?? []))].sort();
  return lists
    .flat()
    .map((path) => path.replace(/[0-9]{8}T[0-9]{6}Z(-[0-9]+)?/, (id) => `build-${ids.indexOf(id)}`))
    .sort();
}
