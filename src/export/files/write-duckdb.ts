import { join } from 'node:path';

import { literal } from '../../duckdb/literal.ts';
import { tableComment } from '../shape/export-tables.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { selectedTables } from '../shape/selection.ts';
import { viewsOver } from '../shape/views.ts';
import type { Source } from '../source/open-source.ts';
import type { WrittenTable } from './file-outcome.ts';
import { filmTables, selectOf } from './write-tables.ts';
import type { WriteOptions } from './write-tables.ts';

const FILE = 'marquee.duckdb';

/** Writes one file of DuckDB with all tables, the flat ones too, comments and views. */
export async function writeDuckdb(
  source: Source,
  { out, selection, onWritten }: WriteOptions,
): Promise<readonly WrittenTable[]> {
  return source.use(async (connection) => {
    const run = (sql: string): Promise<unknown> => connection.run(sql);
    let rows = 0;

    async function make(
      select: string,
      table: Pick<ExportTable, 'meaning' | 'notice'> & { name: string },
    ): Promise<void> {
      const { name } = table;
      await run(`CREATE TABLE out.${name} AS ${select}`);
      await run(`COMMENT ON TABLE out.${name} IS ${literal(tableComment(table))}`);
      const [counted] = (await connection.runAndReadAll(`SELECT count(*) FROM out.${name}`)).getRowsJS();
      rows += Number(counted?.[0]);
    }

    await run(`ATTACH ${literal(join(out, FILE))} AS out`);
    const tables = selectedTables(selection);
    try {
      for (const table of tables) {
        await make(selectOf(table, { selection, lists: true }), table);
        for (const { name, meaning } of table.columns) {
          await run(`COMMENT ON COLUMN out.${table.name}."${name}" IS ${literal(meaning)}`);
        }
      }
      for (const table of filmTables(source, selection)) await make(table.select(selection), table);
      await run('USE out');
      for (const { name, select, meaning } of viewsOver(tables)) {
        await run(`CREATE VIEW ${name} AS ${select}`);
        await run(`COMMENT ON VIEW ${name} IS ${literal(meaning)}`);
      }
    } finally {
      await run('USE memory');
      await run('DETACH out');
    }
    onWritten({ file: FILE, rows });
    return [{ file: FILE, rows }];
  });
}
