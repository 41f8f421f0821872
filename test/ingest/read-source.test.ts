import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import type { RejectedLine } from '../../src/dataset/manifest.ts';
import { sourceFile, SOURCES } from '../../src/dataset/sources.ts';
import { TABLES } from '../../src/dataset/tables.ts';
import type { CanonicalTableName } from '../../src/dataset/tables.ts';
import { CANONICAL_COLUMNS } from '../../src/ingest/build/canonical-tables.ts';
import { readSource } from '../../src/ingest/build/read-source.ts';
import { openWorkDatabase } from '../../src/ingest/build/work-database.ts';
import type { WorkDatabase } from '../../src/ingest/build/work-database.ts';
import { reasonOf } from '../../src/ingest/outcome.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { SMALL, tsv, writeSources } from '../support/imdb-files.ts';
import type { SourceFiles } from '../support/imdb-files.ts';

type Record = Awaited<ReturnType<typeof readSource>>;

const LIMIT_OF_SMALL_SHARE = 20;
const open: WorkDatabase[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

/** Reads those sources of which content is given, or all seven, into their canonical tables. */
async function read(files: SourceFiles) {
  const folder = newFolder('build');
  const from = await writeSources(newFolder('files'), files);
  await mkdir(join(folder, 'tables'));
  const database = await openWorkDatabase({ folders: foldersIn(folder), memoryLimit: '200MiB', threads: 2 });
  open.push(database);
  const given = new Set([files.rows ?? {}, files.text ?? {}].flatMap(Object.keys));
  const records = new Map<CanonicalTableName, Record>();
  // A credit has its person beside it.
  if (given.has('title.principals')) given.add('name.basics');
  for (const table of TABLES) {
    const source = SOURCES.find(({ name }) => name === table.from);
    if (source === undefined || (given.size > 0 && !given.has(source.name))) continue;
    const name = table.name as CanonicalTableName;
    const path = join(from, sourceFile(source.name));
    const reading = { source, path, table, columns: CANONICAL_COLUMNS[name], folder };
    records.set(name, await database.use((connection) => readSource(connection, reading)));
  }
  return {
    record: (name: CanonicalTableName) => records.get(name),
    rows: (sql: string) => database.use((connection) => connection.rows(sql)),
  };
}

/** Why these files are refused. */
async function reasonFor(files: SourceFiles): Promise<string> {
  const error: unknown = await read(files).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'Rejected' });
  return reasonOf(error);
}

test('readSource makes typed canonical tables of the seven files', async () => {
  const tables = await read({});
  expect(await tables.rows('SELECT * FROM titles WHERE tconst = 1')).toEqual([
    {
      tconst: 1,
      titleType: 'movie',
      primaryTitle: 'The Film',
      originalTitle: 'Der Film',
      isAdult: false,
      startYear: 1999,
      endYear: null,
      runtimeMinutes: 90,
      genres: ['Comedy', 'Drama'],
    },
  ]);
  expect(await tables.rows('SELECT types, attributes, isOriginalTitle FROM akas')).toEqual([
    { types: ['imdbDisplay', 'tv'], attributes: null, isOriginalTitle: false },
    { types: ['original'], attributes: null, isOriginalTitle: true },
  ]);
  expect(await tables.rows('SELECT * FROM crew')).toEqual([
    { tconst: 1, directors: [1], writers: [1, 2] },
    { tconst: 2, directors: null, writers: null },
  ]);
  expect(await tables.rows('SELECT characters FROM principals WHERE tconst = 1')).toEqual([
    { characters: ['Ann', 'The "Boss"'] },
    { characters: null },
  ]);
  expect(await tables.rows('SELECT * FROM ratings')).toEqual([
    { tconst: 1, averageRating: 7.1, numVotes: 1000 },
    { tconst: 2, averageRating: 8, numVotes: 50 },
  ]);
});

test('readSource reads \\N and the empty string as null in every nullable column', async () => {
  for (const none of ['\\N', '']) {
    const nulls = (count: number): string[] => Array.from({ length: count }, () => none);
    const tables = await read({
      rows: {
        'title.basics': [['tt0000001', 'movie', ...nulls(7)]],
        'title.akas': [['tt0000001', '1', ...nulls(6)]],
        'title.crew': [['tt0000001', ...nulls(2)]],
        'title.episode': [['tt0000003', 'tt0000002', ...nulls(2)]],
        'title.principals': [['tt0000001', '1', 'nm0000001', 'actor', ...nulls(2)]],
        'name.basics': [['nm0000001', ...nulls(5)]],
      },
    });
    for (const [table, columns] of [
      ['titles', 'primaryTitle, originalTitle, startYear, endYear, runtimeMinutes, genres'],
      ['akas', 'title, region, language, types, attributes'],
      ['crew', 'directors, writers'],
      ['episodes', 'seasonNumber, episodeNumber'],
      ['principals', 'job, characters'],
      ['names', 'primaryName, birthYear, deathYear, primaryProfession, knownForTitles'],
    ]) {
      const [row] = await tables.rows(`SELECT ${columns} FROM ${table}`);
      expect(new Set(Object.values(row ?? {}))).toEqual(new Set([null]));
    }
    expect(await tables.rows('SELECT isAdult FROM titles')).toEqual([{ isAdult: false }]);
    expect(tables.record('titles')?.nulled).toEqual({});
  }
});

test('readSource reads titles as they stand: quotes, backslashes, tabs of other scripts, NUL', async () => {
  const titles = [
    '"Giliap"',
    '"Foo" and bar',
    'one " quote',
    "it's",
    'C:\\new\\N',
    '\\\\N',
    'None',
    ' x ',
    '\u0000',
    '映画',
  ];
  const tables = await read({
    rows: {
      'title.basics': titles.map((title, index) => [
        `tt000000${index}`,
        'movie',
        title,
        title,
        '0',
        ...Array(4).fill('\\N'),
      ]),
    },
  });
  const rows = await tables.rows('SELECT primaryTitle, originalTitle FROM titles ORDER BY tconst');
  expect(rows).toEqual(titles.map((title) => ({ primaryTitle: title, originalTitle: title })));
});

test('readSource reads ids of seven and eight digits in the order of their numbers', async () => {
  const ids = ['tt0000009', 'tt10000000', 'tt2000000', 'tt9999999', 'tt123456789'];
  const tables = await read({
    rows: { 'title.ratings': [...ids].sort().map((id) => [id, '5.0', '10']) },
  });
  expect(await tables.rows('SELECT tconst FROM ratings')).toEqual(
    [9, 2_000_000, 9_999_999, 10_000_000, 123_456_789].map((tconst) => ({ tconst })),
  );
});

test('readSource keeps odd but possible values', async () => {
  const tables = await read({
    rows: {
      'title.basics': [['tt0000001', 'podcast', 'Up', 'Up', '0', '987', '2099', '1428', 'Slow-Cinema']],
      'title.episode': [['tt0000001', 'tt0000099', '2003', '12652']],
      'name.basics': [['nm0000001', 'Ovid', '43', '17', 'poet', 'tt0000099']],
    },
  });
  expect(await tables.rows('SELECT titleType, startYear, endYear, genres FROM titles')).toEqual([
    { titleType: 'podcast', startYear: 987, endYear: 2099, genres: ['Slow-Cinema'] },
  ]);
  expect(await tables.rows('SELECT parentTconst, seasonNumber, episodeNumber FROM episodes')).toEqual([
    { parentTconst: 99, seasonNumber: 2003, episodeNumber: 12_652 },
  ]);
});

test('readSource makes a value that does not fit null and counts it by column', async () => {
  const tables = await read({
    rows: {
      'title.basics': [['tt0000001', 'movie', 'A', 'A', '1987', '19x', '99999999999', '1e400', 'Drama']],
      'title.crew': [['tt0000001', 'nm0000001,nobody,nm0000002', 'x']],
      'title.principals': [['tt0000001', '1', 'nm0000001', 'actor', '\\N', '[not json']],
    },
  });
  expect(tables.record('titles')?.nulled).toEqual({
    isAdult: 1,
    startYear: 1,
    endYear: 1,
    runtimeMinutes: 1,
  });
  expect(tables.record('crew')?.nulled).toEqual({ directors: 1, writers: 1 });
  expect(tables.record('principals')?.nulled).toEqual({ characters: 1 });
  expect(await tables.rows('SELECT directors, writers FROM crew')).toEqual([{ directors: [1, 2], writers: [] }]);
});

const RATING = 'tt0000001\t7.1\t1000';
const HEADER = 'tconst\taverageRating\tnumVotes';

function ratings(...lines: (string | Buffer)[]): SourceFiles {
  const text = Buffer.concat([HEADER, ...lines].flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  return { text: { 'title.ratings': text } };
}

test.each<[string, string | Buffer, RejectedLine]>([
  [
    'too few columns',
    'tt0000002\t7.1',
    { line: 3, reason: 'Expected Number of Columns: 3 Found: 2', text: 'tt0000002\t7.1' },
  ],
  [
    'too many columns',
    'tt0000002\t7.1\t5\tmore\tand more',
    { line: 3, reason: 'Expected Number of Columns: 3 Found: 4', text: 'tt0000002\t7.1\t5\tmore\tand more' },
  ],
  ['a line of spaces', '  ', { line: 3, reason: 'Expected Number of Columns: 3 Found: 1', text: '  ' }],
  [
    'invalid UTF-8',
    Buffer.from([...Buffer.from('tt0000002\t7.1\t'), 0xff, 0xfe]),
    { line: 3, reason: expect.stringContaining('Invalid unicode') as string, text: 'tt0000002\t7.1\t??' },
  ],
  ...[
    '0000002',
    'nm0000002',
    'tt2',
    'tt00000002',
    'tt1234567890',
    'tt000000x',
    'TT0000002',
    'tt0000002 ',
    '\\N',
    '',
  ].map((id): [string, string, RejectedLine] => [
    `the id '${id}'`,
    `${id}\t7.1\t5`,
    {
      line: null,
      reason: 'an id or another required value is missing or malformed',
      text: `${id === '' ? '' : id}\t7.1\t5`,
    },
  ]),
  [
    'no votes',
    'tt0000002\t7.1\t\\N',
    { line: null, reason: 'an id or another required value is missing or malformed', text: 'tt0000002\t7.1\t\\N' },
  ],
])('readSource leaves out and samples a line with %s', async (_what, line, sample) => {
  const tables = await read(ratings(RATING, line, 'tt0000003\t1.0\t1'));
  expect(tables.record('ratings')).toMatchObject({ rows: 2, rejected: { rows: 1, samples: [sample] } });
  expect(await tables.rows('SELECT tconst FROM ratings')).toEqual([{ tconst: 1 }, { tconst: 3 }]);
});

test('readSource leaves out a line longer than any of IMDb', async () => {
  const tables = await read(ratings(RATING, `tt0000002\t7.1\t${'9'.repeat(3 << 20)}`));
  const { rejected } = tables.record('ratings') ?? {};
  expect(rejected).toMatchObject({
    rows: 1,
    samples: [{ line: 3, reason: expect.stringContaining('line size') as string }],
  });
  expect(rejected?.samples[0]?.text).toHaveLength(200);
});

test('readSource counts all lines that do not fit and keeps five samples', async () => {
  const odd = Array.from({ length: LIMIT_OF_SMALL_SHARE }, (_, index) =>
    index % 2 === 0 ? `bad${index}` : `x${index}\t1\t1`,
  );
  const tables = await read(ratings(RATING, ...odd));
  const { rejected } = tables.record('ratings') ?? {};
  expect(rejected?.rows).toBe(LIMIT_OF_SMALL_SHARE);
  expect(rejected?.samples).toHaveLength(5);
});

test('readSource refuses with more than a handful of lines that do not fit', async () => {
  const odd = Array.from({ length: LIMIT_OF_SMALL_SHARE + 1 }, () => 'tt0000002\t7.1');
  expect(await reasonFor(ratings(RATING, ...odd))).toBe(
    String.raw`title.ratings.tsv.gz: 21 of 22 lines do not fit, for example "tt0000002\t7.1" (Expected Number of Columns: 3 Found: 2)`,
  );
});

test('readSource refuses where no line fits', async () => {
  expect(await reasonFor(ratings('x\t1\t1'))).toMatch(/^title\.ratings\.tsv\.gz: 1 of 1 lines do not fit, for example/);
});

test('readSource accepts a file without a line feed at the end and one with empty lines', async () => {
  const text = tsv('title.ratings');
  for (const changed of [text.slice(0, -1), `${text}\n\n`, text.replace('\ntt0000002', '\n\ntt0000002')]) {
    const tables = await read({ text: { 'title.ratings': changed } });
    expect(tables.record('ratings')).toMatchObject({ rows: 2, rejected: { rows: 0 } });
  }
});

test.each([
  ['title.basics', 'tconst', '(1)'],
  ['title.akas', 'tconst, ordering', '(1, 1)'],
  ['title.crew', 'tconst', '(1)'],
  ['title.episode', 'tconst', '(3)'],
  ['title.principals', 'tconst, ordering', '(1, 1)'],
  ['title.ratings', 'tconst', '(1)'],
  ['name.basics', 'nconst', '(1)'],
] as const)('readSource refuses where %s repeats a key', async (name, key, example) => {
  const [first = []] = SMALL[name];
  const reason = await reasonFor({ rows: { [name]: [...SMALL[name], first] } });
  expect(reason).toBe(`${name}.tsv.gz: expected each ${key} once; repeated: 1, for example ${example}`);
});

test('readSource finds every repeated key in a file of many row groups', async () => {
  const ids = Array.from({ length: 300_000 }, (_, index) => `tt${String(index + 1).padStart(7, '0')}`);
  const twice = [...ids, ...ids.filter((_, index) => index % 1000 === 0)];
  expect(await reasonFor({ rows: { 'title.ratings': twice.map((id) => [id, '5.0', '10']) } })).toMatch(
    /^title\.ratings\.tsv\.gz: expected each tconst once; repeated: 300,/,
  );
});

test('readSource keeps what only (tconst, ordering) tells apart', async () => {
  const twice = ['1', '2', '3'].map((ordering) => ['tt0000001', ordering, 'nm0000001', 'actor', '\\N', '\\N']);
  const tables = await read({ rows: { 'title.principals': twice.toReversed() } });
  expect(await tables.rows('SELECT ordering FROM principals')).toEqual([1, 2, 3].map((ordering) => ({ ordering })));
});
