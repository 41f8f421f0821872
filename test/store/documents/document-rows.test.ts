import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildFolder, partFile, partsFolder } from '../../../src/dataset/builds/paths.ts';
import { filesOfTable } from '../../../src/dataset/builds/manifest.ts';
import type { TableRecord } from '../../../src/dataset/builds/manifest.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import type { TableName } from '../../../src/dataset/tables/table-names.ts';
import { createConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import type { ConnectionPool } from '../../../src/duckdb/connection-pool.ts';
import { parquetOf } from '../../../src/duckdb/literal.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { documentRows } from '../../../src/store/documents/document-rows.ts';
import { tableFilesOf } from '../../../src/store/documents/table-files.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { newFolder } from '../../support/folders.ts';

/** So few that many keys have rows in two parts, and some have several parts of their own. */
const ROWS_OF_PART = 40;
const MOST_PARTS = 60;
const SEED = 20261130;

const folder = newFolder('parts');
let instance: DuckDBInstance;
let connection: DuckDBConnection;
let pool: ConnectionPool;
/** Every lookup table, cut into small parts wherever the rows are. */
const cut = new Map<TableName, TableRecord>();
beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error('there is no build');
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  pool = await createConnectionPool(instance);
  for (const { table: name, key } of [...DOCUMENT_KINDS, { table: 'names', key: 'nconst' } as const]) {
    const table = manifest.tables.find((one) => one.name === name);
    if (table === undefined || cut.has(name)) continue;
    const files = filesOfTable(table).map(({ file }) => file);
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM ${parquetOf(buildFolder(folders, manifest.buildId), files)}
      LIMIT ${ROWS_OF_PART * MOST_PARTS}`);
    cut.set(name, { name, rows: 0, parts: await cutTable(name, key) });
  }
}, 120_000);

afterAll(async () => {
  await pool.close();
  connection.closeSync();
  instance.closeSync();
  await rm(folder, { recursive: true });
});

async function cutTable(name: TableName, key: string) {
  await mkdir(join(folder, partsFolder(name)), { recursive: true });
  const parts: { file: string; from: number; bytes: number; sha256: string }[] = [];
  for (let at = 0; at < MOST_PARTS; at += 1) {
    const rows = `SELECT * FROM ${name} LIMIT ${ROWS_OF_PART} OFFSET ${at * ROWS_OF_PART}`;
    const [[from = null] = []] = await rowsOf(`SELECT min(${key}) FROM (${rows})`);
    // A table without rows has one part.
    if (from === null && at > 0) break;
    const file = partFile(name, at);
    await connection.run(`COPY (${rows}) TO '${join(folder, file)}' (FORMAT parquet)`);
    parts.push({ file, from: Number(from), bytes: 0, sha256: '' });
  }
  return parts;
}

async function rowsOf(sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRowsJS();
}

/** Numbers from 0 to 1 that are the same each time. */
function chance(): () => number {
  let state = SEED;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test.each(DOCUMENT_KINDS.map((lookup) => [lookup.name, lookup] as const))(
  'items of %s read by parts are those of the whole table, at the borders of parts and where there is no such key',
  async (_name, lookup) => {
    const { table, key, view } = lookup;
    const record = cut.get(table);
    const froms = record !== undefined && 'parts' in record ? record.parts.map(({ from }) => from) : [];
    expect(froms.length).toBeGreaterThan(5);
    const tables = { pool, files: tableFilesOf(folder, { tables: [...cut.values()] }) };
    const known = (await rowsOf(`SELECT DISTINCT ${key} FROM ${table} ORDER BY ${key}`)).map(([one]) => Number(one));
    const next = chance();
    const generated = Array.from({ length: 40 }, () => known[Math.floor(next() * known.length)] ?? 0);
    const strange = [0, 2_147_483_647, ...generated.map((one) => one + Math.floor(next() * 5))];
    const batches = [
      ...froms.flatMap((from) => [[from], [from - 1, from + 1]]),
      ...generated.map((one, at) => [...new Set([one, strange[at] ?? 0])]),
      [...new Set([...froms, ...generated, ...strange])],
      strange.slice(0, 2),
    ];
    for (const keys of batches) {
      const expected = await rowsOf(`SELECT ${key}, item FROM (${view}) WHERE ${key} IN (${keys.join(', ')})`);
      const found = await documentRows(tables, { lookup, keys });
      expect(inOrder(found)).toEqual(inOrder(expected));
    }
  },
);

test('a key with several parts of its own is read from all of them, and an empty table has nothing', async () => {
  await connection.run(`CREATE OR REPLACE TABLE crew AS
    SELECT 7 AS tconst, [range::INTEGER] AS directors, NULL::INTEGER[] AS writers FROM range(${ROWS_OF_PART * 4})`);
  const lookup = DOCUMENT_KINDS.find(({ name }) => name === 'title_crew');
  if (lookup === undefined) throw new Error('no lookup of crew');
  const parts = await cutTable('crew', 'tconst');
  const tables = { pool, files: tableFilesOf(folder, { tables: [{ name: 'crew', rows: 0, parts }] }) };
  expect(await documentRows(tables, { lookup, keys: [7] })).toHaveLength(ROWS_OF_PART * 4);
  expect(await documentRows(tables, { lookup, keys: [6] })).toEqual([]);
  await connection.run('DELETE FROM crew');
  const none = await cutTable('crew', 'tconst');
  expect(none).toHaveLength(1);
  const empty = { pool, files: tableFilesOf(folder, { tables: [{ name: 'crew', rows: 0, parts: none }] }) };
  expect(await documentRows(empty, { lookup, keys: [6, 7] })).toEqual([]);
});

function inOrder(rows: readonly (readonly unknown[])[]): string[] {
  // Nulls at the end of an item may be left out.
  return rows.map(([key, item]) => `${String(key)} ${String(item).replace(/(,null)*\]$/, ']')}`).sort();
}
