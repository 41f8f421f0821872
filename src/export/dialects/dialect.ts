import type { ExportColumn } from '../shape/export-column.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import type { ExportIndex } from '../shape/indexes.ts';
import type { ExportView } from '../shape/views.ts';

export type DialectName = 'postgres' | 'mysql' | 'sqlite' | 'sqlserver';

/**
 * What an engine's SQL looks like. A `place` is where a table or view is made: the name as it stands in SQL, with its
 * schema where the engine has some.
 */
export interface Dialect {
  name: DialectName;
  /** Whether no text of the engine may have the sign NUL, which is left out then, and counted. */
  losesNul?: true;
  /** DuckDB's SQL of a value as the engine takes it: see `shape/values.ts`. */
  value(column: ExportColumn): string;
  columnType(column: ExportColumn, table: ExportTable): string;
  /** Statements that make a table without indexes; with its primary key where the engine sorts rows by it. */
  createTable(table: ExportTable, place: string): string[];
  /** Statements that make the primary key and other indexes, once the rows are there. */
  createIndexes(table: ExportTable, place: string): string[];
  createIndex(index: ExportIndex, place: string): string;
  /** Statements that describe a table and its columns. */
  comments(table: ExportTable, place: string): string[];
  createView(view: ExportView, place: string): string[];
  /** A text in quotes. */
  literal(text: string): string;
  /** The line after a statement in a file, where the command line wants one. */
  batchEnd?: string;
}
