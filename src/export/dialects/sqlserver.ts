import type { ExportColumn } from '../shape/export-column.ts';
import { tableComment } from '../shape/export-tables.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { EXPORT_INDEXES, indexesOf } from '../shape/indexes.ts';
import { joinedValue } from '../shape/values.ts';
import type { Dialect } from './dialect.ts';

/**
 * SQL Server and Azure SQL. Ids and words are compared byte by byte, whatever the database's own collation ignores;
 * texts have that collation, so that a title is found as people there are used to.
 */
export const SQLSERVER: Dialect = {
  name: 'sqlserver',
  value: joinedValue,
  columnType: (column, table) => sqlServerType(column, table).sql,
  literal,
  createTable: (table, place) => [
    `CREATE TABLE ${place} (\n${table.columns
      .map((column) => `  ${column.name} ${sqlServerType(column, table).sql} ${column.nullable ? 'NULL' : 'NOT NULL'}`)
      .join(',\n')}\n)`,
  ],
  createIndexes: (table, place) => [
    `ALTER TABLE ${place} ADD PRIMARY KEY CLUSTERED (${table.key.join(', ')})`,
    ...indexesOf(table.name).map((index) => SQLSERVER.createIndex(index, place)),
  ],
  // An index over words needs a full-text catalogue, which not every server has: a text has a plain index.
  createIndex: ({ name, columns }, place) => `CREATE INDEX ${name} ON ${place} (${columns.join(', ')})`,
  comments: (table, place) => [
    comment(tableComment(table), { place, kind: 'TABLE' }),
    ...table.columns.map(({ name, meaning }) => comment(meaning, { place, kind: 'TABLE', column: name })),
  ],
  /** The tables are named with the view's schema: without one they would be those of whoever makes the view. */
  createView: ({ name, select, reads, meaning }, place) => {
    const schema = place.slice(0, -name.length);
    const tables = new RegExp(`(?<= )(?:${reads.join('|')})(?= )`, 'g');
    return [
      `CREATE VIEW ${place} AS\n${select.replaceAll(tables, (table) => schema + table)}`,
      comment(meaning, { place, kind: 'VIEW' }),
    ];
  },
  batchEnd: 'GO',
};

/** Characters of an id: `tt` and at most nine digits. */
const ID_LENGTH = 12;
const WORD_LENGTH = 100;
/** The longest text of an index's key, which is 1,700 bytes. */
const KEY_LENGTH = 850;
const TEXT_LENGTH = 2000;
const BY_BYTES = 'COLLATE Latin1_General_100_BIN2';

export type SqlServerType =
  | { kind: 'text'; sql: string; /** In UTF-16 code units. */ length: number }
  | { kind: 'int' | 'bigint' | 'float' | 'bit' | 'rating'; sql: string };

/** The type of a column; the driver needs it besides the SQL. */
export function sqlServerType({ name, content }: ExportColumn, table: Pick<ExportTable, 'name'>): SqlServerType {
  switch (content.kind) {
    case 'id':
      return { kind: 'text', sql: `varchar(${ID_LENGTH}) ${BY_BYTES}`, length: ID_LENGTH };
    case 'id list':
      return { kind: 'text', sql: `varchar(max) ${BY_BYTES}`, length: Infinity };
    case 'word':
      return { kind: 'text', sql: `nvarchar(${WORD_LENGTH}) ${BY_BYTES}`, length: WORD_LENGTH };
    case 'word list':
      return { kind: 'text', sql: `nvarchar(${TEXT_LENGTH}) ${BY_BYTES}`, length: TEXT_LENGTH };
    case 'text': {
      const isKey = EXPORT_INDEXES.some((index) => index.table === table.name && index.columns.includes(name));
      const length = isKey ? KEY_LENGTH : TEXT_LENGTH;
      return { kind: 'text', sql: `nvarchar(${length})`, length };
    }
    case 'text list':
    case 'long text':
      return { kind: 'text', sql: 'nvarchar(max)', length: Infinity };
    case 'integer list':
      return { kind: 'text', sql: `varchar(max) ${BY_BYTES}`, length: Infinity };
    case 'big integer':
      return { kind: 'bigint', sql: 'bigint' };
    case 'number':
      return { kind: 'float', sql: 'float' };
    case 'integer':
      return { kind: 'int', sql: 'int' };
    case 'rating':
      return { kind: 'rating', sql: 'decimal(3, 1)' };
    case 'flag':
      return { kind: 'bit', sql: 'bit' };
  }
}

function literal(text: string): string {
  return `N'${text.replaceAll("'", "''")}'`;
}

/** A description where the tools of SQL Server look for it. A place without a schema is one of dbo. */
function comment(text: string, { place, kind, column }: { place: string; kind: string; column?: string }): string {
  const [, schema = '[dbo]', name = place] = /^(\[(?:[^\]]|\]\])*\])\.(.*)$/s.exec(place) ?? [];
  const owner = literal(schema.slice(1, -1).replaceAll(']]', ']'));
  const of = column === undefined ? '' : `, @level2type = N'COLUMN', @level2name = ${literal(column)}`;
  return `EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = ${literal(text)}, @level0type = N'SCHEMA', @level0name = ${owner}, @level1type = N'${kind}', @level1name = ${literal(name)}${of}`;
}
