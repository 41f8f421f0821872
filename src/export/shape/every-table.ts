import { EXPORT_TABLES } from './export-tables.ts';
import type { ExportTable } from './export-tables.ts';
import { TMDB_EXPORT_TABLES } from './tmdb-export-tables.ts';

/** All tables that an export may have: IMDb's, and those of TMDB, which are there only where they are asked for. */
export const EVERY_EXPORT_TABLE: readonly ExportTable[] = [...EXPORT_TABLES, ...TMDB_EXPORT_TABLES];

export function exportTableNamed(name: string): ExportTable | undefined {
  return EVERY_EXPORT_TABLE.find((table) => table.name === name);
}

/** Whether a name is one of TMDB's tables. */
export function isTmdbTable(name: string): boolean {
  return TMDB_EXPORT_TABLES.some((table) => table.name === name);
}
