import type { ExportColumn } from '../shape/export-column.ts';
import { indexesOf } from '../shape/indexes.ts';
import { joinedValue } from '../shape/values.ts';
import type { Dialect } from './dialect.ts';

/**
 * SQLite. Tables are STRICT, so that each column holds the type that it names, and WITHOUT ROWID: they are sorted by
 * their key, and need no second index for it.
 */
export const SQLITE: Dialect = {
  name: 'sqlite',
  value: (column) => (column.content.kind === 'flag' ? `"${column.from}"::INTEGER` : joinedValue(column)),
  columnType,
  literal,
  createTable: (table, place) => [
    `CREATE TABLE ${place} (\n${table.notice === undefined ? '' : `  -- ${table.notice}\n`}${table.columns
      .map((column) => `  ${column.name} ${columnType(column)}${column.nullable ? '' : ' NOT NULL'}`)
      .join(',\n')},\n  PRIMARY KEY (${table.key.join(', ')})\n) STRICT, WITHOUT ROWID`,
  ],
  createIndexes: (table, place) =>
    indexesOf(table.name).flatMap((index) =>
      index.text === true
        ? [
            SQLITE.createIndex(index, place),
            `INSERT INTO ${index.name} SELECT ${[...table.key, ...index.columns].join(', ')} FROM ${place}`,
          ]
        : [SQLITE.createIndex(index, place)],
    ),
  /** The words of a text are a table of their own, of FTS5, which leads back by the key. */
  createIndex: ({ name, columns, text, key }, place) =>
    text === true
      ? `CREATE VIRTUAL TABLE ${name} USING fts5(${key.map((column) => `${column} UNINDEXED`).join(', ')}, ${columns.join(', ')})`
      : `CREATE INDEX ${name} ON ${place} (${columns.join(', ')})`,
  // SQLite keeps the text of a statement, in which the notice stands, and no comments besides.
  comments: () => [],
  createView: ({ select }, place) => [`CREATE VIEW ${place} AS\n${select}`],
};

function columnType({ content }: ExportColumn): string {
  switch (content.kind) {
    case 'id':
    case 'word':
    case 'text':
    case 'long text':
    case 'id list':
    case 'word list':
    case 'text list':
    case 'integer list':
      return 'TEXT';
    case 'integer':
    case 'big integer':
    case 'flag':
      return 'INTEGER';
    case 'rating':
    case 'number':
      return 'REAL';
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
