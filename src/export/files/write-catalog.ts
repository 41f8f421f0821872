import { join } from 'node:path';

import { filesOfTable } from '../../dataset/builds/manifest.ts';
import { buildFolder } from '../../dataset/builds/paths.ts';
import { literal, parquetOf } from '../../duckdb/literal.ts';
import { listedValue } from '../shape/values.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import { tableComment } from '../shape/export-tables.ts';
import { selectedTables } from '../shape/selection.ts';
import { viewsOver } from '../shape/views.ts';
import type { Source } from '../source/open-source.ts';
import type { FileExportOptions } from './export-files.ts';
import type { WrittenTable } from './file-outcome.ts';

const FILE = 'catalog.duckdb';

/**
 * Writes a small file of DuckDB whose views read the Parquet files of the build where they are: all of its tables under
 * their own names in the schema `build`, and those of an export under IMDb's. TMDB's are there where they are asked for.
 */
export async function writeCatalog(
  source: Source,
  { out, folders, selection, onWritten }: Pick<FileExportOptions, 'out' | 'folders' | 'selection' | 'onWritten'>,
): Promise<readonly WrittenTable[]> {
  const folder = buildFolder(folders, source.manifest.buildId);
  const { tmdb } = selection;
  const shown = source.manifest.tables.filter(
    ({ name }) => tmdb === true || !TMDB_TABLES.some((one) => one.name === name),
  );
  const exported = selectedTables({ tmdb }).filter(({ from }) => shown.some(({ name }) => name === from));
  return source.use(async (connection) => {
    await connection.run(`ATTACH ${literal(join(out, FILE))} AS out`);
    try {
      await connection.run('CREATE SCHEMA out.build');
      for (const table of shown) {
        const files = filesOfTable(table).map(({ file }) => file);
        await connection.run(`CREATE VIEW out.build.${table.name} AS SELECT * FROM ${parquetOf(folder, files)}`);
      }
      await connection.run('USE out');
      for (const table of exported) {
        const { name, from, columns } = table;
        const values = columns.map((column) => `${listedValue(column)} AS "${column.name}"`);
        await connection.run(`CREATE VIEW ${name} AS SELECT ${values.join(', ')} FROM build.${from}`);
        await connection.run(`COMMENT ON VIEW ${name} IS ${literal(tableComment(table))}`);
      }
      for (const { name, select, meaning } of viewsOver(exported)) {
        await connection.run(`CREATE VIEW ${name} AS ${select}`);
        await connection.run(`COMMENT ON VIEW ${name} IS ${literal(meaning)}`);
      }
    } finally {
      await connection.run('USE memory');
      await connection.run('DETACH out');
    }
    const rows = shown.reduce((sum, table) => sum + table.rows, 0);
    onWritten({ file: FILE, rows });
    return [{ file: FILE, rows }];
  });
}
