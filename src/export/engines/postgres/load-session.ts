import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { arrayLiteral, isArray, POSTGRES } from '../../dialects/postgres.ts';
import type { ExportColumn } from '../../shape/export-column.ts';
import type { ExportTable } from '../../shape/export-tables.ts';
import type { ExportValue } from '../../shape/values.ts';
import { writeCsv } from '../../source/csv-file.ts';
import type { Source } from '../../source/open-source.ts';
import type { LoadSession } from '../engine.ts';
import { endClient } from './connect.ts';
import { STEPS } from './places.ts';
import type { PostgresPlaces } from './places.ts';
import { postgresFailure } from './postgres-failure.ts';

/** Memory for sorting while an index is made. */
const INDEX_MEMORY = '256MB';

/** A session that loads tables of the loading by COPY. */
export async function openPostgresSession(
  client: Client,
  { source, places: { loading }, where }: { source: Source; places: PostgresPlaces; where: string },
): Promise<LoadSession> {
  // What is loading is not served: a crash of the server may lose the last parts together with their notes.
  try {
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '${INDEX_MEMORY}'`);
  } catch (error) {
    await endClient(client);
    throw postgresFailure(error, { doing: 'open a session', where });
  }
  const steps = `${loading}.${STEPS}`;

  /** All of `work` or nothing of it, noted as a step. */
  async function inOneStep(step: string, work: () => Promise<number>): Promise<number> {
    await client.query('BEGIN');
    try {
      const rows = await work();
      await client.query(`INSERT INTO ${steps} SELECT $1, fingerprint, $2 FROM ${steps} WHERE step = 'begin'`, [
        step,
        rows,
      ]);
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      // The connection may be gone, and the reason is the first error.
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw postgresFailure(error, { doing, where });
    }
  }

  return {
    async load(part, { condition, step, signal }) {
      const { table } = part;
      const values = table.columns.map(copiedValue);
      const csv = await writeCsv(source, { part, condition, values, nullText: '' });
      try {
        return await attempt(`load ${table.name}`, () =>
          inOneStep(step, async () => {
            const copy = client.query(copyFrom(`COPY ${loading}.${table.name} FROM STDIN (FORMAT csv)`));
            await pipeline(createReadStream(csv.path, { highWaterMark: 256 * 1024 }), copy, { signal });
            return copy.rowCount;
          }),
        );
      } finally {
        await csv.remove();
      }
    },
    async finish(table, step) {
      const place = `${loading}.${table.name}`;
      await attempt(`make the indexes of ${table.name}`, () =>
        inOneStep(step, async () => {
          for (const statement of [...POSTGRES.createIndexes(table, place), ...POSTGRES.comments(table, place)]) {
            await client.query(statement);
          }
          return 0;
        }),
      );
    },
    rowsByKey: (table, keys) => attempt(`read ${table.name}`, () => rowsByKey(client, { table, keys, loading })),
    close: () => endClient(client),
  };
}

/** DuckDB's SQL of a value on its way through COPY. Text of PostgreSQL holds no NUL. */
export function copiedValue(column: ExportColumn): string {
  const value = POSTGRES.value(column);
  const text = isArray(column) ? arrayLiteral(`${value}::VARCHAR[]`) : value;
  return /^(text|word|long text)/.test(column.content.kind) ? `replace(${text}, chr(0), '')` : text;
}

async function rowsByKey(
  client: Client,
  { table, keys, loading }: { table: ExportTable; keys: readonly (readonly ExportValue[])[]; loading: string },
): Promise<(readonly ExportValue[] | undefined)[]> {
  const rows: (readonly ExportValue[] | undefined)[] = [];
  const columns = table.columns.map(({ name, content: { kind } }) =>
    // The driver gives other numbers than these as texts.
    kind === 'rating' || kind === 'big integer' ? `${name}::float8` : name,
  );
  for (const key of keys) {
    const result = await client.query<ExportValue[]>({
      name: `row of ${table.name}`,
      text: `SELECT ${columns.join(', ')} FROM ${loading}.${table.name}
             WHERE ${table.key.map((name, index) => `${name} = $${index + 1}`).join(' AND ')}`,
      values: [...key],
      rowMode: 'array',
    });
    rows.push(result.rows[0]);
  }
  return rows;
}
