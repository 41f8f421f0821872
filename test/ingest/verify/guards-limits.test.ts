import { expect, test } from 'vitest';

import type { Manifest, TableRecord } from '../../../src/dataset/builds/manifest.ts';
import { SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { TABLES } from '../../../src/dataset/tables/tables.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { refuseSuspicious } from '../../../src/ingest/verify/guards.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';

interface Night {
  rows?: number;
  dangling?: Record<string, number>;
  nulls?: Record<string, number>;
  without?: string;
}

/** What the guards read of a build all of whose tables have so many rows. */
function buildOf({ rows = 2000, dangling = {}, nulls = {}, without }: Night): Manifest {
  const file = { file: '', bytes: 0, sha256: '' };
  return {
    format: 0,
    buildId: '',
    version: 1,
    builtAt: '',
    tools: { marquee: '', duckdb: '', node: '' },
    sources: SOURCES.filter(({ name }) => name !== without).map(({ name }) => {
      return { name, etag: null, lastModified: null, bytes: 0, sha256: '', rows };
    }),
    tables: TABLES.map(({ name }): TableRecord => ({ ...file, name, rows })),
    lookups: [],
    measures: { dangling, nulls, unknown: {} },
  };
}

/** What is wrong with a night after another one; undefined where nothing is. */
function refusal(before: Night, night: Night, maxShrink = 0.02): string | undefined {
  try {
    refuseSuspicious(buildOf(night), { before: buildOf(before), maxShrink });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  // MAX_SHRINK, rows before and after, whether that passes.
  [0, 2000, 2000, true],
  [0, 2000, 1999, false],
  [0, 2000, 2001, true],
  [0, 0, 0, true],
  [0.02, 2000, 1960, true],
  [0.02, 2000, 1959, false],
  [0.02, 100, 98, true],
  [0.02, 100, 97, false],
  [1, 2000, 0, true],
])('refuseSuspicious with MAX_SHRINK %d and %i rows lets %i pass: %s', (maxShrink, before, after, passes) => {
  const found = refusal({ rows: before }, { rows: after }, maxShrink);
  if (passes) expect(found).toBeUndefined();
  else
    for (const { name } of SOURCES) expect(found).toContain(`${name}.tsv.gz: shrank from ${before} to ${after} rows`);
});

test('refuseSuspicious compares the rows of no source that is left out, or was', () => {
  const without = 'title.akas';
  expect(refusal({}, { rows: 1, without }, 1)).toBeUndefined();
  const found = refusal({ without }, { rows: 1000 });
  expect(found).toContain('title.crew.tsv.gz');
  expect(found).not.toContain('title.akas.tsv.gz');
  expect(refusal({}, { rows: 1000, without })).not.toContain('title.akas.tsv.gz');
});

test.each([
  // Rows before and after, whether a share that rises is looked at.
  [900, 900, false],
  [999, 2000, false],
  [2000, 999, false],
  [1000, 1000, true],
  [1100, 1100, true],
  [1000, 2000, true],
  [2000, 1000, true],
])('refuseSuspicious of %i rows before and %i now looks at shares: %s', (before, after, looks) => {
  for (const kind of ['nulls', 'dangling'] as const) {
    const [was, is] = [{ 'ratings.tconst': 0 }, { 'ratings.tconst': 1 }];
    const found = refusal({ rows: before, [kind]: was }, { rows: after, [kind]: is }, 1);
    if (looks) expect(found).toContain('title.ratings.tsv.gz: ratings.tconst is ');
    else expect(found).toBeUndefined();
  }
});

/** Each reference, with its share of dangling rows in the files below. */
const DANGLING = {
  'akas.tconst': 1 / 4,
  'crew.tconst': 1 / 5,
  'episodes.parentTconst': 3 / 10,
  'episodes.tconst': 1 / 10,
  'names.knownForTitles': 2 / 3,
  'principals.nconst': 1 / 20,
  'principals.tconst': 3 / 20,
  'ratings.tconst': 1 / 8,
};

test.each(Object.entries(DANGLING))('refuseSuspicious refuses %s that rises by more than 0.05', (reference) => {
  const [table = ''] = reference.split('.');
  const from = TABLES.find(({ name }) => name === table)?.from;
  for (const was of [0, 0.25]) {
    const before = { dangling: { [reference]: was } };
    expect(refusal(before, { dangling: { [reference]: was + 0.05 } })).toBeUndefined();
    expect(refusal(before, { dangling: { [reference]: was + 0.0501 } })).toBe(
      `${String(from)}.tsv.gz: ${reference} is pointing to nothing in ${((was + 0.0501) * 100).toFixed(1)} % ` +
        `of the rows, was in ${(was * 100).toFixed(1)} % (--force accepts it)`,
    );
  }
  // A build of an older program has not counted it.
  expect(refusal({}, { dangling: { [reference]: 1 } })).toBeUndefined();
});

const NULL = '\\N';
const id = (prefix: string, number: number): string => `${prefix}${String(number).padStart(7, '0')}`;
const tt = (number: number): string => id('tt', number);
const nm = (number: number): string => id('nm', number);
const from1 = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
/** No title and nobody has this number. */
const NOBODY = 999;

function rounded(shares: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, share.toFixed(6)]));
}

test('an ingest counts the dangling rows of each table', async () => {
  const folders = foldersIn(newFolder());
  const rows = {
    'title.basics': from1(20).map((at) => [tt(at), 'movie', 'Film', 'Film', '0', '2000', NULL, '90', 'Drama']),
    'title.akas': [1, 2, 3, NOBODY].map((at) => [tt(at), '1', 'Film', NULL, NULL, NULL, NULL, '0']),
    'title.crew': [1, 2, 3, 4, NOBODY].map((at) => [tt(at), NULL, NULL]),
    'title.episode': [1, 2, 3, 4, 5, 6, 7, 8, 9, NOBODY].map((at) => [tt(at), tt(at <= 3 ? NOBODY : 20), '1', '1']),
    'title.ratings': [1, 2, 3, 4, 5, 6, 7, NOBODY].map((at) => [tt(at), '7.0', '10']),
    'title.principals': from1(20).map((at) => [
      tt(at > 17 ? NOBODY + at : at),
      '1',
      nm(at === 1 ? NOBODY : 16),
      'actor',
      NULL,
      NULL,
    ]),
    // Of every sixteenth person the titles are looked up.
    'name.basics': [
      [nm(15), 'Ann', '1960', NULL, 'actor', tt(NOBODY)],
      [nm(16), 'Bob', '1960', NULL, 'actor', `${tt(1)},${tt(NOBODY)}`],
      [nm(32), 'Cid', '1960', NULL, 'actor', tt(NOBODY + 1)],
    ],
  };
  const outcome = await ingestInto(folders, { from: await writeSources(newFolder(), { rows }) });
  expect(outcome).toMatchObject({ status: 'promoted' });
  const { dangling = {} } = (await readCurrent(folders))?.measures ?? {};
  expect(rounded(dangling)).toEqual(rounded(DANGLING));
});
