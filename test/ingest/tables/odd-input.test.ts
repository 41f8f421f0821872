import { gzipSync } from 'node:zlib';

import { expect, onTestFinished, test } from 'vitest';

import { createLogger } from '../../../src/process/logger.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, tsv, writeSources } from '../../support/imdb-files.ts';
import type { SourceFiles } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { startServing } from '../../support/serving.ts';

const [RATING = []] = SMALL['title.ratings'];

function ratings(count: number): string[][] {
  return Array.from({ length: count }, (_, at) => [`tt${String(at + 1).padStart(7, '0')}`, '7.0', '10']);
}

/** Ingests these files; answers with the outcome, the log and what a person sees on a terminal. */
async function ingest(files: SourceFiles, folders = foldersIn(newFolder())) {
  const lines: Record<string, unknown>[] = [];
  const terminal: string[] = [];
  const outcome = await ingestInto(folders, {
    from: await writeSources(newFolder(), files),
    log: createLogger({
      level: 'info',
      pretty: false,
      destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
    }),
    progress: {
      begin: () => ({ advance: () => undefined, done: () => undefined }),
      done: (what) => void terminal.push(what),
      stop: () => undefined,
    },
  });
  return { outcome, odd: lines.filter(({ event }) => event === 'odd input'), terminal, folders };
}

test('an ingest warns once of each file that it does not take as it stands, with counts and samples', async () => {
  const rows = {
    'title.ratings': [...SMALL['title.ratings'], RATING, [...RATING, 'more']],
    'title.basics': SMALL['title.basics'].map((row) => row.with(4, '1987').with(5, '19x')),
    'title.principals': SMALL['title.principals'].map((row) => row.with(5, 'Ann')),
  };
  const { outcome, odd, terminal, folders } = await ingest({ rows });
  expect(outcome).toMatchObject({ status: 'promoted' });
  expect(odd.map(({ time: _time, pid: _pid, name: _name, event: _event, ...rest }) => rest)).toEqual(
    expect.arrayContaining([
      {
        level: 'warn',
        file: 'title.basics.tsv.gz',
        lines: 3,
        rejected: 0,
        nulled: 6,
        kept: 0,
        nulledBy: { isAdult: 3, startYear: 3 },
        value: { column: 'isAdult', text: '1987' },
      },
      {
        level: 'warn',
        file: 'title.principals.tsv.gz',
        lines: 3,
        rejected: 0,
        nulled: 0,
        kept: 3,
        keptBy: { characters: 3 },
        value: { column: 'characters', text: 'Ann' },
      },
      {
        level: 'warn',
        file: 'title.ratings.tsv.gz',
        lines: 4,
        rejected: 2,
        nulled: 0,
        kept: 0,
        line: {
          line: 5,
          reason: 'Expected Number of Columns: 3 Found: 4',
          text: 'tt0000001\t7.1\t1000\tmore',
        },
        further: [{ line: null, reason: 'tt0000001 is in a line before it', text: 'tt0000001\t7.1\t1000' }],
      },
    ]),
  );
  expect(odd).toHaveLength(3);
  expect(terminal).toContain(
    String.raw`title.ratings.tsv.gz: 2 of 4 lines left out, for example line 5 "tt0000001\t7.1\t1000\tmore" (Expected Number of Columns: 3 Found: 4), somewhere "tt0000001\t7.1\t1000" (tt0000001 is in a line before it)`,
  );
  // A night on which nothing has changed there says nothing again.
  expect((await ingest({ rows: { ...rows, 'title.crew': [['tt0000001', '\\N', '\\N']] } }, folders)).odd).toHaveLength(
    0,
  );
});

test('an ingest says nothing of files that are as they should be', async () => {
  const { outcome, odd } = await ingest({});
  expect([outcome.status, odd]).toEqual(['promoted', []]);
});

test('an ingest builds the same from a file with zeros behind it, and from one of several members', async () => {
  const text = tsv('title.ratings');
  const [header = '', ...rest] = text.split(/(?<=\n)/);
  for (const bytes of [
    Buffer.concat([gzipSync(text), Buffer.alloc(70_000)]),
    Buffer.concat([gzipSync(header), gzipSync(''), gzipSync(rest.join('')), Buffer.alloc(512)]),
  ]) {
    const { outcome, odd } = await ingest({ bytes: { 'title.ratings': bytes } });
    expect([outcome.status, odd]).toEqual(['promoted', []]);
  }
});

test('an ingest takes more lines that do not fit than the bound by force alone, also step by step', async () => {
  const rows = { 'title.ratings': [...ratings(100), ...ratings(30)] };
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder(), { rows });
  expect(await ingestInto(folders, { from })).toEqual({
    status: 'rejected',
    step: 'build',
    reason: String.raw`title.ratings.tsv.gz: 30 of 130 lines do not fit, for example "tt0000001\t7.0\t10" (tt0000001 is in a line before it) (--force accepts it)`,
  });
  expect(await ingestInto(folders, { from, run: { steps: ['build'] } })).toMatchObject({ status: 'rejected' });
  expect(await ingestInto(folders, { from, run: { steps: ['build'], force: true } })).toMatchObject({ status: 'done' });
  expect(await ingestInto(folders, { from, run: { force: true } })).toMatchObject({ status: 'promoted', version: 1 });
});

function people(name: (at: number) => string): string[][] {
  return Array.from({ length: 30 }, (_, at) => [
    `nm${String(at + 1).padStart(7, '0')}`,
    name(at),
    '\\N',
    '\\N',
    '\\N',
    '\\N',
  ]);
}

test('an ingest takes texts in quotes where those of the build that is served are in quotes, else by force alone', async () => {
  const folders = foldersIn(newFolder());
  const night = async (rows: string[][], run = {}) => {
    const from = await writeSources(newFolder(), { rows: { 'name.basics': rows } });
    return ingestInto(folders, { from, run });
  };
  expect(await night(people((at) => `Ann ${at}`))).toMatchObject({ status: 'promoted' });
  const quoted = people((at) => `"Ann ${at}"`);
  expect(await night(quoted)).toMatchObject({
    status: 'rejected',
    step: 'build',
    reason: expect.stringContaining(
      'stand in quotes, for example primaryName "\\"Ann 0\\"": it looks like a file in CSV\'s',
    ) as string,
  });
  expect(await night(quoted, { force: true })).toMatchObject({ status: 'promoted' });
  expect(await night(people((at) => `"Bob ${at}"`))).toMatchObject({ status: 'promoted' });
});

/** The warnings of `/health` over a build of these ratings, and how often the log has them. */
async function health(rows: string[][]): Promise<{ warnings: string[]; logged: number }> {
  const dataFolder = newFolder();
  const from = await writeSources(newFolder(), { rows: { 'title.ratings': rows } });
  expect(await ingestInto(foldersIn(dataFolder), { from })).toMatchObject({ status: 'promoted' });
  const serving = await startServing({ DATA_DIR: dataFolder, SCHEDULE: 'off' });
  onTestFinished(() => void serving.stop());
  const { warnings } = await serving.health();
  return { warnings, logged: serving.lines.filter(({ event }) => event === 'warning').length };
}

test('/health warns of a build of which a share of the lines is left out, and not of a few', async () => {
  expect(await health([...ratings(100), ...ratings(10)])).toEqual({ warnings: [], logged: 0 });
  expect(await health([...ratings(100), ...ratings(11)])).toEqual({
    warnings: [
      'title.ratings.tsv.gz: 11 of 111 lines do not fit and are left out, see `DATA_DIR=… npx marquee status`',
    ],
    logged: 1,
  });
});
