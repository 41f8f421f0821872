import { join } from 'node:path';

import { literal } from '../../duckdb/literal.ts';
import { selectedTables } from '../shape/selection.ts';
import { viewsOver } from '../shape/views.ts';
import type { Source } from '../source/open-source.ts';
import { filmTables, selectOf } from './write-tables.ts';
import type { WriteOptions, WrittenFile } from './write-tables.ts';

const FILE = 'marquee.duckdb';

/** Writes one file of DuckDB with all tables, the flat ones too, comments and views. */
export async function writeDuckdb(
  source: Source,
  { out, selection, onWritten }: WriteOptions,
): Promise<readonly WrittenFile[]> {
  return source.use(async (connection) => {
    const run = (sql: string): Promise<unknown> => connection.run(sql);
    await run(`ATTACH ${literal(join(out, FILE))} AS out`);
    let rows = 0;
    const tables = selectedTables(selection);
    try {
      for (const table of tables) {
        const place = `out.${table.name}`;
        await run(`CREATE TABLE ${place} AS ${selectOf(table, { selection, lists: true })}`);
        await run(`COMMENT ON TABLE ${place} IS ${literal(table.meaning)}`);
        for (const { name, meaning } of table.columns) {
          await run(`COMMENT ON COLUMN ${place}."${name}" IS ${literal(meaning)}`);
        }
        const [counted] = (await connection.runAndReadAll(`SELECT count(*) FROM ${place}`)).getRowsJS();
        rows += Number(counted?.[0]);
      }
      if (selection.only === undefined) {
        for (const { name, select } of filmTables(source)) await run(`CREATE TABLE out.${name} AS ${select}`);
      }
      await run('USE out');
      for (const { name, select } of viewsOver(tables)) await run(`CREATE VIEW ${name} AS ${select}`);
    } finally {
      await run('USE memory');
      await run('DETACH out');
    }
    onWritten({ file: FILE, rows });
    return [{ file: FILE, rows }];
  });
}
