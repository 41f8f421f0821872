import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { openDatabase } from '../../src/duckdb/open-database.ts';
import { packGraphHere } from '../../src/ingest/indexes/packing/pack-graph.ts';
import { packNumbersHere } from '../../src/ingest/indexes/packing/pack-numbers.ts';
import { readSorted } from '../../src/ingest/indexes/packing/read-sorted.ts';
import { openWorkDatabase } from '../../src/ingest/jobs/work-database.ts';
import { compareTitlesHere } from '../../src/ingest/similar/compare-titles.ts';
import { linkEpisodesHere } from '../../src/ingest/tmdb/link-episodes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';

/* What DuckDB may do, by attempts on the connections that the program opens. */

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

/** Files that open a DuckDB, each with the test below whose attempts go through it. */
const OPENERS = {
  'duckdb/open-database.ts': 'serving',
  'ingest/jobs/work-database.ts': 'ingest',
  'ingest/indexes/packing/pack-graph.ts': 'threads',
  'ingest/indexes/packing/pack-numbers.ts': 'threads',
  'ingest/indexes/packing/read-sorted.ts': 'threads',
  'ingest/similar/compare-titles.ts': 'threads',
  'ingest/tmdb/link-episodes.ts': 'threads',
  'ingest/similar/export-vectors.ts': 'its statements are of the program alone, with paths as literals',
};

/** What refuses a statement: the folders, or the lock of the settings. */
const REFUSED = /Permission Error: .* disabled (?:by|through) configuration|the configuration has been locked/;

/** Statements by what they try; `outside` is a folder that is not the data's, with a database and a text. */
function attempts({ outside, inside }: { outside: string; inside: string }): Record<string, string> {
  return {
    'reads a file of the system': `SELECT * FROM read_csv('/etc/passwd', columns = {'line': 'VARCHAR'})`,
    'reads a text': `SELECT content FROM read_text('${outside}/a.txt')`,
    'reads bytes': `SELECT content FROM read_blob('${outside}/a.txt')`,
    'reads Parquet by its name': `SELECT * FROM '${outside}/a.parquet'`,
    'leaves a folder by two dots': `SELECT content FROM read_text('${inside}/../${outside.split('/').at(-1) ?? ''}/a.txt')`,
    'lists a folder': `SELECT * FROM glob('/etc/*')`,
    'reads an address': `SELECT * FROM read_parquet('https://127.0.0.1:1/a.parquet')`,
    'opens a database': `ATTACH '${outside}/a.duckdb' AS a`,
    'opens one to read': `ATTACH '${outside}/a.duckdb' AS a (READ_ONLY)`,
    'writes a file': `COPY (SELECT 1) TO '${outside}/written.csv'`,
    'writes Parquet': `COPY (SELECT 1) TO '${outside}/written.parquet' (FORMAT parquet)`,
    'writes a database down': `EXPORT DATABASE '${outside}/written'`,
    'reads one in': `IMPORT DATABASE '${outside}/written'`,
    'installs an extension': 'INSTALL httpfs',
    'installs one of a folder': `INSTALL '${outside}/a.duckdb_extension'`,
    'loads an extension': 'LOAD httpfs',
    'loads one of a folder': `LOAD '${outside}/a.duckdb_extension'`,
    'allows access again': 'SET enable_external_access = true',
    'allows it globally': 'SET GLOBAL enable_external_access = true',
    'unlocks the settings': 'SET GLOBAL lock_configuration = false',
    'resets the lock': 'RESET GLOBAL lock_configuration',
    'allows a folder': `SET GLOBAL allowed_directories = ['/']`,
    'allows a file': `SET GLOBAL allowed_paths = ['/etc/passwd']`,
    'installs by itself': 'SET GLOBAL autoinstall_known_extensions = true',
    'loads by itself': 'SET GLOBAL autoload_known_extensions = true',
    'allows what nobody has signed': 'SET GLOBAL allow_unsigned_extensions = true',
    'takes memory': `SET GLOBAL memory_limit = '100GB'`,
    'takes it by PRAGMA': `PRAGMA memory_limit = '100GB'`,
    'takes threads by PRAGMA': 'PRAGMA threads = 64',
    'moves the spill': `SET GLOBAL temp_directory = '${outside}'`,
    'keeps a profile': `PRAGMA profiling_output = '${outside}/written.json'`,
    'keeps a log': `SET SESSION log_query_path = '${outside}/written.log'`,
    'takes another home': `SET home_directory = '${outside}'`,
  };
}

type Run = (sql: string) => Promise<unknown>;

async function folderOutside(): Promise<string> {
  const outside = newFolder('outside');
  await writeFile(join(outside, 'a.txt'), 'of somebody else');
  await writeFile(join(outside, 'a.duckdb_extension'), 'not one');
  return outside;
}

/** Tries all of them, and looks at whether anything was written. */
async function tryAll(run: Run, inside: string): Promise<void> {
  const outside = await folderOutside();
  const said: Record<string, unknown> = {};
  for (const [name, sql] of Object.entries(attempts({ outside, inside }))) {
    const error: unknown = await run(sql).then(
      () => 'it was done',
      (thrown: unknown) => thrown,
    );
    const message = error instanceof Error ? error.message : String(error);
    if (!REFUSED.test(message)) said[name] = message;
  }
  expect(said).toEqual({});
  expect(globSync('*', { cwd: outside }).sort()).toEqual(['a.duckdb_extension', 'a.txt']);
}

test('one file opens every DuckDB of the program, and those that ask it to are known here', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE });
  const whose = (text: RegExp) => files.filter((file) => text.test(readFileSync(join(SOURCE, file), 'utf8'))).sort();
  expect(whose(/DuckDBInstance\s*\.\s*\w|DuckDBInstanceCache|node-bindings/)).toEqual(['duckdb/open-instance.ts']);
  expect(whose(/import \{[^}]*\bopenInstance\b/)).toEqual(Object.keys(OPENERS).sort());
});

test.each(['index', 'parquet'] as const)(
  'serving: queries of a store with LOOKUP=%s touch its build alone',
  async (lookup) => {
    const { folders } = await demoBuild(0.001);
    const gateway = await openGateway(folders, { lookup });
    onTestFinished(() => gateway.close());
    const lease = gateway.store.acquire() ?? expect.fail();
    onTestFinished(() => lease.release());
    const { pool, manifest } = lease.readers;
    await tryAll((sql) => pool.rows(sql, []), join(folders.builds, manifest.buildId));
    // Nor what stands beside the build.
    await expect(pool.rows(`SELECT content FROM read_text('${folders.meta}/current.json')`, [])).rejects.toThrow(
      'Permission',
    );
    expect((await gateway.query('{ titles(first: 1) { nodes { id } } }')).errors).toBeUndefined();
  },
);

test('serving: the connection that makes the views is held by the same', async () => {
  const folder = newFolder('build');
  const database = await openDatabase(folder, { memoryLimit: '100MiB', threads: 1, tmpFolder: newFolder('tmp') });
  onTestFinished(() => database.close());
  await tryAll((sql) => database.connection.run(sql), folder);
});

test('ingest: the database in which builds are made touches builds, spill, and the source files', async () => {
  const folders = foldersIn(newFolder('data'));
  await mkdir(folders.builds, { recursive: true });
  const source = join(await folderOutside(), 'a.txt');
  const database = await openWorkDatabase({ folders, sources: [source], memoryLimit: '100MiB', threads: 1 });
  onTestFinished(() => database.close());
  await database.use(async (connection) => {
    await tryAll((sql) => connection.run(sql), folders.builds);
    const text = `SELECT content FROM read_text('${source}')`;
    expect(await connection.rows(text)).toEqual([{ content: 'of somebody else' }]);
    // Data that is no build's.
    await expect(connection.run(`COPY (SELECT 1) TO '${folders.meta}/current.json' (FORMAT csv)`)).rejects.toThrow(
      'Permission',
    );
    await connection.run(`COPY (SELECT 1) TO '${folders.builds}/a.parquet' (FORMAT parquet)`);
    expect(existsSync(join(folders.builds, 'a.parquet'))).toBe(true);
  });
});

const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

test('threads: what packs a build reads its folder alone', async () => {
  const { folders } = await demoBuild(0.001);
  const folder = newFolder('packed');
  const path = join(folder, 'any');
  const hostile = `SELECT 1 AS person, 2 AS title, 3 AS category, content FROM read_text('/etc/passwd')`;
  const none = { counts: hostile, titles: hostile, credits: hostile };
  const attemptsBy: Record<string, () => Promise<unknown>> = {
    graph: () => packGraphHere({ folder, byPerson: hostile, byTitle: hostile, path, stop }),
    numbers: () =>
      packNumbersHere({
        folder,
        select: hostile,
        itemsOfKey: hostile,
        columns: 2,
        path,
        blockBytes: 1024,
        compressed: false,
      }),
    similar: () => compareTitlesHere({ folder, ...none }),
    episodes: () => linkEpisodesHere({ folder, imdb: hostile, tmdb: hostile, path }),
  };
  for (const [name, attempt] of Object.entries(attemptsBy))
    await expect(attempt(), name).rejects.toThrow(/^Permission Error/);
  const [database = expect.fail()] = globSync('*/lookup/title_list.duckdb', { cwd: folders.builds });
  await readSorted({ database: join(folders.builds, database), path, stop }, ({ rows }) =>
    tryAll(rows, folders.builds),
  );
});
