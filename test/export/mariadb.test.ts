import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import { expect, inject, test, vi } from 'vitest';

import { serverVersion } from '../../src/export/engines/mysql/server-version.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import { EVERY_EXPORT_TABLE, exportTableNamed } from '../../src/export/shape/every-table.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import { TMDB_EXPORT_NOTICE } from '../../src/export/shape/tmdb-export-tables.ts';
import { EXPORT_VIEWS } from '../../src/export/shape/views.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { planLoad } from '../../src/export/load/load-plan.ts';
import { SILENT_EXPORT } from '../../src/export/load/export-outcome.ts';
import { openSource } from '../../src/export/source/open-source.ts';
import { partsOf } from '../../src/export/source/parts.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import type { Target } from '../../src/export/targets/target.ts';
import { printSchema } from '../../src/commands/administration/exports.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { demoBuild } from '../support/demo-build.ts';
import { hasMariadb, startMariadb } from '../support/databases/mariadb.ts';
import type { Mariadb } from '../support/databases/mariadb.ts';
import { oddBuild } from './odd-build.ts';
import { questionTests } from './question-tests.ts';
import type { TestDatabase } from './test-engine.ts';
import { testEngine } from './test-engine.ts';

const PASSWORD = "se%cret / @ : ? 'x'";

let server: Mariadb;

async function withClient<T>(work: (client: Connection) => Promise<T>): Promise<T> {
  const { user = '', password = '' } = parseTarget(server.connectionString) as { user?: string; password?: string };
  const client = await createConnection({
    host: '127.0.0.1',
    port: server.port,
    user,
    password,
    database: 'films',
    rowsAsArray: true,
    decimalNumbers: true,
    charset: 'utf8mb4_bin',
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function open(): Promise<TestDatabase> {
  if (!hasMariadb()) throw new Error('there is no MariaDB: install the package mariadb-server');
  server = await startMariadb({ logFolder: inject('runFolder'), password: PASSWORD, database: 'films' });

  return {
    url: server.connectionString,
    rows: ({ name, columns }: ExportTable) =>
      withClient(async (client) => {
        const [rows] = await client.query(`SELECT ${columns.map((column) => column.name).join()} FROM ${name}`);
        return (rows as ExportValue[][]).map((row) =>
          row.map((value, index) => (columns[index]?.content.kind === 'flag' && value !== null ? value === 1 : value)),
        );
      }),
    sql: (...statements) =>
      withClient(async (client) => {
        let rows: unknown[][] = [];
        for (const sql of statements) rows = (await client.query(sql))[0] as unknown as unknown[][];
        return rows;
      }),
    killAndRestart: () => server.killAndRestart(),
    remove: () => server.remove(),
  };
}

const { database, run } = testEngine({ engine: 'mysql', open });

questionTests('mysql', {
  load: async () => run((await demoBuild(0.001)).folders),
  sql: (text, values) =>
    withClient(async (client) => (await client.query(text, [...values]))[0] as unknown as unknown[][]),
});

/** An empty database of its own, which the user of the export owns. */
async function newDatabase(name: string): Promise<{ target: Target; sql: (text: string) => Promise<string[]> }> {
  const whole = `films_${name}`;
  await server.mariadb(`DROP DATABASE IF EXISTS ${whole}; CREATE DATABASE ${whole}`);
  return {
    target: parseTarget(server.connectionString.replace(/films$/, whole)),
    sql: async (text) => (await server.mariadb(text, { database: whole })).split('\n').filter((line) => line !== ''),
  };
}

const TABLES = 'SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1';

test('the file of the schema is loaded by the client mariadb without an error or a warning, with its comments', async () => {
  const { sql } = await newDatabase('schema');
  expect(await sql(`SET sql_mode = DEFAULT;\n${printSchema('mysql', { tmdb: true })}`)).toEqual(
    // What ANALYZE TABLE says.
    EVERY_EXPORT_TABLE.map(({ name }) => `films_schema.${name}\tanalyze\tstatus\tOK`),
  );
  expect((await sql(TABLES)).sort()).toEqual([...EVERY_EXPORT_TABLE, ...EXPORT_VIEWS].map(({ name }) => name).sort());
  const comments = await sql(
    `SELECT column_name, column_comment FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name = 'title_basics' ORDER BY ordinal_position`,
  );
  expect(await sql("SELECT table_comment FROM information_schema.tables WHERE table_name = 'tmdb_titles'")).toEqual([
    `Films and series, as TMDB has them. ${TMDB_EXPORT_NOTICE}`,
  ]);
  expect(comments).toEqual(exportTableNamed('title_basics')?.columns.map(({ name, meaning }) => `${name}\t${meaning}`));
});

test('a server that takes no local files is told how to allow them, and the old tables stay', async () => {
  const odd = await oddBuild();
  const { target, sql } = await newDatabase('local');
  const only = ['title_ratings' as const];
  await run(odd, { target, selection: { only } });
  const before = await sql('SELECT count(*) FROM title_ratings');
  await server.mariadb('SET GLOBAL local_infile = 0');
  try {
    expect(await run(odd, { target, selection: { only, minVotes: 10 } })).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/takes no rows by LOAD DATA LOCAL: allow it with SET GLOBAL local_infile = 1/),
    });
  } finally {
    await server.mariadb('SET GLOBAL local_infile = 1');
  }
  expect(await sql('SELECT count(*) FROM title_ratings')).toEqual(before);
  expect(await run(odd, { target, selection: { only, minVotes: 10 } })).toMatchObject({ status: 'exported' });
});

test('a text that the server cuts and a row that it leaves out fail the load, and nothing of it stays', async () => {
  const folders = await oddBuild();
  const { target, sql } = await newDatabase('cut');
  const table = exportTableNamed('title_basics');
  const manifest = await readCurrent(folders);
  if (table === undefined || manifest === undefined) throw new Error('there is no build');
  const selection = { only: [table.name] };
  const source = await openSource({ folders, manifest, selection, memoryLimit: '512MiB', threads: 1 });
  const engine = await openEngine(target, { sessions: 1 });
  try {
    await engine.begin(
      await planLoad({ source, selection, dialect: engine.dialect, exported: [], made: [], replace: false }),
    );
    const [part] = await partsOf(source, { table, folders });
    if (part === undefined) throw new Error('there is no part');
    const { signal } = new AbortController();
    const options = { condition: 'true', signal };
    const loading = 'title_basics_marquee_loading';
    await sql(`ALTER TABLE ${loading} MODIFY originalTitle VARCHAR(3)`);
    const cut = await engine.openSession(source);
    await expect(cut.load(part, { ...options, step: 'cut' })).rejects.toThrow(
      /took \d+ of \d+ rows, with \d+ warnings: Data truncated for column 'originalTitle'/,
    );
    expect(await sql(`SELECT count(*) FROM ${loading}`)).toEqual(['0']);
    await sql(`ALTER TABLE ${loading} MODIFY originalTitle TEXT`);
    const rows = await cut.load(part, { ...options, step: 'whole' });
    expect(rows).toBeGreaterThan(0);
    await expect(cut.load(part, { ...options, step: 'twice' })).rejects.toThrow(/took 0 of \d+ rows, .*Duplicate/);
    expect(await sql(`SELECT count(*) FROM ${loading}`)).toEqual([String(rows)]);
    expect(await sql('SELECT step FROM marquee_steps ORDER BY 1')).toEqual(['begin', 'whole']);
    // Indexes that a run has made and not noted any more are found.
    await cut.finish(table, 'indexes');
    await cut.finish(table, 'indexes again');
    await cut.close();
  } finally {
    await engine.close();
    await source.close();
  }
});

test('rights that were given on a table and a view hold for those that replace them', async () => {
  const odd = await oddBuild();
  const { target, sql } = await newDatabase('rights');
  const only = ['title_ratings' as const, 'title_basics' as const];
  await run(odd, { target, selection: { only } });
  await sql(
    `CREATE OR REPLACE USER reader@localhost; GRANT SELECT ON title_basics TO reader@localhost;
     GRANT SELECT ON title_ratings TO reader@localhost; GRANT SELECT ON movies_with_ratings TO reader@localhost`,
  );
  await run(odd, { target, selection: { only, minVotes: 10 } });
  const [read] = await sql('SELECT count(*) FROM movies_with_ratings');
  expect(await server.mariadb('SELECT count(*) FROM films_rights.movies_with_ratings', { user: 'reader' })).toBe(read);
});

test('foreign keys are there where all rows honour them, and none leads to a table that was replaced', async () => {
  const odd = await oddBuild();
  const { target, sql } = await newDatabase('keys');
  const keys = `SELECT concat(table_name, '.', constraint_name, ' to ', referenced_table_name)
    FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() ORDER BY 1`;
  const all = [
    'title_akas.title_akas_titleId to title_basics',
    'title_crew.title_crew_tconst to title_basics',
    'title_episode.title_episode_parentTconst to title_basics',
    'title_episode.title_episode_tconst to title_basics',
    'title_principals.title_principals_nconst to name_basics',
    'title_principals.title_principals_tconst to title_basics',
    'title_ratings.title_ratings_tconst to title_basics',
  ];
  await run(odd, { target });
  expect(await sql(keys)).toEqual(all);
  await run(odd, { target, selection: { only: ['title_basics'], minVotes: 1 } });
  expect(await sql(keys)).toEqual(['title_principals.title_principals_nconst to name_basics']);
  await run(odd, { target });
  expect(await sql(keys)).toEqual(all);
  expect((await sql(TABLES)).filter((name) => name.includes('_marquee_'))).toEqual([]);
});

test('a table that no export has made is replaced only where that is asked for', async () => {
  const folders = await oddBuild();
  const { target, sql } = await newDatabase('theirs');
  const selection = { only: ['title_ratings' as const, 'title_crew' as const] };
  await sql('CREATE TABLE title_ratings (mine INT); CREATE VIEW title_crew AS SELECT mine FROM title_ratings');
  expect(await run(folders, { target, selection, replace: false })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/that no export made: title_crew, title_ratings; --replace replaces them/),
  });
  expect(await run(folders, { target, selection, replace: true })).toMatchObject({ status: 'exported' });
  expect(await sql(TABLES)).toEqual(['marquee_export', 'title_crew', 'title_ratings']);
});

test('what others have tied to a table is never broken: the export says what stands in its way', async () => {
  const odd = await oddBuild();
  const { target, sql } = await newDatabase('ties');
  const selection = { only: ['title_ratings' as const], minVotes: 10 };
  await run(odd, { target, selection: { only: selection.only } });
  await sql(
    `CREATE TABLE mine (id VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin, CONSTRAINT rated FOREIGN KEY (id) REFERENCES title_ratings (tconst));
     CREATE TRIGGER seen BEFORE DELETE ON title_ratings FOR EACH ROW SET @seen = 1;
     CREATE TABLE top_rated_movies (mine INT)`,
  );
  expect(await run(odd, { target, selection })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(
      /there is the table top_rated_movies, the foreign key rated of mine to title_ratings, the trigger seen of title_ratings: drop that/,
    ),
  });
  await sql('DROP TABLE mine, top_rated_movies; DROP TRIGGER seen');
  expect(await run(odd, { target, selection })).toMatchObject({ status: 'exported' });
});

test('a run that ended between the swap and its last note is made good by the next one', async () => {
  const odd = await oddBuild();
  const { target, sql } = await newDatabase('between');
  const selection = { only: ['title_ratings' as const, 'title_basics' as const] };
  await run(odd, { target, selection });
  await sql(
    `SET foreign_key_checks = 0; UPDATE marquee_export SET content = ''; DROP VIEW movies_with_ratings;
     CREATE TABLE title_basics_marquee_old (tconst VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY);
     CREATE TABLE marquee_steps_marquee_old (step INT);
     ALTER TABLE title_ratings ADD CONSTRAINT left_over FOREIGN KEY (tconst) REFERENCES title_basics_marquee_old (tconst)`,
  );
  expect(await run(odd, { target, selection, replace: false })).toMatchObject({ status: 'exported', unchanged: [] });
  expect((await sql(TABLES)).filter((name) => name.includes('_marquee_'))).toEqual([]);
  expect(await sql('SELECT count(*) > 0 FROM movies_with_ratings')).toEqual(['1']);
});

test('the swap waits for a reader that holds a table, and other readers do not wait as long', async () => {
  const odd = await oddBuild();
  const only = ['title_ratings' as const];
  const { target, sql } = await newDatabase('readers');
  await run(odd, { target, selection: { only } });
  const [before] = await sql('SELECT count(*) FROM title_ratings');
  const holder = await createConnection({ socketPath: server.socket, user: 'root', database: 'films_readers' });
  let ended = false;
  try {
    await holder.query('START TRANSACTION');
    await holder.query('SELECT count(*) FROM title_ratings');
    const running = run(odd, { target, selection: { only, minVotes: 10 } }).finally(() => {
      ended = true;
    });
    await vi.waitUntil(
      async () =>
        (await server.mariadb(
          `SELECT count(*) FROM information_schema.processlist WHERE state LIKE '%metadata lock%' AND info LIKE 'RENAME%'`,
        )) === '1',
      { timeout: 60_000, interval: 50 },
    );
    expect(await sql('SELECT count(*) FROM title_ratings')).toEqual([before]);
    expect(ended).toBe(false);
    await holder.query('COMMIT');
    expect(await running).toMatchObject({ status: 'exported' });
  } finally {
    await holder.end();
  }
  expect(await sql('SELECT count(*) FROM title_ratings')).not.toEqual([before]);
});

test('an export whose connections are cut leaves its lock and its parts to the next one', async () => {
  const { folders } = await demoBuild(0.001);
  const { target, sql } = await newDatabase('killed');
  await run(await oddBuild(), { target });
  const before = await sql('SELECT count(*) FROM title_basics');
  let killed: Promise<unknown> | undefined;
  const progress = {
    ...SILENT_EXPORT,
    loaded: () => void (killed ??= server.mariadb("KILL HARD USER exporter@'127.0.0.1'")),
  };
  expect(await run(folders, { target, progress })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/the connection was cut/),
  });
  await killed;
  expect(await sql('SELECT count(*) FROM title_basics')).toEqual(before);
  const outcome = await run(folders, { target });
  expect(outcome.status === 'exported' && outcome.resumedParts).toBeGreaterThan(0);
});

test('a full disk is said in words, and the old tables stay', async () => {
  const { folders } = await demoBuild(0.001);
  const { target, sql } = await newDatabase('full');
  await run(await oddBuild(), { target });
  const before = await sql('SELECT count(*) FROM title_principals');
  // All tables in one file, which does not grow: see SHARED_FILE.
  await server.mariadb('SET GLOBAL innodb_file_per_table = 0');
  try {
    expect(await run(folders, { target })).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/the server's disk is full/),
    });
  } finally {
    await server.mariadb('SET GLOBAL innodb_file_per_table = 1');
  }
  expect(await sql('SELECT count(*) FROM title_principals')).toEqual(before);
});

test.each([
  ['a wrong password', (url: string) => url.replace(/:[^:@/]+@/, ':wrong@'), /the user or the password is wrong/],
  [
    'a database that is not there',
    (url: string) => url.replace(/films$/, 'films_nowhere'),
    /there is no such database/,
  ],
  ["a database that is somebody else's", (url: string) => url.replace(/films$/, 'mysql'), /the user lacks a right/],
  ['a port where nothing listens', (url: string) => url.replace(/:\d+\//, ':1/'), /nothing listens there/],
  ['encryption that the server has not', (url: string) => `${url}?ssl-mode=REQUIRED`, /takes no encrypted connections/],
  ['a host that is not there', (url: string) => url.replace('127.0.0.1', 'no-host.invalid'), /host/],
])('%s is said in words, and no word is the password', async (_, change, words) => {
  const target = parseTarget(change(database().url));
  const failure = await openEngine(target, { sessions: 1 }).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  expect(failure?.message).toMatch(words);
  expect(`${failure?.message} ${String(failure?.cause)}`).not.toMatch(/se%|se%25|cret|wrong@/);
});

test('a server is reached over its socket', async () => {
  const target = parseTarget(`mysql://root@/films?host=${encodeURIComponent(server.socket)}`);
  const engine = await openEngine(target, { sessions: 1 });
  await engine.close();
  expect(engine.version).toMatch(/^MariaDB \d+\.\d+\.\d+$/);
});

test('ssl-mode of an address is one of the four', async () => {
  const target = parseTarget(`${server.connectionString}?ssl-mode=maybe`);
  await expect(openEngine(target, { sessions: 1 })).rejects.toThrow(
    /ssl-mode of a mysql:\/\/ address is DISABLED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY/,
  );
});

test('titles are found by their words', async () => {
  const { target, sql } = await newDatabase('words');
  await run(await oddBuild(), { target, selection: { only: ['title_basics'] } });
  const found = await sql(`SELECT primaryTitle FROM title_basics WHERE MATCH (primaryTitle) AGAINST ('GESLA')`);
  // The collation of texts knows letters without their marks and their case.
  expect(found).toEqual(['Zażółć gęślą jaźń 映画 العربية']);
});

test('a user that may only read is told which rights an export needs', async () => {
  await newDatabase('reading');
  await server.mariadb(
    "CREATE OR REPLACE USER looker@'127.0.0.1' IDENTIFIED BY 'se%cret'; GRANT SELECT ON films_reading.* TO looker@'127.0.0.1'",
  );
  const target = parseTarget(`mysql://looker:se%25cret@127.0.0.1:${server.port}/films_reading`);
  const outcome = await run(await oddBuild(), { target, selection: { only: ['title_ratings'] } });
  expect(outcome).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/the user lacks a right: .*GRANT ALL PRIVILEGES/),
  });
  expect(JSON.stringify(outcome)).not.toContain('cret');
});

test.each([
  ['8.4.3', 'MySQL 8.4.3'],
  ['8.0.mysql_aurora.3.05.2', 'MySQL 8.0'],
  ['10.11.6-MariaDB-0+deb12u1-log', 'MariaDB 10.11.6'],
  ['5.5.5-11.4.2-MariaDB', 'MariaDB 11.4.2'],
])('serverVersion reads %s', (text, name) => {
  expect(serverVersion(text)).toBe(name);
});

test.each([
  ['5.7.44-log', 'MySQL 5.7.44 is too old: exports need MySQL 8.0 or newer'],
  ['10.5.23-MariaDB', 'MariaDB 10.5.23 is too old: exports need MariaDB 10.6 or newer'],
])('serverVersion refuses %s', (text, words) => {
  expect(() => serverVersion(text)).toThrow(words);
});
