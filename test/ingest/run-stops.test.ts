import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

import { beforeEach, expect, test } from 'vitest';

import { pointerPath } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { generateDemo } from '../../src/demo/generate.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { createLogger } from '../../src/process/logger.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import { leftovers } from './small-build.ts';

let folders: Folders;

beforeEach(() => {
  folders = foldersIn(newFolder());
});

function ingest(options: Parameters<typeof ingestInto>[1]): Promise<Outcome> {
  return ingestInto(folders, options);
}

let made: Promise<string> | undefined;

/** Files with so many rows that a step takes a while. */
function demoFiles(): Promise<string> {
  made ??= (async () => {
    const files = newFolder('files');
    await generateDemo({ folder: files, scale: 0.001, seed: 1 });
    return files;
  })();
  return made;
}

test.each([
  ['lock acquired', 0],
  ['table written', 0],
  ['table written', 11],
  ['lookup written', 0],
])('runIngest stops soon after %s (%i) and leaves nothing half done', async (event, nth) => {
  const files = await demoFiles();
  const stop = new AbortController();
  let seen = 0;
  let stoppedAt = 0;
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: {
      write(line) {
        if (JSON.parse(line).event !== event || seen++ !== nth) return;
        stoppedAt = performance.now();
        stop.abort(new Error('the service is stopping'));
      },
    },
  });
  const outcome = await ingest({ from: files, threads: 2, log, signal: stop.signal });
  expect(performance.now() - stoppedAt).toBeLessThan(2000);
  expect(outcome).toMatchObject({ status: 'failed', reason: 'stopped: the service is stopping' });
  expect(await leftovers(folders)).toEqual([]);
  expect(await readdir(folders.builds)).toEqual([]);
  expect(existsSync(pointerPath(folders))).toBe(false);
});

test('runIngest promotes no build that is verified when it is told to stop', async () => {
  const from = await writeSources(newFolder('files'));
  const stop = new AbortController();
  let asked = 0;
  const now = (): Date => {
    asked += 1;
    // Of the manifest, after all checks.
    if (asked === 5) stop.abort(new Error('enough'));
    return new Date();
  };
  expect(await ingest({ from, now, signal: stop.signal })).toEqual({
    status: 'failed',
    step: 'promote',
    reason: 'stopped: enough',
  });
  expect(await leftovers(folders)).toEqual([]);
  expect(await readdir(folders.builds)).toEqual([]);
  expect(existsSync(pointerPath(folders))).toBe(false);
});

test('runIngest stops while a file arrives', async () => {
  const from = await writeSources(newFolder('files'));
  const origin = await openOrigin(from);
  const stop = new AbortController();
  origin.answer('name.basics.tsv.gz', (_, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write('some', () => setTimeout(() => stop.abort(new Error('enough')), 20));
  });
  try {
    expect(await ingest({ from: origin.url, signal: stop.signal })).toEqual({
      status: 'failed',
      step: 'download',
      reason: 'stopped: enough',
    });
    expect(await leftovers(folders)).toEqual([]);
  } finally {
    await origin.close();
  }
});
