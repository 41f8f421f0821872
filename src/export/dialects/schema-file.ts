import { EXPORT_TABLES } from '../shape/export-tables.ts';
import { EXPORT_VIEWS } from '../shape/views.ts';
import type { Dialect } from './dialect.ts';

/** All tables, indexes and views as a file for the engine's own command line. */
export function schemaFile(dialect: Dialect): string {
  const statements: string[] = [];
  for (const table of EXPORT_TABLES) {
    statements.push(...dialect.createTable(table, table.name), ...dialect.createIndexes(table, table.name));
    statements.push(...dialect.comments(table, table.name));
  }
  for (const view of EXPORT_VIEWS) statements.push(...dialect.createView(view, view.name));
  const end = dialect.batchEnd === undefined ? ';\n' : `;\n${dialect.batchEnd}\n`;
  return statements.map((statement) => statement + end).join('\n');
}
