import type { ExportColumn } from '../shape/export-column.ts';
import { tableComment } from '../shape/export-tables.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { indexesOf } from '../shape/indexes.ts';
import { listedValue } from '../shape/values.ts';
import type { Dialect } from './dialect.ts';

/**
 * PostgreSQL. Names are not quoted, so that IMDb's names can be written as they are: `primaryTitle` is `primarytitle`
 * in its catalogue, and both find it. Ids and words are compared byte by byte, which sorts ids as numbers of one length.
 */
export const POSTGRES: Dialect = {
  name: 'postgres',
  losesNul: true,
  value: listedValue,
  columnType,
  literal,
  createTable: (table, place) => [
    `CREATE TABLE ${place} (\n${table.columns.map((column) => `  ${column.name} ${columnType(column)}${column.nullable ? '' : ' NOT NULL'}`).join(',\n')}\n)`,
  ],
  createIndexes: (table, place) => [
    `ALTER TABLE ${place} ADD PRIMARY KEY (${table.key.join(', ')})`,
    ...indexesOf(table.name).map((index) => POSTGRES.createIndex(index, place)),
    `ANALYZE ${place}`,
  ],
  createIndex: ({ name, columns, text }, place) =>
    text === true
      ? `CREATE INDEX ${name} ON ${place} USING gin (to_tsvector('simple', ${columns.join()}))`
      : `CREATE INDEX ${name} ON ${place} (${columns.join(', ')})`,
  comments: (table, place) => [
    `COMMENT ON TABLE ${place} IS ${literal(tableComment(table))}`,
    ...table.columns.map(({ name, meaning }) => `COMMENT ON COLUMN ${place}.${name} IS ${literal(meaning)}`),
  ],
  createView: ({ select, meaning }, place) => [
    `CREATE VIEW ${place} AS\n${select}`,
    `COMMENT ON VIEW ${place} IS ${literal(meaning)}`,
  ],
};

function columnType({ content }: ExportColumn): string {
  switch (content.kind) {
    case 'id':
    case 'word':
      return 'text COLLATE "C"';
    case 'text':
    case 'long text':
      return 'text';
    case 'id list':
    case 'word list':
    case 'text list':
      return 'text[]';
    case 'integer':
      return 'integer';
    case 'big integer':
      return 'bigint';
    case 'integer list':
      return 'integer[]';
    case 'number':
      return 'double precision';
    case 'rating':
      return 'numeric(3, 1)';
    case 'flag':
      return 'boolean';
  }
}

/** A text constant. Backslashes mean nothing in it, because `standard_conforming_strings` is on since version 9.1. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** DuckDB's SQL of an array literal of PostgreSQL, `{"one","two"}`, in which backslash and quote have a backslash. */
export function arrayLiteral(list: string): string {
  return `'{' || array_to_string(list_transform(${list},
    lambda text: '"' || replace(replace(text, chr(92), chr(92) || chr(92)), '"', chr(92) || '"') || '"'), ',') || '}'`;
}

/** Whether a column is an array. */
export function isArray({ content }: ExportTable['columns'][number]): boolean {
  return content.kind.endsWith('list');
}
