import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test, vi } from 'vitest';

import type { SourceName } from '../../src/dataset/sources/imdb.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import type { Rows } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { startServing } from '../support/serving.ts';

const CHECK_REAL = fileURLToPath(new URL('check-real.ts', import.meta.url));
const NULL = '\\N';

vi.setConfig({ testTimeout: 300_000 });

function checkReal(
  args: readonly string[],
  temporary: string,
): Promise<{ code: number; stdout: string; text: string }> {
  return new Promise((done) => {
    const env = { PATH: process.env['PATH'], TMPDIR: temporary };
    execFile(process.execPath, [CHECK_REAL, ...args], { env }, (error, stdout, stderr) => {
      done({ code: Number(error?.code ?? 0), stdout, text: `${stdout}${stderr}` });
    });
  });
}

/** The cells of the rows of the first or second table of a report. */
function cellsOf(report: string, table: 0 | 1): string[][] {
  const lines = report.split('\n\n')[table]?.split('\n').slice(2) ?? [];
  return lines.map((line) => line.slice(2, -2).split(' | '));
}

/** SMALL with one value of each file altered. */
function altered(): Record<SourceName, Rows> {
  const places: Record<SourceName, [row: number, column: number, text: string]> = {
    'title.basics': [0, 2, 'Another Film'],
    'title.akas': [0, 5, 'dvd'],
    'title.crew': [0, 2, 'nm0000002,nm0000001'],
    'title.episode': [0, 3, NULL],
    'title.principals': [0, 5, '["Ann"]'],
    'title.ratings': [1, 1, '8.1'],
    'name.basics': [1, 5, 'tt0000001'],
  };
  const entries = Object.entries(places).map(([name, [at, column, text]]) => {
    const rows = SMALL[name as SourceName];
    return [name, rows.with(at, (rows[at] ?? []).with(column, text))];
  });
  return Object.fromEntries(entries) as Record<SourceName, Rows>;
}

test('check:real finds no difference between the demo files and their build, odd lines included, and leaves nothing', async () => {
  const { files } = await demoBuild(0.0005);
  const temporary = newFolder('temporary');
  const { code, stdout, text } = await checkReal([files, '--sample', '50', '--odd', '20'], temporary);
  expect(code, text).toBe(0);
  const rows = cellsOf(stdout, 0);
  expect(rows).toHaveLength(7);
  for (const [file, , odd, compared, , , differences] of rows) {
    expect([file, differences]).toEqual([file, '0']);
    expect(Number(compared)).toBeGreaterThanOrEqual(50);
    if (file === 'title.basics.tsv.gz') expect(Number(odd)).toBeGreaterThan(20);
  }
  expect(await readdir(temporary)).toEqual([]);
});

test('check:real names the file, the line, the column and both values of what is answered otherwise', async () => {
  const dataFolder = newFolder();
  await ingestInto(foldersIn(dataFolder), { from: await writeSources(join(dataFolder, 'origin')) });
  const serving = await startServing({ DATA_DIR: dataFolder, SCHEDULE: 'off' });
  onTestFinished(() => void serving.stop());
  const files = await writeSources(newFolder('altered'), { rows: altered() });
  const { code, stdout, text } = await checkReal([files, '--url', serving.url], newFolder());
  expect(code, text).toBe(1);
  expect(cellsOf(stdout, 0).map((row) => row.at(-1))).toEqual(Array(7).fill('1'));
  expect(cellsOf(stdout, 1)).toEqual([
    ['title.basics.tsv.gz', '2', 'primaryTitle', 'Another Film', '"Another Film"', '"The Film"'],
    ['title.akas.tsv.gz', '2', 'types', 'dvd', '["dvd"]', '["imdbDisplay","tv"]'],
    [
      'title.crew.tsv.gz',
      '2',
      'writers',
      'nm0000002,nm0000001',
      '["nm0000002","nm0000001"]',
      '["nm0000001","nm0000002"]',
    ],
    ['title.episode.tsv.gz', '2', 'episodeNumber', NULL, 'null', '1'],
    ['title.principals.tsv.gz', '2', 'characters', '["Ann"]', '["Ann"]', '["Ann","The \\"Boss\\""]'],
    ['title.ratings.tsv.gz', '3', 'averageRating', '8.1', '8.1', '8'],
    ['name.basics.tsv.gz', '3', 'knownForTitles', 'tt0000001', '["tt0000001"]', '["tt0000001","tt0000002"]'],
  ]);
});
