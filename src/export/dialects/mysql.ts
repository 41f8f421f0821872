import type { ExportColumn } from '../shape/export-column.ts';
import { tableComment } from '../shape/export-tables.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { indexesOf } from '../shape/indexes.ts';
import { joinedValue } from '../shape/values.ts';
import type { Dialect } from './dialect.ts';

/**
 * MySQL and MariaDB, in what both understand. Ids and words are compared byte by byte; texts by a collation that both
 * have and that, unlike older ones, tells emoji apart. InnoDB sorts rows by the primary key, which is there from the
 * beginning.
 *
 * | | MySQL 8 | MariaDB 10.6 |
 * | --- | --- | --- |
 * | index of words | InnoDB's FULLTEXT, words of 3 letters or more, stop words left out; a parser `ngram` for languages without spaces | the same without `ngram` |
 * | window functions, which `top_rated_movies` needs | since 8.0 | since 10.2 |
 * | a comment on a view | none | none |
 * | `SQL SECURITY` of a view | `INVOKER` here, so that a view gives nobody what its tables do not, and works on when the user of the export is gone | the same |
 *
 * The tests load these statements into MariaDB. No real MySQL has seen them.
 */
export const MYSQL: Dialect = {
  name: 'mysql',
  value: (column) => (column.content.kind === 'flag' ? `"${column.from}"::INTEGER` : joinedValue(column)),
  columnType,
  literal,
  createTable: (table, place) => [
    `CREATE TABLE ${place} (\n${table.columns.map((column) => `  ${column.name} ${columnType(column)}${column.nullable ? '' : ' NOT NULL'} COMMENT ${literal(column.meaning)}`).join(',\n')},\n  PRIMARY KEY (${table.key.join(', ')})\n) ENGINE=InnoDB ROW_FORMAT=DYNAMIC ${TEXTS} COMMENT=${literal(tableComment(table))}`,
  ],
  createIndexes: (table, place) => [...alterIndexes(table, place), `ANALYZE TABLE ${place}`],
  createIndex: ({ name, columns, text }, place) =>
    `CREATE ${text === true ? 'FULLTEXT ' : ''}INDEX ${name} ON ${place} (${columns.join(', ')})`,
  // They stand in the statement that makes the table.
  comments: () => [],
  createView: ({ select }, place) => [`CREATE OR REPLACE SQL SECURITY INVOKER VIEW ${place} AS\n${select}`],
};

const TEXTS = 'DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';
const WORDS = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** One statement for all indexes: a table is made anew for an index of words, and all at once or not at all. */
function alterIndexes({ name }: ExportTable, place: string): string[] {
  const added = indexesOf(name).map(
    (index) => `ADD ${index.text === true ? 'FULLTEXT ' : ''}INDEX ${index.name} (${index.columns.join(', ')})`,
  );
  return added.length === 0 ? [] : [`ALTER TABLE ${place} ${added.join(', ')}`];
}

function columnType({ content }: ExportColumn): string {
  switch (content.kind) {
    case 'id':
      return `VARCHAR(12) ${ASCII}`;
    case 'id list':
      // The writers of a long series are thousands.
      return `MEDIUMTEXT ${ASCII}`;
    case 'word':
      return `VARCHAR(64) ${WORDS}`;
    case 'word list':
      return `${content.separator === ',' ? 'VARCHAR(255)' : 'TEXT'} ${WORDS}`;
    case 'text':
      return 'TEXT';
    case 'text list':
    case 'long text':
      return 'MEDIUMTEXT';
    case 'integer list':
      return `MEDIUMTEXT ${ASCII}`;
    case 'integer':
      return 'INT';
    case 'big integer':
      return 'BIGINT';
    case 'number':
      return 'DOUBLE';
    case 'rating':
      return 'DECIMAL(3, 1)';
    case 'flag':
      return 'TINYINT(1)';
  }
}

/** A text constant. A backslash begins an escape in it, unless the server's `sql_mode` says otherwise. */
function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
