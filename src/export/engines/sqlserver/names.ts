import type { ExportTableName } from '../../shape/export-tables.ts';

/** The schemas of an export in SQL Server. */
export interface SqlServerPlaces {
  /** The name of the served one, as it is. */
  schema: string;
  /** In brackets. */
  served: string;
  /** The name of the schema of the loading, as it is. */
  loadingSchema: string;
  loading: string;
}

/** The table of what exports have put into the served schema. */
export const RECORD = 'marquee_export';

/** The table of the steps of the loading. */
export const STEPS = 'marquee_steps';

const LOADING = '_marquee_loading';

/** Characters of a name in SQL Server, less what the loading adds to it. */
export const LONGEST_SCHEMA = 128 - LOADING.length;

export function placesOf(schema: string): SqlServerPlaces {
  const loadingSchema = `${schema}${LOADING}`;
  return { schema, served: bracketed(schema), loadingSchema, loading: bracketed(loadingSchema) };
}

/** A name in brackets. */
export function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

/** A table of the export in a schema. */
export function tableIn(schema: string, name: ExportTableName | typeof RECORD | typeof STEPS): string {
  return `${schema}.${name}`;
}
