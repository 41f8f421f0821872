import type { ExportTableName } from './export-tables.ts';

/** A reference of a table to another one. */
export interface Reference {
  column: string;
  to: ExportTableName;
  /** Column of the other table. */
  key: string;
  /** Condition on a row whose reference leads to an exported row, over the Parquet tables. */
  holds: string;
}

/** The ids of the titles that are chosen, and of their people: tables of the session that reads the build. */
export const SELECTED_TITLES = 'selected_titles';
export const SELECTED_PEOPLE = 'selected_people';
