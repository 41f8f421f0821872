import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../../src/dataset/sources/imdb.ts';
import { newFolder } from '../../support/folders.ts';
import { SMALL, tsv, writeSources } from '../../support/imdb-files.ts';
import { openOrigin } from '../../support/origin.ts';
import type { TestOrigin } from '../../support/origin.ts';
import { runMarquee } from '../../support/run-marquee.ts';
import { startMarquee } from '../../support/start-marquee.ts';

const ALL = SOURCES.map(({ name }) => name);
const LINES = 40_000;

let origin: TestOrigin;

/** Files of a megabyte or two, each sent as fast as it can be, on a connection that is closed behind it. */
beforeAll(async () => {
  const bytes = Object.fromEntries(ALL.map((name) => [name, large(name)]));
  const folder = await writeSources(newFolder('origin'), { bytes });
  origin = await openOrigin(folder);
  for (const name of ALL) {
    const body = await readFile(join(folder, sourceFile(name)));
    expect(body.length).toBeGreaterThan(500_000);
    origin.answer(sourceFile(name), (_, response) => {
      response.writeHead(200, { 'content-length': body.length, connection: 'close' }).end(body);
    });
  }
});

afterAll(() => origin.close());

function large(name: SourceName): Buffer {
  const [row = []] = SMALL[name];
  const rows = Array.from({ length: LINES }, (_, at) => {
    const id = `${row[0]?.slice(0, 2)}${String(at + 1).padStart(7, '0')}`;
    return [id, ...row.slice(1)];
  });
  // Not compressed: it is the bytes on the wire that count.
  return gzipSync(tsv(name, rows), { level: 0 });
}

test('ingest outlives an origin that closes its connections while the bytes wait to be written', async () => {
  for (let run = 1; run <= 3; run += 1) {
    const settings = { IMDB_BASE_URL: origin.url, DOWNLOAD_CONCURRENCY: '7' };
    const { code, stderr } = await runMarquee(['ingest', '--only', 'download'], {
      dataFolder: newFolder(),
      settings,
    });
    expect([code, stderr]).toEqual([0, 'done: 7 files are whole\n']);
  }
});

test('serve outlives such an origin, and serves what it published', async () => {
  const marquee = startMarquee(['serve'], {
    folder: newFolder(),
    settings: { IMDB_BASE_URL: origin.url, PORT: '0', DOWNLOAD_CONCURRENCY: '7' },
  });
  const { url } = await marquee.line('listening');
  await marquee.line('ingest promoted');
  expect(marquee.lines('download done')).toHaveLength(7);
  expect((await fetch(`${String(url)}/readyz`)).status).toBe(200);
  marquee.child.kill('SIGTERM');
  await marquee.line('stopped');
});
