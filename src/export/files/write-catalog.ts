import { join } from 'node:path';

import { filesOfTable } from '../../dataset/builds/manifest.ts';
import { buildFolder } from '../../dataset/builds/paths.ts';
import { literal, parquetOf } from '../../duckdb/literal.ts';
import { listedValue } from '../shape/values.ts';
import { EXPORT_TABLES } from '../shape/export-tables.ts';
import { EXPORT_VIEWS } from '../shape/views.ts';
import type { Source } from '../source/open-source.ts';
import type { FileExportOptions } from './export-files.ts';
import type { WrittenTable } from './file-outcome.ts';

const FILE = 'catalog.duckdb';

/**
 * Writes a small file of DuckDB whose views read the Parquet files of the build where they are: all of its tables under
 * their own names in the schema `build`, and those of an export under IMDb's.
 */
export async function writeCatalog(
  source: Source,
  { out, folders, onWritten }: Pick<FileExportOptions, 'out' | 'folders' | 'onWritten'>,
): Promise<readonly WrittenTable[]> {
  const folder = buildFolder(folders, source.manifest.buildId);
  return source.use(async (connection) => {
    await connection.run(`ATTACH ${literal(join(out, FILE))} AS out`);
    try {
      await connection.run('CREATE SCHEMA out.build');
      for (const table of source.manifest.tables) {
        const files = filesOfTable(table).map(({ file }) => file);
        await connection.run(`CREATE VIEW out.build.${table.name} AS SELECT * FROM ${parquetOf(folder, files)}`);
      }
      await connection.run('USE out');
      for (const { name, from, columns, meaning } of EXPORT_TABLES) {
        const values = columns.map((column) => `${listedValue(column)} AS "${column.name}"`);
        await connection.run(`CREATE VIEW ${name} AS SELECT ${values.join(', ')} FROM build.${from}`);
        await connection.run(`COMMENT ON VIEW ${name} IS ${literal(meaning)}`);
      }
      for (const { name, select, meaning } of EXPORT_VIEWS) {
        await connection.run(`CREATE VIEW ${name} AS ${select}`);
        await connection.run(`COMMENT ON VIEW ${name} IS ${literal(meaning)}`);
      }
    } finally {
      await connection.run('USE memory');
      await connection.run('DETACH out');
    }
    const rows = source.manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    onWritten({ file: FILE, rows });
    return [{ file: FILE, rows }];
  });
}
