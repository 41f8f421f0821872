import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { TMDB_ATTRIBUTION } from '../../src/dataset/sources/tmdb-terms.ts';
import { TMDB_EXPORT_TABLES } from '../../src/export/shape/tmdb-export-tables.ts';
import { printSchema } from '../../src/commands/administration/exports.ts';
import { EVERY_EXPORT_TABLE } from '../../src/export/shape/every-table.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { EXPORT_VIEWS } from '../../src/export/shape/views.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { buildFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { flip, PLACES } from '../damage/flip.ts';
import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { questionTests } from './question-tests.ts';
import { oddBuild } from './odd-build.ts';
import { oddTmdbBuild, oddTmdbNow } from './odd-tmdb-build.ts';
import { testEngine } from './test-engine.ts';

function open() {
  const path = join(newFolder('sqlite'), 'films.db');

  function ask(sql: string, options: { readOnly?: boolean } = { readOnly: true }): unknown[][] {
    const database = new DatabaseSync(path, options);
    try {
      return database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row));
    } finally {
      database.close();
    }
  }

  return Promise.resolve({
    url: `sqlite:${path}`,
    rows: ({ name, columns }: { name: string; columns: readonly { content: { kind: string } }[] }) =>
      Promise.resolve(
        ask(`SELECT * FROM ${name}`).map((row) =>
          row.map((value, index) => (columns[index]?.content.kind === 'flag' ? value === 1 : value) as ExportValue),
        ),
      ),
    sql(...statements: string[]) {
      const answers = statements.map((sql) => ask(sql, { readOnly: sql.startsWith('SELECT') }));
      return Promise.resolve(answers.at(-1) ?? []);
    },
    remove: () => Promise.resolve(),
  });
}

const { database, run } = testEngine({ engine: 'sqlite', open });

questionTests('sqlite', {
  load: async () => run((await demoBuild(0.001)).folders),
  sql(statement, values) {
    const file = new DatabaseSync(database().url.replace('sqlite:', ''), { readOnly: true });
    try {
      const rows = file.prepare(statement).all(...values);
      return Promise.resolve(rows.map((row) => Object.values(row)));
    } finally {
      file.close();
    }
  },
});

test('the file of the schema is loaded by sqlite3', () => {
  const sqlite = spawnSync('sqlite3', [':memory:'], {
    input: `.bail on\n${printSchema('sqlite', { tmdb: true })}\nSELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY name);
      INSERT INTO title_ratings VALUES ('tt0000001', 'no number', 1);`,
    encoding: 'utf8',
  });
  expect(sqlite.error).toBeUndefined();
  const names = [...EVERY_EXPORT_TABLE, ...EXPORT_VIEWS].map(({ name }) => name).sort();
  expect(sqlite.stdout.trim()).toBe(names.join(' '));
  // A table is strict.
  expect(sqlite.stderr).toMatch(/^[^\n]*cannot store TEXT value in REAL column title_ratings\.averageRating[^\n]*\n?$/);
});

test('a file has TMDB’s notice beside its data, and no byte of the data when that is taken out', async () => {
  const folders = await oddTmdbBuild();
  await run(folders, { selection: { tmdb: true }, now: oddTmdbNow });
  const path = database().url.replace('sqlite:', '');
  const other = new DatabaseSync(path);
  // What stays in the file is copied and not made anew.
  other.exec("CREATE TABLE own (word TEXT); INSERT INTO own VALUES ('kept')");
  const statements = other.prepare(`SELECT sql FROM sqlite_schema WHERE name LIKE 'tmdb%' AND type = 'table'`).all();
  other.close();
  expect(statements).toHaveLength(TMDB_EXPORT_TABLES.length);
  for (const { sql } of statements) expect(sql).toContain(TMDB_ATTRIBUTION);
  const said = 'A long biography';
  expect(readFileSync(path).includes(said)).toBe(true);
  expect(await run(folders)).toMatchObject({ status: 'exported', tables: [] });
  expect(readFileSync(path).includes(said)).toBe(false);
  expect(await database().sql('SELECT word FROM own')).toEqual([['kept']]);
});

test('a name that no file can have is refused in words', async () => {
  const folder = newFolder('place');
  const odd = await oddBuild();
  expect(await run(odd, { target: parseTarget(`sqlite:${folder}`) })).toMatchObject({
    status: 'failed',
    reason: `${folder} is a folder: give the name of a file`,
  });
  // Also where nothing is written, as `marquee export test` has it.
  await expect(openEngine(parseTarget(`sqlite:${folder}/none/films.db`), { sessions: 1 })).rejects.toThrow(
    `the folder ${folder}/none is not there: make it first`,
  );
});

test('a file that another program has put into WAL mode is taken whole, with what is in its log', async () => {
  const { folders } = await demoBuild(0.001);
  await run(folders);
  const path = database().url.replace('sqlite:', '');
  const other = new DatabaseSync(path);
  other.exec("PRAGMA journal_mode = WAL; CREATE TABLE mine (word TEXT); INSERT INTO mine VALUES ('kept')");
  // While it is open there, nothing can be put in its place.
  expect(await run(folders, { selection: { minVotes: 30 } })).toMatchObject({
    status: 'busy',
    reason: expect.stringMatching(/open in another program in WAL mode/),
  });
  other.close();
  expect(await run(folders, { selection: { minVotes: 30 } })).toMatchObject({ status: 'exported' });
  expect(await database().sql('SELECT word FROM mine')).toEqual([['kept']]);
});

test('a table of the build that is damaged is not exported, and the target stays as it is', async () => {
  const { folders } = await demoBuild(0.001);
  await run(folders);
  const damaged = await copyData(folders);
  const { buildId } = (await readCurrent(damaged)) ?? expect.fail('there is no build');
  flip(join(buildFolder(damaged, buildId), tableFile('ratings')), PLACES.middle);
  expect(await run(damaged, { selection: { minVotes: 40 } })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/tables\/ratings\.parquet of build \w+ has another checksum .*repair/),
  });
  expect((await database().sql('SELECT count(*) FROM title_ratings'))[0]?.[0]).toBeGreaterThan(1000);
});
