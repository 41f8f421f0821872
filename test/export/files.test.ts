import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';

import { TMDB_ATTRIBUTION } from '../../src/dataset/sources/tmdb-terms.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { exportFiles } from '../../src/export/files/export-files.ts';
import type { FileExportOptions, FileFormat } from '../../src/export/files/export-files.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import type { ExportColumn } from '../../src/export/shape/export-column.ts';
import { EVERY_EXPORT_TABLE } from '../../src/export/shape/every-table.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import { TMDB_EXPORT_NOTICE, TMDB_EXPORT_TABLES } from '../../src/export/shape/tmdb-export-tables.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { openTables } from '../product/tables.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { mountDisk } from '../support/small-disk.ts';
import { buildValues } from './build-values.ts';
import { oddBuild } from './odd-build.ts';
import { oddTmdbBuild, oddTmdbNow } from './odd-tmdb-build.ts';

type Row = Record<string, unknown>;

async function run(folders: Folders, options: Partial<FileExportOptions> & Pick<FileExportOptions, 'format' | 'out'>) {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no build');
  return exportFiles({
    folders,
    manifest,
    selection: {},
    memoryLimit: '512MiB',
    threads: 1,
    onWritten: () => undefined,
    signal: new AbortController().signal,
    ...options,
  });
}

/** A DuckDB of its own, as somebody with the files has it; of a file where one is given. */
async function openDuckdb(path = ':memory:'): Promise<(sql: string) => Promise<Row[]>> {
  const instance = await DuckDBInstance.create(path, path === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  onTestFinished(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

function typeOf({ content: { kind } }: ExportColumn, lists: boolean): string {
  if (kind === 'integer') return 'INTEGER';
  if (kind === 'big integer') return 'BIGINT';
  if (kind === 'integer list') return lists ? 'INTEGER[]' : 'VARCHAR';
  if (kind === 'rating' || kind === 'number') return 'DOUBLE';
  if (kind === 'flag') return 'BOOLEAN';
  return lists && kind.endsWith('list') ? 'VARCHAR[]' : 'VARCHAR';
}

/** SQL of a table as a reader of its file has it. */
function readTable(table: ExportTable, { format, out }: { format: FileFormat; out: string }): string {
  const path = join(out, `${table.name}.${format}`);
  const columns = (lists: boolean): string =>
    `{${table.columns.map((column) => `"${column.name}": '${typeOf(column, lists)}'`).join(', ')}}`;
  if (format === 'parquet') return `read_parquet('${path}')`;
  if (format === 'ndjson') return `read_json('${path}', format = 'newline_delimited', columns = ${columns(true)})`;
  if (format === 'csv') {
    return `read_csv('${path}', header = true, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false,
      auto_detect = false, columns = ${columns(false)})`;
  }
  return table.name;
}

const DATABASE: Partial<Record<FileFormat, string>> = { duckdb: 'marquee.duckdb', catalog: 'catalog.duckdb' };

async function openExport(format: FileFormat, out: string): Promise<(sql: string) => Promise<Row[]>> {
  const file = DATABASE[format];
  return openDuckdb(file === undefined ? undefined : join(out, file));
}

/** Compares every row and value of the files with the Parquet tables of the build, in the order of their keys. */
async function expectWhole(
  folders: Folders,
  { format, out, of = EXPORT_TABLES }: { format: FileFormat; out: string; of?: readonly ExportTable[] },
): Promise<void> {
  const query = await openExport(format, out);
  const tables = await openTables(folders);
  try {
    for (const table of of) {
      const wanted = await buildValues(tables, table, format === 'csv' ? 'sqlite' : 'duckdb');
      const rows = await query(`FROM ${readTable(table, { format, out })}`);
      const found = rows.map((row) =>
        table.columns.map(({ name, content }) =>
          // DuckDB writes a large whole number as a text.
          content.kind === 'big integer' && row[name] !== null ? Number(row[name]) : row[name],
        ),
      );
      expect(found.length, table.name).toBe(wanted.length);
      for (const [index, row] of wanted.entries()) {
        if (JSON.stringify(row) !== JSON.stringify(found[index])) expect(found[index], table.name).toEqual(row);
      }
    }
  } finally {
    tables.close();
  }
}

/** All files of a folder with their hashes. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(files.map((name) => [name, sha256(join(folder, name))]));
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const FORMATS: FileFormat[] = ['parquet', 'csv', 'ndjson', 'duckdb', 'catalog'];

test.each(FORMATS)('an export as %s has every row and every value of the build', async (format) => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder(format);
  expect(await run(folders, { format, out })).toMatchObject({ status: 'exported' });
  await expectWhole(folders, { format, out });
});

test.each(FORMATS)(
  'texts with backslashes, quotes, separators, NUL and signs of all scripts stand in %s',
  async (format) => {
    const folders = await oddBuild();
    const out = newFolder(format);
    expect(await run(folders, { format, out })).toMatchObject({ status: 'exported' });
    await expectWhole(folders, { format, out });
  },
);

test.each(FORMATS)(
  'an export as %s has TMDB’s data where it is asked for, with its notice, and else none of it',
  async (format) => {
    const folders = await oddTmdbBuild();
    const out = newFolder(`${format}-tmdb`);
    const options = { format, out, now: oddTmdbNow };
    expect(await run(folders, { ...options, selection: { tmdb: true } })).toMatchObject({
      status: 'exported',
      tmdb: { notice: TMDB_EXPORT_NOTICE, oldestFetchedAt: '2026-11-19T03:00:00.000Z', keepUntil: '2027-05-18' },
    });
    await expectWhole(folders, { format, out, of: EVERY_EXPORT_TABLE });
    const notice = readFileSync(join(out, 'TMDB.txt'), 'utf8');
    for (const said of [TMDB_ATTRIBUTION, 'non-commercial', 'by 2027-05-18']) expect(notice).toContain(said);
    if (format === 'parquet') {
      const query = await openDuckdb();
      for (const { name } of TMDB_EXPORT_TABLES) {
        const [row] = await query(
          `SELECT decode(value) AS value FROM parquet_kv_metadata('${join(out, name)}.parquet')`,
        );
        expect(row, name).toEqual({ value: TMDB_EXPORT_NOTICE });
      }
    }
    expect(await run(folders, options)).toMatchObject({ status: 'exported' });
    await expectWhole(folders, { format, out });
    expect(Object.keys(filesIn(out)).filter((name) => /tmdb/i.test(name))).toEqual([]);
    const query = await openExport(format, out);
    const there = await query(
      `SELECT table_name FROM information_schema.columns WHERE (table_name || column_name) ILIKE '%tmdb%'`,
    );
    expect(there).toEqual([]);
    if (format !== 'catalog' && format !== 'duckdb') {
      const films = readFileSync(join(out, `films.${format}`));
      expect(films.includes('tmdb')).toBe(false);
    }
  },
);

test('films have columns of TMDB’s where its data is asked for', async () => {
  const folders = await oddTmdbBuild();
  for (const format of ['parquet', 'csv', 'duckdb'] as const) {
    const out = newFolder(`films-${format}`);
    await run(folders, { format, out, now: oddTmdbNow, selection: { tmdb: true } });
    const query = await openExport(format, out);
    const from = format === 'duckdb' ? 'films' : `'${join(out, `films.${format}`)}'`;
    const rows = await query(
      `SELECT film_id, title, tmdb_id, tmdb_title, tmdb_keywords, tmdb_rating FROM ${from} WHERE tmdb_id IS NOT NULL`,
    );
    const keywords = ['film, in film', 'projector'];
    const text = JSON.stringify(keywords);
    expect(rows).toEqual([
      {
        film_id: 'tt0000001',
        title: expect.any(String),
        tmdb_id: format === 'csv' ? '603' : 603,
        tmdb_title: 'The Film',
        tmdb_keywords: format === 'csv' ? text : keywords,
        tmdb_rating: 8.2,
      },
    ]);
  }
});

test('a build without TMDB’s data is not exported with it, and the folder stays empty', async () => {
  const out = newFolder('none');
  expect(await run(await oddBuild(), { format: 'csv', out, selection: { tmdb: true } })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/has no data of TMDB's: nothing was exported/),
  });
  expect(readdirSync(out)).toEqual([]);
});

test('export.json names each file with its size and its hash', async () => {
  const out = newFolder('record');
  const outcome = await run(await oddBuild(), { format: 'parquet', out });
  const record = JSON.parse(readFileSync(join(out, 'export.json'), 'utf8')) as {
    files: { file: string; bytes: number; sha256: string }[];
    tables: { file: string; rows: number }[];
  };
  const { 'export.json': _, '.export-lock': __, ...files } = filesIn(out);
  expect(Object.fromEntries(record.files.map(({ file, ...seal }) => [file, seal.sha256]))).toEqual(files);
  for (const { file, bytes } of record.files) expect(statSync(join(out, file)).size).toBe(bytes);
  expect(record.tables).toContainEqual({ file: 'title_ratings.parquet', rows: 25 });
  expect(outcome).toMatchObject({ files: record.files.length, tables: record.tables });
});

test('each title is in the folder of each of its genres once, and in none where it has none', async () => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder('genres');
  await run(folders, { format: 'parquet', out });
  const query = await openDuckdb();
  const parts = `read_parquet('${out}/title_basics_by_genre/*/*.parquet', hive_partitioning = true)`;
  const found = await query(`SELECT genre, tconst FROM ${parts} ORDER BY ALL`);
  const wanted = await query(
    `SELECT unnest(coalesce(genres, ['none'])) AS genre, tconst FROM '${out}/title_basics.parquet' ORDER BY ALL`,
  );
  expect(found.length).toBeGreaterThan(1000);
  expect(found).toEqual(wanted);
  expect(new Set(found.map(({ genre }) => genre)).size).toBeGreaterThan(10);
  // One folder alone is a list of its own.
  const [alone] = await query(
    `SELECT count(*)::INTEGER AS n FROM '${out}/title_basics_by_genre/genre=Drama/*.parquet'`,
  );
  expect(alone).toEqual({ n: wanted.filter(({ genre }) => genre === 'Drama').length });
});

test('films have their people in the order of billing, each once, and what else IMDb has of them', async () => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder('films');
  await run(folders, { format: 'csv', out });
  const found = await (
    await openDuckdb()
  )(
    `SELECT film_id, title, original_title, year::INTEGER AS year, duration::INTEGER AS duration, genres, rating::DOUBLE AS rating,
       vote_count::INTEGER AS vote_count, persons
     FROM read_csv('${out}/films.csv', all_varchar = true, header = true, quote = '"', escape = '"')`,
  );
  const tables = await openTables(folders);
  try {
    const titles = await tables.rows<Row>(
      `SELECT t.tconst, primaryTitle, originalTitle, startYear, runtimeMinutes, genres, averageRating, numVotes
       FROM titles t LEFT JOIN ratings r USING (tconst) WHERE titleType IN ('movie', 'tvMovie') ORDER BY tconst`,
    );
    const credits = await tables.rows<{ tconst: number; nconst: number; primaryName: string }>(
      `SELECT p.tconst, p.nconst, n.primaryName FROM principals p JOIN names n USING (nconst) ORDER BY p.tconst, p.ordering`,
    );
    const people = new Map<number, Map<number, string>>();
    for (const { tconst, nconst, primaryName } of credits) {
      const there = people.get(tconst) ?? new Map<number, string>();
      if (!there.has(nconst)) there.set(nconst, primaryName);
      people.set(tconst, there);
    }
    expect(found.length).toBeGreaterThan(100);
    expect(found).toEqual(
      titles.map((row) => {
        const names = people.get(Number(row['tconst']));
        return {
          film_id: `tt${String(row['tconst']).padStart(7, '0')}`,
          title: row['primaryTitle'],
          original_title: row['originalTitle'],
          year: row['startYear'],
          duration: row['runtimeMinutes'],
          genres: (row['genres'] as string[] | null)?.join(',') ?? null,
          rating: row['averageRating'],
          vote_count: row['numVotes'],
          persons: names === undefined ? null : JSON.stringify([...names.values()]),
        };
      }),
    );
  } finally {
    tables.close();
  }
});

test('similarities stand both ways with one score', async () => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder('similarities');
  await run(folders, { format: 'parquet', out });
  const query = await openDuckdb();
  const [counted] = await query(
    `SELECT count(*)::INTEGER AS pairs, count(DISTINCT (film_id, similar_id))::INTEGER AS distinct_pairs,
       (SELECT count(*)::INTEGER FROM '${out}/similarities.parquet' a ANTI JOIN '${out}/similarities.parquet' b
          ON a.film_id = b.similar_id AND a.similar_id = b.film_id AND a.score = b.score) AS alone,
       min(score) > 0 AND max(score) <= 1 AS scored, bool_or(film_id = similar_id) AS themselves
     FROM '${out}/similarities.parquet'`,
  );
  expect(counted).toEqual({
    pairs: counted?.['distinct_pairs'],
    distinct_pairs: expect.any(Number),
    alone: 0,
    scored: true,
    themselves: false,
  });
  expect(counted?.['pairs']).toBeGreaterThan(100);
});

test('catalog.duckdb answers at once from the build where it is, and is small', async () => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder('catalog');
  expect(await run(folders, { format: 'catalog', out })).toMatchObject({ status: 'exported', files: 1 });
  const path = join(out, 'catalog.duckdb');
  expect(statSync(path).size).toBeLessThan(4 << 20);
  const query = await openDuckdb(path);
  const [best] = await query(`SELECT ranking, tconst FROM top_rated_movies WHERE ranking = 1`);
  expect(best).toMatchObject({ ranking: '1', tconst: expect.stringMatching(/^tt/) });
  const names = await query('SELECT count(*)::INTEGER AS n FROM build.title_cards');
  expect(names[0]?.['n']).toBeGreaterThan(1000);
  // Attached by another database, its views find their tables too.
  const other = await openDuckdb();
  await other(`ATTACH '${path}' AS films (READ_ONLY)`);
  expect(await other(`SELECT tconst FROM films.top_rated_movies WHERE ranking = 1`)).toEqual([
    { tconst: best?.['tconst'] },
  ]);
});

test('a file of DuckDB has views, and comments on tables and columns', async () => {
  const out = newFolder('duckdb');
  await run(await oddBuild(), { format: 'duckdb', out });
  const query = await openDuckdb(join(out, 'marquee.duckdb'));
  const uncommented = `SELECT table_name AS name FROM duckdb_tables() WHERE comment IS NULL
    UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL AND table_name IN ('title_basics')`;
  expect(await query(uncommented)).toEqual([]);
  expect(await query("SELECT primaryTitle FROM movies_with_ratings WHERE tconst = 'tt0000001'")).toEqual([
    { primaryTitle: 'The Film' },
  ]);
});

test('a part of a build leaves the flat tables the titles of that part', async () => {
  const { folders } = await demoBuild(0.001);
  const out = newFolder('part');
  await run(folders, { format: 'parquet', out, selection: { types: ['movie'], minVotes: 100 } });
  const query = await openDuckdb();
  const [counted] = await query(
    `SELECT (SELECT count(*)::INTEGER FROM '${out}/title_basics.parquet') AS titles,
       (SELECT count(*)::INTEGER FROM '${out}/films.parquet') AS films,
       (SELECT count(*)::INTEGER FROM '${out}/films.parquet' WHERE vote_count < 100) AS unpopular`,
  );
  expect(counted?.['films']).toBe(counted?.['titles']);
  expect(counted?.['titles']).toBeGreaterThan(0);
  expect(counted?.['unpopular']).toBe(0);
  const alone = newFolder('alone');
  await run(folders, { format: 'csv', out: alone, selection: { only: ['title_ratings'] } });
  expect(readdirSync(alone).sort()).toEqual(['.export-lock', 'export.json', 'title_ratings.csv']);
});

test('a second run replaces the files of the first, those of another format too', async () => {
  const out = newFolder('again');
  const odd = await oddBuild();
  const { folders } = await demoBuild(0.001);
  await run(odd, { format: 'parquet', out });
  expect(await run(folders, { format: 'parquet', out })).toMatchObject({ status: 'exported' });
  await expectWhole(folders, { format: 'parquet', out });
  await run(odd, { format: 'duckdb', out });
  expect(readdirSync(out).sort()).toEqual(['.export-lock', 'export.json', 'marquee.duckdb']);
  await expectWhole(odd, { format: 'duckdb', out });
});

test('files of somebody else are refused and stay', async () => {
  const out = newFolder('theirs');
  writeFileSync(join(out, 'thesis.csv'), 'mine');
  expect(await run(await oddBuild(), { format: 'csv', out })).toEqual({
    status: 'failed',
    target: `csv files in ${out}`,
    reason: expect.stringMatching(/holds files that no export has written, such as thesis\.csv: give --out an empty/),
  });
  expect(readdirSync(out)).toEqual(['thesis.csv']);
  // A record that somebody wrote leads nowhere else.
  writeFileSync(
    join(out, 'export.json'),
    JSON.stringify({ tables: [{ file: '../theirs-too' }, { file: 'thesis.csv' }] }),
  );
  const beside = `${out}-too`;
  writeFileSync(beside, 'mine');
  writeFileSync(
    join(out, 'export.json'),
    JSON.stringify({ tables: [{ file: `../${beside.split('/').at(-1) ?? ''}` }] }),
  );
  expect(await run(await oddBuild(), { format: 'csv', out })).toMatchObject({ status: 'failed' });
  expect(readFileSync(beside, 'utf8')).toBe('mine');
});

test('a run that is cancelled leaves the files of the last one, whole, and nothing of its own', async () => {
  const out = newFolder('cancelled');
  await run(await oddBuild(), { format: 'parquet', out });
  const before = filesIn(out);
  // Other files of tests export the same build.
  const folders = { ...(await demoBuild(0.001)).folders, tmp: newFolder('tmp') };
  const stop = new AbortController();
  const onWritten = (): void => stop.abort(new Error('stopped'));
  expect(await run(folders, { format: 'parquet', out, onWritten, signal: stop.signal })).toMatchObject({
    status: 'cancelled',
  });
  expect(filesIn(out)).toEqual(before);
  expect(readdirSync(folders.tmp).filter((name) => name.startsWith('export-'))).toEqual([]);
});

test('two exports into one folder do not mix: the second one is busy', async () => {
  const out = newFolder('two');
  const { folders } = await demoBuild(0.001);
  const outcomes = await Promise.all([run(folders, { format: 'csv', out }), run(folders, { format: 'csv', out })]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['busy', 'exported']);
  await expectWhole(folders, { format: 'csv', out });
});

test.each(['parquet', 'csv', 'ndjson', 'duckdb'] as const)(
  'a full disk is said, and leaves the %s files of the last run',
  async (format) => {
    const out = mountDisk(2048);
    if (out === undefined) return;
    await run(await oddBuild(), { format: 'parquet', out });
    const before = filesIn(out);
    const { folders } = await demoBuild(0.001);
    expect(await run(folders, { format, out })).toEqual({
      status: 'failed',
      target: `${format} files in ${out}`,
      reason: expect.stringMatching(/^could not write [a-z]+ files in [^:]+: the disk is full \(/),
    });
    expect(filesIn(out)).toEqual(before);
  },
);
