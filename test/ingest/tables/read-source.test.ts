import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterEach, expect, test } from 'vitest';

import type { RejectedLine } from '../../../src/dataset/builds/manifest.ts';
import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { TABLES } from '../../../src/dataset/tables/tables.ts';
import type { CanonicalTableName } from '../../../src/dataset/tables/table-names.ts';
import { parsedColumns } from '../../../src/ingest/tables/parsing/parsed-columns.ts';
import { readSource } from '../../../src/ingest/tables/read-source.ts';
import { openWorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import type { WorkDatabase } from '../../../src/ingest/jobs/work-database.ts';
import { reasonOf } from '../../../src/ingest/outcomes/outcome.ts';
import { scanFile } from '../../../src/ingest/sources/imdb/scan-file.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, tsv, writeSources } from '../../support/imdb-files.ts';
import type { SourceFiles } from '../../support/imdb-files.ts';

type Record = Awaited<ReturnType<typeof readSource>>;

const LIMIT_OF_SMALL_SHARE = 20;
const open: WorkDatabase[] = [];

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

/** Reads those sources of which content is given, or all seven, into their canonical tables. */
async function read(files: SourceFiles, { force = false } = {}) {
  const folder = newFolder('build');
  const from = await writeSources(newFolder('files'), files);
  await mkdir(join(folder, 'tables'));
  const database = await openWorkDatabase({
    folders: foldersIn(folder, { builds: folder }),
    sources: SOURCES.map(({ name }) => join(from, sourceFile(name))),
    memoryLimit: '200MiB',
    threads: 2,
  });
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
    const { odd } = await scanFile(path, { source });
    const reading = { source, path, odd, table, columns: parsedColumns(name), folder, force };
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
      'title.principals': [['tt0000001', '1', 'nm0000001', 'actor', '\\N', '[]']],
    },
  });
  expect(tables.record('titles')?.sample).toEqual({ column: 'isAdult', text: '1987' });
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
  ...['0.9', '10.1', '11.0', '0', '-7.1'].map((average): [string, string, RejectedLine] => [
    `the rating ${average}`,
    `tt0000002\t${average}\t5`,
    {
      line: null,
      reason: 'an id or another required value is missing or malformed',
      text: `tt0000002\t${average}\t5`,
    },
  ]),
  [
    'a carriage return in a field',
    'tt0000002\t7\r.1\t5',
    { line: 3, reason: 'it holds a carriage return', text: 'tt0000002\t7\r.1\t5' },
  ],
  [
    'a carriage return at its end',
    'tt0000002\t7.1\t5\r',
    { line: 3, reason: 'it holds a carriage return', text: 'tt0000002\t7.1\t5\r' },
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
    samples: [{ line: 3, reason: 'it is longer than 2097152 bytes' }],
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

test('readSource keeps a sample of each reason for which lines are left out', async () => {
  const short = Array.from({ length: 9 }, (_, at) => `short${at}`);
  const tables = await read(ratings(RATING, ...short, 'x\t1\t1', RATING, 'a\t1\t1\t1'));
  const reasons = tables.record('ratings')?.rejected?.samples.map(({ reason }) => reason) ?? [];
  expect(reasons).toEqual(
    expect.arrayContaining([
      'Expected Number of Columns: 3 Found: 1',
      'an id or another required value is missing or malformed',
      'tt0000001 is in a line before it',
    ]),
  );
  expect(reasons).toHaveLength(5);
});

test('readSource refuses with more than a handful of lines that do not fit', async () => {
  const odd = Array.from({ length: LIMIT_OF_SMALL_SHARE + 1 }, () => 'tt0000002\t7.1');
  expect(await reasonFor(ratings(RATING, ...odd))).toBe(
    String.raw`title.ratings.tsv.gz: 21 of 22 lines do not fit, for example "tt0000002\t7.1" (Expected Number of Columns: 3 Found: 2) (--force accepts it)`,
  );
  expect((await read(ratings(RATING, ...odd), { force: true })).record('ratings')).toMatchObject({
    rows: 1,
    rejected: { rows: LIMIT_OF_SMALL_SHARE + 1 },
  });
});

test('readSource refuses where no line fits, also by force', async () => {
  await expect(read(ratings('x\t1\t1'), { force: true })).rejects.toThrow('1 of 1 lines do not fit');
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
  ['title.basics', 'titles', 'tt0000001', ['tt0000001', 'short', ...Array<string>(7).fill('\\N')]],
  ['title.akas', 'akas', 'tt0000001 with ordering 1', ['tt0000001', '1', 'Again', ...Array<string>(5).fill('\\N')]],
  ['title.crew', 'crew', 'tt0000001', ['tt0000001', '\\N', '\\N']],
  ['title.episode', 'episodes', 'tt0000003', ['tt0000003', 'tt0000009', '9', '9']],
  [
    'title.principals',
    'principals',
    'tt0000001 with ordering 1',
    ['tt0000001', '1', 'nm0000009', 'self', '\\N', '\\N'],
  ],
  ['title.ratings', 'ratings', 'tt0000001', ['tt0000001', '1.0', '9']],
  ['name.basics', 'names', 'nm0000001', ['nm0000001', 'Again', ...Array<string>(4).fill('\\N')]],
] as const)(
  'readSource keeps the first of lines with one key in %s and counts the others',
  async (name, table, key, again) => {
    const before = await read({});
    const sorted = `SELECT * FROM ${table} ORDER BY ALL`;
    const tables = await read({ rows: { [name]: [...SMALL[name], again, again] } });
    expect(await tables.rows(sorted)).toEqual(await before.rows(sorted));
    const sample = { line: null, reason: `${key} is in a line before it`, text: again.join('\t') };
    expect(tables.record(table)).toMatchObject({
      rows: SMALL[name].length,
      rejected: { rows: 2, samples: [sample, sample] },
    });
  },
);

test('readSource keeps the first of lines with one key by their place in a file of many row groups', async () => {
  const ids = Array.from({ length: 300_000 }, (_, index) => `tt${String(index + 1).padStart(7, '0')}`);
  const twice = ids.filter((_, index) => index % 1000 === 0);
  // The earlier line of a key is far from the later one, and the sort of neither says which it is.
  const rows = [
    ...twice.slice(0, 150).map((id) => [id, '9.0', '1']),
    ...ids.filter((id) => !twice.slice(150).includes(id)).map((id) => [id, '5.0', '10']),
    ...twice.slice(150).flatMap((id) => [
      [id, '9.0', '1'],
      [id, '1.0', '3'],
    ]),
  ];
  const tables = await read({ rows: { 'title.ratings': rows } });
  expect(tables.record('ratings')).toMatchObject({ rows: 300_000, rejected: { rows: 300 } });
  const [row] = await tables.rows(`SELECT count(*)::INTEGER AS firsts FROM ratings WHERE averageRating = 9`);
  expect(row).toEqual({ firsts: 300 });
  const [order] = await tables.rows(
    'SELECT count(*)::INTEGER AS wrong FROM (SELECT tconst, lag(tconst) OVER () AS before FROM ratings) WHERE tconst <= before',
  );
  expect(order).toEqual({ wrong: 0 });
});

test('readSource refuses more than a handful of lines that repeat a key, by the id as IMDb writes it', async () => {
  const again = Array.from({ length: LIMIT_OF_SMALL_SHARE + 1 }, (_, index) => ['tt0200001', '5.0', String(index)]);
  const files = { rows: { 'title.ratings': [['tt0200001', '7.0', '99'], ...again] } };
  expect(await reasonFor(files)).toBe(
    String.raw`title.ratings.tsv.gz: 21 of 22 lines do not fit, for example "tt0200001\t5.0\t0" (tt0200001 is in a line before it) (--force accepts it)`,
  );
  const forced = await read(files, { force: true });
  expect(await forced.rows('SELECT * FROM ratings')).toEqual([{ tconst: 200_001, averageRating: 7, numVotes: 99 }]);
});

/** The same text as CSV has it: with what holds a quote in quotes, and quotes inside doubled. */
function asCsv(text: string, needsQuotes = /"/): string {
  const field = (value: string): string => (needsQuotes.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const [header = '', ...lines] = text.split('\n');
  return [header, ...lines.map((line) => line.split('\t').map(field).join('\t'))].join('\n');
}

const MANY = 3000;

function manyRows(row: (id: string, at: number) => string[]): string[][] {
  return Array.from({ length: MANY }, (_, at) => row(String(at + 1).padStart(7, '0'), at));
}

const TITLES = manyRows((id, at) => [
  `tt${id}`,
  'movie',
  at % 100 === 0 ? `"Film" ${at}` : `Film ${at}`,
  at % 200 === 0 ? `"Film ${at}"` : `Film ${at}`,
  '0',
  '1999',
  '\\N',
  '90',
  'Crime,Drama',
]);
const NAMES = manyRows((id) => [`nm${id}`, 'Ann', '1950', '\\N', 'actress,writer', 'tt0000001,tt0000002']);
const CAST = manyRows((id) => [`tt${id}`, '1', 'nm0000001', 'actress', '\\N', '["Ann"]']);
const CSV =
  "it looks like a file in CSV's quotes, as spreadsheets and pandas save it; the files of IMDb are not quoted";

test.each<[string, SourceFiles, string]>([
  [
    "credits in CSV's quotes",
    { text: { 'title.principals': asCsv(tsv('title.principals', CAST)) } },
    String.raw`title.principals.tsv.gz: 3000 of 3000 values of characters do not fit, for example characters "\"[\"\"Ann\"\"]\"": ${CSV} (--force accepts it)`,
  ],
  [
    "titles in CSV's quotes",
    { text: { 'title.basics': asCsv(tsv('title.basics', TITLES)) } },
    String.raw`title.basics.tsv.gz: 30 of 30 lines with a value that begins with a quote are in CSV's quotes, for example primaryTitle "\"\"\"Film\"\" 0\"": ${CSV} (--force accepts it)`,
  ],
  [
    'titles as a spreadsheet saves them, with commas in quotes',
    { text: { 'title.basics': asCsv(tsv('title.basics', TITLES), /[",]/) } },
    String.raw`title.basics.tsv.gz: 3000 of 3000 lines with a value that begins with a quote are in CSV's quotes, for example primaryTitle "\"\"\"Film\"\" 0\"": ${CSV} (--force accepts it)`,
  ],
  [
    'crew as a spreadsheet saves it',
    {
      text: {
        'title.crew': asCsv(
          tsv(
            'title.crew',
            manyRows((id) => [`tt${id}`, 'nm0000001,nm0000002', '\\N']),
          ),
          /,/,
        ),
      },
    },
    String.raw`title.crew.tsv.gz: 3000 of 3000 values of directors do not fit, for example directors "\"nm0000001,nm0000002\"": ${CSV} (--force accepts it)`,
  ],
  [
    'years as pandas saves them',
    { rows: { 'title.basics': TITLES.map((row) => row.with(5, '1999.0')) } },
    'title.basics.tsv.gz: 3000 of 3000 values of startYear do not fit, for example startYear "1999.0": it looks like a file that pandas has saved; the files of IMDb have whole numbers without a decimal point (--force accepts it)',
  ],
  [
    'another word for nothing',
    { rows: { 'name.basics': NAMES.map((row) => row.with(3, 'NaN')) } },
    String.raw`name.basics.tsv.gz: 3000 of 3000 values of deathYear do not fit, for example deathYear "NaN": it looks like a file that has NaN where there is nothing; the files of IMDb have \N (--force accepts it)`,
  ],
  [
    'lists of Python',
    { rows: { 'title.principals': CAST.map((row) => row.with(5, "['Ann']")) } },
    `title.principals.tsv.gz: 3000 of 3000 values of characters do not fit, for example characters "['Ann']": it looks like a file with the lists of Python; the files of IMDb have JSON, or commas alone (--force accepts it)`,
  ],
  [
    'two of a hundred values that do not fit',
    { rows: { 'title.basics': TITLES.map((row, at) => (at % 50 === 0 ? row.with(7, 'ninety') : row)) } },
    'title.basics.tsv.gz: 60 of 3000 values of runtimeMinutes do not fit, for example runtimeMinutes "ninety" (--force accepts it)',
  ],
  [
    'flags that are none',
    { rows: { 'title.basics': TITLES.map((row) => row.with(4, 'False')) } },
    'title.basics.tsv.gz: 3000 of 3000 values of isAdult do not fit, for example isAdult "False" (--force accepts it)',
  ],
])(
  'readSource refuses %s where there is nothing to compare with, and says what it looks like',
  async (_, files, why) => {
    expect(await reasonFor(files)).toBe(why);
    await expect(read(files, { force: true })).resolves.toBeDefined();
  },
);

const PEOPLE = manyRows((id, at) => [
  `nm${id}`,
  at % 10 === 0 ? 'Ovid' : `Ann Lee ${at}`,
  '1950',
  '\\N',
  'actress',
  '\\N',
]);
const JOBS = manyRows((id) => [`tt${id}`, '1', 'nm0000001', 'writer', 'based on the novel', '["Ann"]']);
const NAMED = manyRows((id, at) => [`tt${id}`, '1', `Titel ${at}`, 'DE', '\\N', 'imdbDisplay', 'long title', '0']);
const change = (rows: string[][], at: number, by: (value: string) => string): string[][] =>
  rows.map((row) => row.with(at, by(row[at] ?? '')));

test.each<[string, SourceFiles, string]>([
  [
    'names that are all in quotes',
    { rows: { 'name.basics': change(PEOPLE, 1, (name) => `"${name}"`) } },
    String.raw`name.basics.tsv.gz: 100 % of the values of primaryName stand in quotes, for example primaryName "\"Ovid\"": ${CSV} (--force accepts it)`,
  ],
  [
    'names in quotes that have a blank',
    { rows: { 'name.basics': change(PEOPLE, 1, (name) => (name.includes(' ') ? `"${name}"` : name)) } },
    String.raw`name.basics.tsv.gz: 90 % of the values of primaryName stand in quotes, for example primaryName "\"Ann Lee 1\"": ${CSV} (--force accepts it)`,
  ],
  [
    'titles in single quotes',
    { rows: { 'title.basics': change(TITLES, 2, (title) => `'${title}'`) } },
    `title.basics.tsv.gz: 100 % of the values of primaryTitle stand in quotes, for example primaryTitle "'\\"Film\\" 0'": it looks like a file that another program has saved with its texts in quotes; the files of IMDb are not quoted (--force accepts it)`,
  ],
  [
    'titles as formulas of Excel',
    { rows: { 'title.akas': change(NAMED, 2, (title) => `="${title}"`) } },
    String.raw`title.akas.tsv.gz: 100 % of the values of title stand in quotes, for example title "=\"Titel 0\"": it looks like a file whose texts are formulas for Excel; the files of IMDb have the texts alone (--force accepts it)`,
  ],
  [
    'regions in quotes',
    { rows: { 'title.akas': change(NAMED, 3, (region) => `"${region}"`) } },
    String.raw`title.akas.tsv.gz: 100 % of the values of region stand in quotes, for example region "\"DE\"": ${CSV} (--force accepts it)`,
  ],
  [
    'jobs in quotes',
    { rows: { 'title.principals': change(JOBS, 4, (job) => `"${job}"`) } },
    String.raw`title.principals.tsv.gz: 100 % of the values of job stand in quotes, for example job "\"based on the novel\"": ${CSV} (--force accepts it)`,
  ],
  [
    'names that are bytes of Python',
    { rows: { 'name.basics': change(PEOPLE, 1, (name) => `b'${name}'`) } },
    `name.basics.tsv.gz: 100 % of the values of primaryName stand in quotes, for example primaryName "b'Ovid'": it looks like a file with the bytes of Python; the files of IMDb have the texts alone (--force accepts it)`,
  ],
  [
    'genres that are lists of Python',
    { rows: { 'title.basics': change(TITLES, 8, () => "['Crime', 'Drama']") } },
    `title.basics.tsv.gz: 100 % of the values of genres stand in quotes, for example genres "['Crime','Drama']": it looks like a file with the lists of Python; the files of IMDb have JSON, or commas alone (--force accepts it)`,
  ],
])('readSource refuses %s', async (_, files, why) => {
  expect(await reasonFor(files)).toBe(why);
  await expect(read(files, { force: true })).resolves.toBeDefined();
});

test('readSource takes a tenth of the titles in quotes, and a handful however great a share it is', async () => {
  const tenth = TITLES.map((row, at) => row.with(3, at % 10 === 0 ? `"Film ${at}"` : `Film ${at}`));
  expect((await read({ rows: { 'title.basics': tenth } })).record('titles')).toMatchObject({ rows: MANY });
  const more = tenth.map((row, at) => (at === 1 ? row.with(3, '"Film"') : row));
  expect(await reasonFor({ rows: { 'title.basics': more } })).toContain('10 % of the values of originalTitle');
  const few = change(TITLES.slice(0, 20), 3, (title) => `"${title.replaceAll('"', '')}"`);
  expect((await read({ rows: { 'title.basics': few } })).record('titles')).toMatchObject({ rows: 20 });
});

test('readSource takes a hundredth of values that do not fit, and titles in quotes', async () => {
  const rows = TITLES.map((row, at) => (at % 100 === 0 ? row.with(7, 'ninety') : row));
  const tables = await read({ rows: { 'title.basics': rows } });
  expect(tables.record('titles')).toMatchObject({ rows: MANY, nulled: { runtimeMinutes: 30 } });
});

test('readSource keeps characters that are no JSON array as the one text they are, and counts them', async () => {
  const odd = ['no JSON', '"Ann"', '[not json', '{"a":1}', '5', ' x '];
  const rows = odd.map((text, at) => ['tt0000001', String(at + 1), 'nm0000001', 'actor', '\\N', text]);
  const tables = await read({ rows: { 'title.principals': rows } });
  expect(await tables.rows('SELECT characters FROM principals')).toEqual(odd.map((text) => ({ characters: [text] })));
  expect(tables.record('principals')).toMatchObject({
    nulled: {},
    kept: { characters: odd.length },
    sample: { column: 'characters', text: 'no JSON' },
  });
});

test('readSource tells the lines of what DuckDB must not see as the file has them', async () => {
  const long = `tt0000004\t7.1\t${'9'.repeat(3 << 20)}`;
  const text = [HEADER, RATING, '', 'tt0000002\t7\r\r\t5', 'short', '', long, 'tt0000003\t1.0\t1', 'tt\r'].join('\n');
  const bytes = Buffer.concat([gzipSync(text), Buffer.alloc(3 << 20)]);
  const tables = await read({ bytes: { 'title.ratings': bytes } });
  const { rows, rejected } = tables.record('ratings') ?? {};
  expect([rows, rejected?.rows]).toEqual([2, 4]);
  expect(rejected?.samples.map(({ line, reason }) => [line, reason.slice(0, 15)])).toEqual([
    [4, 'it holds a carr'],
    [5, 'Expected Number'],
    [7, 'it is longer th'],
    [9, 'it holds a carr'],
  ]);
});

test('readSource keeps what only (tconst, ordering) tells apart', async () => {
  const twice = ['1', '2', '3'].map((ordering) => ['tt0000001', ordering, 'nm0000001', 'actor', '\\N', '\\N']);
  const tables = await read({ rows: { 'title.principals': twice.toReversed() } });
  expect(await tables.rows('SELECT ordering FROM principals')).toEqual([1, 2, 3].map((ordering) => ({ ordering })));
});

test.each<[string, SourceFiles, string]>([
  [
    'every value in quotes',
    { text: { 'title.basics': asCsv(tsv('title.basics', TITLES), /./) } },
    String.raw`title.basics.tsv.gz: 3000 of 3000 lines do not fit, for example "\"tt0000001\"\t\"movie\"\t\"\"\"Film\"\" 0\"\t\"\"\"Film 0\"\"\"\t\"0\"\t\"1999\"\t\"\\N\"\t\"90\"\t\"Crime,Drama\"" (an id or another required value is missing or malformed): ${CSV}`,
  ],
  [
    'votes as pandas saves them',
    { rows: { 'title.ratings': manyRows((id) => [`tt${id}`, '8.0', '9.0']) } },
    String.raw`title.ratings.tsv.gz: 3000 of 3000 lines do not fit, for example "tt0000001\t8.0\t9.0" (an id or another required value is missing or malformed): it looks like a file that pandas has saved; the files of IMDb have whole numbers without a decimal point`,
  ],
  [
    'numbers for ids, beside ratings that are right',
    { rows: { 'title.ratings': manyRows((_, at) => [String(at), '8.0', '9']) } },
    String.raw`title.ratings.tsv.gz: 3000 of 3000 lines do not fit, for example "0\t8.0\t9" (an id or another required value is missing or malformed)`,
  ],
])(
  'readSource refuses lines without what they need, and says what their file looks like: %s',
  async (_, files, why) => {
    expect(await reasonFor(files)).toBe(why);
  },
);
