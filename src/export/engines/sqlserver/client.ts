import { ISOLATION_LEVEL, Request, TYPES } from 'tedious';
import type { Connection } from 'tedious';

/** A value of a parameter or of a column. */
export type SqlValue = string | number | boolean | null;

export interface BulkColumn {
  name: string;
  type: (typeof TYPES)[keyof typeof TYPES];
  nullable: boolean;
  /** Of texts, in UTF-16 code units. */
  length?: number;
  precision?: number;
  scale?: number;
}

export interface BulkOptions {
  /** The table, as it stands in SQL. */
  place: string;
  columns: readonly BulkColumn[];
  rows: AsyncIterable<unknown[]>;
  signal: AbortSignal;
}

/** A connection that does one thing after another. */
export interface SqlServerClient {
  /** Runs a statement with named parameters. Answers with its rows. */
  query(sql: string, parameters?: Record<string, string | number>): Promise<SqlValue[][]>;
  /** Runs statements that set something for the session. */
  set(sql: string): Promise<void>;
  /** All of `work` or nothing of it. */
  inTransaction<T>(work: () => Promise<T>): Promise<T>;
  /** Loads rows into a table. Answers with their number. */
  bulk(options: BulkOptions): Promise<number>;
  close(): Promise<void>;
}

export function createClient(connection: Connection): SqlServerClient {
  let isOpen = true;
  const ended = new Promise<void>((resolve) => {
    connection.once('end', () => {
      isOpen = false;
      resolve();
    });
  });

  function cancel(): void {
    connection.cancel();
  }

  return {
    query: (sql, parameters = {}) =>
      new Promise((resolve, reject) => {
        const rows: SqlValue[][] = [];
        const request = new Request(sql, (error) => (error ? reject(error) : resolve(rows)));
        for (const [name, value] of Object.entries(parameters)) {
          request.addParameter(name, typeof value === 'number' ? TYPES.Int : TYPES.NVarChar, value);
        }
        request.on('row', (columns: { value: SqlValue }[]) => void rows.push(columns.map(({ value }) => value)));
        connection.execSql(request);
      }),
    set: (sql) =>
      new Promise((resolve, reject) => {
        connection.execSqlBatch(new Request(sql, (error) => (error ? reject(error) : resolve())));
      }),
    async inTransaction(work) {
      await done((callback) => connection.beginTransaction(callback, '', ISOLATION_LEVEL.READ_COMMITTED));
      try {
        const result = await work();
        await done((callback) => connection.commitTransaction(callback));
        return result;
      } catch (error) {
        // The server has rolled it back already, or is gone, and the reason is the first error.
        await done((callback) => connection.rollbackTransaction(callback)).catch(() => undefined);
        throw error;
      }
    },
    async bulk({ place, columns, rows, signal }) {
      signal.throwIfAborted();
      try {
        return await new Promise<number>((resolve, reject) => {
          // Sessions that load one heap with this lock do not wait for each other.
          const load = connection.newBulkLoad(place, { keepNulls: true, lockTable: true }, (error, count) =>
            error ? reject(error) : resolve(count ?? 0),
          );
          for (const { name, type, ...rest } of columns) load.addColumn(name, type, rest);
          signal.addEventListener('abort', cancel, { once: true });
          connection.execBulkLoad(load, rows);
        });
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    async close() {
      if (isOpen) connection.close();
      await ended;
    },
  };
}

function done(start: (callback: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}

/** Names as parameters of a list: `IN (@n0, @n1)`. */
export function listOf(names: readonly string[]): { list: string; parameters: Record<string, string> } {
  return {
    list: `(${names.map((_, index) => `@n${index}`).join(', ')})`,
    parameters: Object.fromEntries(names.map((name, index) => [`n${index}`, name])),
  };
}
