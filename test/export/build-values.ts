import type { DialectName } from '../../src/export/dialects/dialect.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { formatConst } from '../../src/dataset/words/consts.ts';
import type { Tables } from '../product/tables.ts';

/** An engine, or a file with lists. */
type Holder = DialectName | 'duckdb';

/** Whether an engine keeps lists as lists; elsewhere they are the text of IMDb's files. */
const HAS_LISTS: Record<Holder, boolean> = {
  duckdb: true,
  postgres: true,
  mysql: false,
  sqlite: false,
  sqlserver: false,
};

/** Whether a text of an engine may have the sign NUL, which is left out elsewhere. */
const HOLDS_NUL: Record<Holder, boolean> = {
  duckdb: true,
  postgres: false,
  mysql: true,
  sqlite: true,
  sqlserver: true,
};

/**
 * The rows of a table as an export must have them, made here from what the Parquet table holds.
 */
export async function buildValues(tables: Tables, table: ExportTable, engine: Holder): Promise<ExportValue[][]> {
  const withNul = (value: unknown): unknown => (HOLDS_NUL[engine] ? value : withoutNul(value));
  const rows = await tables.rows<Record<string, unknown>>(`FROM ${table.from}`);
  return rows.map((row) =>
    table.columns.map(({ from, content }): ExportValue => {
      const value = withNul(row[from]);
      if (value === null || value === undefined) return null;
      switch (content.kind) {
        case 'id':
          return formatConst(content.prefix, Number(value));
        case 'integer list':
          return HAS_LISTS[engine] ? (value as number[]) : JSON.stringify(value);
        case 'id list': {
          const ids = (value as number[]).map((id) => formatConst(content.prefix, id));
          return HAS_LISTS[engine] ? ids : ids.join(',');
        }
        case 'word list':
          return HAS_LISTS[engine] ? (value as string[]) : (value as string[]).join(content.separator);
        case 'text list':
          return HAS_LISTS[engine] ? (value as string[]) : jsonOf(value);
        case 'rating':
        case 'integer':
        case 'big integer':
        case 'number':
          return Number(value);
        case 'flag':
          return value === true;
        case 'word':
        case 'text':
        case 'long text':
          return value as string;
      }
    }),
  );
}

/** JSON as DuckDB writes it, with capital letters in `\\u001F`. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
}

function withoutNul(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNul);
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
