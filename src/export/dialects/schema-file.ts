import { selectedTables } from '../shape/selection.ts';
import { viewsOver } from '../shape/views.ts';
import type { Dialect } from './dialect.ts';

/** All tables, indexes and views as a file for the engine's own command line; those of TMDB's data where asked for. */
export function schemaFile(dialect: Dialect, { tmdb = false }: { tmdb?: boolean } = {}): string {
  const tables = selectedTables({ tmdb });
  const statements: string[] = [];
  for (const table of tables) {
    statements.push(...dialect.createTable(table, table.name), ...dialect.createIndexes(table, table.name));
    statements.push(...dialect.comments(table, table.name));
  }
  for (const view of viewsOver(tables)) statements.push(...dialect.createView(view, view.name));
  const end = dialect.batchEnd === undefined ? ';\n' : `;\n${dialect.batchEnd}\n`;
  return statements.map((statement) => statement + end).join('\n');
}
