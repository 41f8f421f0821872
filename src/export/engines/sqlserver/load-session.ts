import { TYPES } from 'tedious';

import { SQLSERVER, sqlServerType } from '../../dialects/sqlserver.ts';
import type { ExportColumn } from '../../shape/export-column.ts';
import type { ExportTable } from '../../shape/export-tables.ts';
import type { ExportValue } from '../../shape/values.ts';
import type { Source } from '../../source/open-source.ts';
import type { LoadSession } from '../engine.ts';
import type { BulkColumn, SqlServerClient } from './client.ts';
import { STEPS, tableIn } from './names.ts';
import type { SqlServerPlaces } from './names.ts';
import { partRows } from './part-rows.ts';
import { sqlServerFailure } from './sqlserver-failure.ts';

/** Keys that one statement asks for: it may have some two thousand parameters. */
const KEYS_AT_A_TIME = 250;

/** A session that loads tables of the loading in bulk. */
export function openSqlServerSession(
  client: SqlServerClient,
  { source, places: { loading }, where }: { source: Source; places: SqlServerPlaces; where: string },
): LoadSession {
  const steps = tableIn(loading, STEPS);

  /** All of `work` or nothing of it, noted as a step. */
  function inOneStep(step: string, work: () => Promise<number>): Promise<number> {
    return client.inTransaction(async () => {
      const rows = await work();
      await client.query(
        `INSERT INTO ${steps} (step, fingerprint, row_count) SELECT @step, fingerprint, @rows FROM ${steps} WHERE step = N'begin'`,
        { step, rows },
      );
      return rows;
    });
  }

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw sqlServerFailure(error, { doing, where });
    }
  }

  return {
    load: ({ table, ...range }, { condition, step, signal }) =>
      attempt(`load ${table.name}`, () =>
        inOneStep(step, async () => {
          const values = table.columns.map((column) => SQLSERVER.value(column));
          const rows = partRows(source, { part: { table, ...range }, condition, values });
          try {
            return await client.bulk({
              place: tableIn(loading, table.name),
              columns: bulkColumns(table),
              rows,
              signal,
            });
          } finally {
            // The driver does not wait for the end of the reading when it stops early.
            await rows.return(undefined);
          }
        }),
      ),
    async finish(table, step) {
      const place = tableIn(loading, table.name);
      await attempt(`make the indexes of ${table.name}`, () =>
        inOneStep(step, async () => {
          for (const statement of SQLSERVER.createIndexes(table, place)) await client.query(statement);
          for (const statement of SQLSERVER.comments(table, place)) await client.query(statement);
          return 0;
        }),
      );
    },
    rowsByKey: (table, keys) => attempt(`read ${table.name}`, () => rowsByKey(client, { table, keys, loading })),
    close: () => client.close(),
  };
}

/**
 * The columns as the driver sends them. All texts go as UTF-16, which the server turns into the column's type: so
 * nothing depends on the code page of the database.
 */
function bulkColumns(table: ExportTable): BulkColumn[] {
  return table.columns.map((column) => {
    const { name, nullable } = column;
    const type = sqlServerType(column, table);
    switch (type.kind) {
      case 'text':
        return { name, nullable, type: TYPES.NVarChar, length: type.length };
      case 'int':
        return { name, nullable, type: TYPES.Int };
      case 'bigint':
        return { name, nullable, type: TYPES.BigInt };
      case 'float':
        return { name, nullable, type: TYPES.Float };
      case 'bit':
        return { name, nullable, type: TYPES.Bit };
      case 'rating':
        return { name, nullable, type: TYPES.Decimal, precision: 3, scale: 1 };
    }
  });
}

/** A column as the driver reads it as a number: it gives a large whole one as a text. */
function readColumn({ name, content }: ExportColumn): string {
  return content.kind === 'big integer' ? `CAST(t.${name} AS float) AS ${name}` : `t.${name}`;
}

/** Asks for many keys at once, each of which the server looks up in the primary key. */
async function rowsByKey(
  client: SqlServerClient,
  { table, keys, loading }: { table: ExportTable; keys: readonly (readonly ExportValue[])[]; loading: string },
): Promise<(readonly ExportValue[] | undefined)[]> {
  const rows: (readonly ExportValue[] | undefined)[] = keys.map(() => undefined);
  const columns = table.columns.map((column) => readColumn(column)).join(', ');
  const on = table.key.map((name, place) => `t.${name} = k.k${place}`).join(' AND ');
  for (let from = 0; from < keys.length; from += KEYS_AT_A_TIME) {
    const parameters: Record<string, string | number> = {};
    const values = keys.slice(from, from + KEYS_AT_A_TIME).map((key, index) => {
      const names = key.map((value, place) => {
        parameters[`k${index}_${place}`] = value as string | number;
        return `@k${index}_${place}`;
      });
      return `(${from + index}, ${names.join(', ')})`;
    });
    const found = await client.query(
      `SELECT k.number, ${columns} FROM (VALUES ${values.join(', ')}) AS k (number, ${table.key.map((_, place) => `k${place}`).join(', ')})
       INNER LOOP JOIN ${tableIn(loading, table.name)} AS t ON ${on}`,
      parameters,
    );
    for (const [number, ...row] of found) rows[Number(number)] = row;
  }
  return rows;
}
