import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';
import { expect, inject, test, vi } from 'vitest';

import { printSchema } from '../../src/commands/administration/exports.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { EVERY_EXPORT_TABLE } from '../../src/export/shape/every-table.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { EXPORT_VIEWS } from '../../src/export/shape/views.ts';
import { SILENT_EXPORT } from '../../src/export/load/export-outcome.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import type { Target } from '../../src/export/targets/target.ts';
import { openTables } from '../product/tables.ts';
import { demoBuild } from '../support/demo-build.ts';
import { postgresBinaries, startPostgres } from '../support/databases/postgres.ts';
import { mountDisk } from '../support/small-disk.ts';
import { buildValues } from './build-values.ts';
import { oddBuild } from './odd-build.ts';
import { questionTests } from './question-tests.ts';
import type { TestDatabase } from './test-engine.ts';
import { testEngine } from './test-engine.ts';

const PASSWORD = "se%cret / @ : ? 'x'";

async function open(): Promise<TestDatabase> {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new Error('there is no PostgreSQL: install the package postgresql');
  const server = await startPostgres({ binaries, logFolder: inject('runFolder'), password: PASSWORD });

  async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: server.connectionString });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  return {
    url: server.connectionString,
    rows: ({ name, columns }: ExportTable) =>
      withClient(async (client) => {
        const values = columns.map((column) =>
          ['rating', 'big integer'].includes(column.content.kind) ? `${column.name}::float8` : column.name,
        );
        const text = `SELECT ${values.join(', ')} FROM ${name}`;
        return (await client.query<ExportValue[]>({ text, rowMode: 'array' })).rows;
      }),
    sql: (...statements) =>
      withClient(async (client) => {
        let rows: unknown[][] = [];
        for (const text of statements) rows = (await client.query<unknown[]>({ text, rowMode: 'array' })).rows;
        return rows;
      }),
    killAndRestart: () => server.killAndRestart(),
    remove: () => server.remove(),
  };
}

const { database, run } = testEngine({ engine: 'postgres', open });

questionTests('postgres', {
  load: async () => run((await demoBuild(0.001)).folders),
  async sql(text, values) {
    const client = new Client({ connectionString: database().url });
    await client.connect();
    try {
      return (await client.query<unknown[]>({ text, values, rowMode: 'array' })).rows;
    } finally {
      await client.end();
    }
  },
});

test('the file of the schema is loaded by psql, with comments', async () => {
  const binaries = postgresBinaries() ?? expect.fail('there is no PostgreSQL');
  const input = `CREATE SCHEMA printed; SET search_path = printed;
    ${printSchema('postgres', { tmdb: true })}
    SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
    WHERE relnamespace = 'printed'::regnamespace AND relkind IN ('r', 'v') AND obj_description(oid, 'pg_class') <> '';
    DROP SCHEMA printed CASCADE`;
  const psql = spawnSync(join(binaries, 'psql'), ['-qXAt', '-v', 'ON_ERROR_STOP=1', '-d', database().url], {
    input,
    encoding: 'utf8',
    env: { PGOPTIONS: '-c client_min_messages=warning' },
  });
  expect(psql.stderr).toBe('');
  expect(psql.stdout.trim()).toBe(
    [...EVERY_EXPORT_TABLE, ...EXPORT_VIEWS]
      .map(({ name }) => name)
      .sort()
      .join(' '),
  );
});

test('rights that were given on a table are there on the one that replaces it', async () => {
  const { folders } = await demoBuild(0.001);
  await run(folders);
  await database().sql(
    'CREATE ROLE reader',
    'GRANT SELECT ON title_ratings, movies_with_ratings TO reader WITH GRANT OPTION',
  );
  await run(folders, { selection: { minVotes: 10 } });
  const granted = await database().sql(
    `SELECT table_name, privilege_type, is_grantable FROM information_schema.role_table_grants WHERE grantee = 'reader' ORDER BY 1`,
  );
  expect(granted).toEqual([
    ['movies_with_ratings', 'SELECT', 'YES'],
    ['title_ratings', 'SELECT', 'YES'],
  ]);
});

test('a view of somebody else is never dropped: the export says which one stands in its way', async () => {
  const { folders } = await demoBuild(0.001);
  await run(folders);
  await database().sql('CREATE VIEW mine AS SELECT count(*) FROM title_ratings');
  expect(await run(folders, { selection: { minVotes: 20 } })).toEqual({
    status: 'failed',
    target: expect.any(String),
    reason: expect.stringMatching(/public\.mine needs title_ratings; drop these/),
  });
  await database().sql('DROP VIEW mine');
});

test('a table that no export has made is replaced only where that is asked for', async () => {
  const { folders } = await demoBuild(0.001);
  await database().sql('CREATE SCHEMA IF NOT EXISTS theirs', 'CREATE TABLE theirs.title_ratings (mine int)');
  const target = parseTarget(`${database().url}?schema=theirs`);
  expect(await run(folders, { target, replace: false })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/that no export made: title_ratings; --replace replaces them/),
  });
  expect(await run(folders, { target, replace: true })).toMatchObject({ status: 'exported' });
});

test('a schema that is not there, and rights that the user lacks, are said before anything is loaded', async () => {
  const odd = await oddBuild();
  const { host, port } = new Client({ connectionString: database().url });
  const as = (options: string): Target => parseTarget(`postgres://guest:guest@${host}:${port}/guests${options}`);
  await database().sql("CREATE ROLE guest LOGIN PASSWORD 'guest'", 'CREATE DATABASE guests');
  const loaded = vi.fn<() => void>();
  const progress = { ...SILENT_EXPORT, loaded };
  const reasonOf = async (options = ''): Promise<string> => {
    const outcome = await run(odd, { target: as(options), progress });
    return 'reason' in outcome ? outcome.reason : outcome.status;
  };
  expect(await reasonOf('?schema=nowhere')).toBe(
    'there is no such schema: create it first, with CREATE SCHEMA "nowhere"',
  );
  expect(await reasonOf()).toMatch(/the user lacks a right: .*GRANT CREATE, USAGE ON SCHEMA "public" TO/);
  expect(await reasonOf('?schema=pg_catalog')).toMatch(/the user lacks a right/);
  const guests = new Client({ connectionString: database().url.replace(/postgres$/, 'guests') });
  await guests.connect();
  await guests.query('GRANT CREATE ON SCHEMA public TO guest');
  expect(await reasonOf()).toMatch(/the user lacks a right: it needs CREATE on the database/);
  expect(loaded).not.toHaveBeenCalled();
  await guests.query('GRANT CREATE ON DATABASE guests TO guest');
  await guests.end();
  expect(await reasonOf()).toBe('exported');
});

test('a full disk of TMP_DIR is said in words, and the next export goes on', async () => {
  const tmp = mountDisk(512);
  if (tmp === undefined) return;
  const { folders } = await demoBuild(0.001);
  await run(await oddBuild());
  expect(await run({ ...folders, tmp })).toEqual({
    status: 'failed',
    target: expect.any(String),
    reason: expect.stringMatching(/^could not write the rows on their way to postgres:[^ ]+: the disk is full \(/),
  });
  expect(readdirSync(tmp).filter((name) => name.startsWith('export-'))).toEqual([]);
  expect(await run(folders)).toMatchObject({ status: 'exported' });
});

test('an option of the address that is wrong fails the export in words', async () => {
  const target = parseTarget(`${database().url}?sslmode=yes`);
  expect(await run(await oddBuild(), { target })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/sslmode of a postgres:\/\/ address is disable, /),
  });
});

const REFERENCES = [
  'title_akas.title_akas_titleid',
  'title_crew.title_crew_tconst',
  'title_episode.title_episode_parenttconst',
  'title_episode.title_episode_tconst',
  'title_principals.title_principals_nconst',
  'title_principals.title_principals_tconst',
  'title_ratings.title_ratings_tconst',
];

async function foreignKeys(): Promise<unknown[]> {
  const keys = await database().sql(
    `SELECT conrelid::regclass || '.' || conname FROM pg_constraint WHERE contype = 'f' AND convalidated ORDER BY 1`,
  );
  return keys.flat();
}

test('foreign keys are there where all rows honour them', async () => {
  await run(await oddBuild());
  expect(await foreignKeys()).toEqual(REFERENCES);
  // The demo data has dangling rows, as IMDb's has.
  const { folders } = await demoBuild(0.001);
  await run(folders);
  expect((await foreignKeys()).length).toBeLessThan(REFERENCES.length);
});

test.each([{}, { types: ['movie', 'tvSeries', 'tvEpisode'], minVotes: 10 }])(
  'with dropDangling all foreign keys are there, of a part too: %o',
  async (selection) => {
    const { folders } = await demoBuild(0.001);
    const outcome = await run(folders, { selection: { ...selection, dropDangling: true } });
    expect(outcome).toMatchObject({ status: 'exported', dangling: { rows: expect.any(Number) } });
    expect(await foreignKeys()).toEqual(REFERENCES);
  },
);

test('texts that lose a NUL are counted', async () => {
  const folders = await oddBuild();
  const fields = await textsWithNul(folders);
  expect(fields).toBeGreaterThan(5);
  expect(await run(folders, { selection: { minVotes: 1 } })).toMatchObject({ status: 'exported', withoutNul: fields });
  const { folders: demo } = await demoBuild(0.001);
  expect(await run(demo)).toMatchObject({ status: 'exported', withoutNul: 0 });
});

/** How many texts of a build hold NUL, counted here in what the Parquet tables have. */
async function textsWithNul(folders: Folders): Promise<number> {
  const tables = await openTables(folders);
  try {
    let count = 0;
    for (const table of EXPORT_TABLES) {
      const values = (await buildValues(tables, table, 'duckdb')).flat(2);
      count += values.filter((value) => typeof value === 'string' && value.includes('\0')).length;
    }
    return count;
  } finally {
    tables.close();
  }
}

test.each([
  ['a wrong password', (url: string) => url.replace(/:[^:@/]+@/, ':wrong@'), /the user or the password is wrong/],
  ['a database that is not there', (url: string) => url.replace('/postgres', '/nowhere'), /there is no such database/],
  ['a port where nothing listens', (url: string) => url.replace(/:\d+\//, ':1/'), /nothing listens there/],
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
