import type { Table } from '../../dataset/tables.ts';
import type { Column, Count } from './columns.ts';
import type { WorkConnection } from './work-database.ts';

/** What the sequence of the lines that do not fit is named after; no column has that name. */
export const REJECTED = 'rejected';

/** What was counted in the columns of a file, by what it says and by column, where there was any. */
export type Counts = Record<Count, Record<string, number>>;

/** What is counted in a column, each with the SQL that is true of a value that counts. */
export function countsOf({ counts }: Pick<Column, 'counts'>): [Count, string][] {
  return Object.entries(counts) as [Count, string][];
}

/** Sets everything that is counted in a table's source to zero. */
export async function startCounting(
  database: WorkConnection,
  { columns, table }: { columns: readonly Column[]; table: Table },
): Promise<void> {
  const names = columns.flatMap((column) => countsOf(column).map(([count]) => `${count}_${column.name}`));
  for (const name of [REJECTED, ...names]) await database.run(`CREATE OR REPLACE SEQUENCE ${counterOf(table, name)}`);
}

/** SQL that is true, and counts one more. */
export function counted(table: Table, name: string): string {
  return `nextval('${counterOf(table, name)}') > 0`;
}

/** How many lines of the table's source did not fit. */
export async function countRejected(database: WorkConnection, table: Table): Promise<number> {
  return countOf(database, { table, name: REJECTED });
}

/** What was counted in the columns of the table's source. */
export async function countMisfits(
  database: WorkConnection,
  { columns, table }: { columns: readonly Column[]; table: Table },
): Promise<Counts> {
  const found: Counts = { nulled: {}, kept: {}, opening: {}, quoted: {} };
  for (const column of columns) {
    for (const [count] of countsOf(column)) {
      const rows = await countOf(database, { table, name: `${count}_${column.name}` });
      if (rows > 0) found[count][column.name] = rows;
    }
  }
  return found;
}

async function countOf(database: WorkConnection, { table, name }: { table: Table; name: string }): Promise<number> {
  const [row] = await database.rows(
    `SELECT coalesce(last_value, 0) AS counted FROM duckdb_sequences() WHERE sequence_name = '${counterOf(table, name)}'`,
  );
  return Number(row?.counted);
}

function counterOf(table: Table, name: string): string {
  return `${table.name}_misfits_${name}`;
}
