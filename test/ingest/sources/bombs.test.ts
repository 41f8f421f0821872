import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { expect, onTestFinished, test } from 'vitest';

import { openOrigin } from '../../support/origin.ts';
import { newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';

const CHILD = fileURLToPath(new URL('children/ingest-and-measure.ts', import.meta.url));
const RATINGS = 'title.ratings.tsv.gz';
const HEADER = 'tconst\taverageRating\tnumVotes\n';
const ROW = 'tt0000001\t7.1\t1000\n';
const MIB = 1 << 20;
/** What Node and DuckDB take for an ingest of nothing to speak of, and a few hundred more. */
const ENOUGH_MIB = 500;

/** A gzip file of some text and then so many times a megabyte of another: members one after the other are one file. */
function bomb(beginning: string, { unit, times }: { unit: string; times: number }): Buffer {
  const block = gzipSync(unit.repeat(Math.ceil(MIB / unit.length)));
  return Buffer.concat([gzipSync(beginning), ...Array.from({ length: times }, () => block)]);
}

/** Each grows to four gigabytes and more, but the last. */
const BOMBS: [string, () => Buffer, RegExp][] = [
  ['zeros and nothing else', () => bomb('', { unit: '\0', times: 4100 }), /the header line is "\\u0000/],
  ['zeros behind the header', () => bomb(HEADER + ROW, { unit: '\0', times: 4100 }), /line 3 is longer than 16 MiB/],
  [
    'good rows without end',
    () => bomb(HEADER, { unit: ROW, times: 4100 }),
    /more than \d+ MiB of text in \d+ MiB of gzip, expected at most 20 times as much and 256 MiB/,
  ],
  ['a line of 100 MB', () => bomb(`${HEADER}${ROW}tt`, { unit: '9', times: 100 }), /line 3 is longer than 16 MiB/],
];

interface Measured {
  outcome: { status: string; step?: string; reason?: string };
  peakMiB: number;
}

async function ingest(...args: string[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, ...args]);
  return JSON.parse(stdout) as Measured;
}

test.each(BOMBS)('an ingest refuses %s in little memory, from a folder and from a server', async (_what, make, why) => {
  const files = await writeSources(newFolder('files'), { bytes: { 'title.ratings': make() } });
  const origin = await openOrigin(files);
  onTestFinished(() => origin.close());
  for (const from of [files, origin.url]) {
    const { outcome, peakMiB } = await ingest(newFolder(), from);
    expect(outcome).toMatchObject({ status: 'rejected', step: 'download' });
    expect(outcome.reason).toMatch(new RegExp(`^title\\.ratings\\.tsv\\.gz: .*${why.source}`));
    expect(peakMiB).toBeLessThan(ENOUGH_MIB);
  }
});

test.each(BOMBS)('a build refuses %s that an older program has found whole', async (_what, make, why) => {
  const dataFolder = newFolder();
  const files = await writeSources(newFolder('files'));
  expect((await ingest(dataFolder, files, 'download')).outcome.status).toBe('done');
  await writeFile(join(files, RATINGS), make());
  const statePath = join(dataFolder, 'downloads.json');
  const state = JSON.parse(await readFile(statePath, 'utf8')) as Record<string, Record<string, unknown>>;
  const { size, mtimeMs } = await stat(join(files, RATINGS));
  const { scanRules: _rules, ...record } = state['title.ratings'] ?? {};
  state['title.ratings'] = { ...record, bytes: size, mtimeMs };
  await writeFile(statePath, JSON.stringify(state));
  const { outcome, peakMiB } = await ingest(dataFolder, files, 'build');
  expect(outcome).toMatchObject({ status: 'rejected', step: 'build' });
  expect(outcome.reason).toMatch(why);
  expect(peakMiB).toBeLessThan(ENOUGH_MIB);
});
