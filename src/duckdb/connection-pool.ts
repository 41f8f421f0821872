import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBMaterializedResult,
  DuckDBPreparedStatement,
  DuckDBValue,
  JS,
} from '@duckdb/node-api';

import { inWordsForClients, isInstanceLost, isMemoryShort } from './instance-errors.ts';
import { INTERRUPT_EVERY_MS, interruptOn } from './interrupt-on.ts';
import { UNGUARDED } from './query-guard.ts';
import type { Patience, QueryGuard } from './query-guard.ts';
import { tooLong } from './too-long.ts';

/** The two parts of the pool, with connections of their own: lookups are short, and no long scan may delay them. */
type Part = 'lookup' | 'scan';

export interface ConnectionPool {
  /**
   * Runs one query on a connection of its own; rows are arrays in the order of the columns.
   * @throws ClientError `QUERY_TIMEOUT` after `timeoutMs`, `OVERLOADED` where memory is short, `DATASET_UNAVAILABLE` where
   * the instance is lost by another query; or the reason of the signal if it aborts.
   */
  rows(sql: string, values: readonly DuckDBValue[], options?: RowsOptions): Promise<JS[][]>;
  /** Runs a query by integer keys, over files of the build that it reads, for rows of a key and a text. */
  lookup(sql: string, reads: { keys: readonly number[]; files: readonly string[] }): Promise<KeyedText[]>;
  /** Runs a query with a large result, which is read column by column. */
  whole(sql: string): Promise<DuckDBMaterializedResult>;
  /** Interrupts the running queries, waits for them, and closes the connections. */
  close(): Promise<void>;
}

export interface RowsOptions {
  timeoutMs?: number | undefined;
  /** Interrupts the query. */
  signal?: AbortSignal | undefined;
  /** Whether the query stays prepared, for queries that take longer to plan than to run. There must be few of them. */
  keep?: boolean | undefined;
}

/** A key and its text. */
export type KeyedText = readonly [key: number, text: string];

const CONNECTIONS: Record<Part, number> = { lookup: 2, scan: 2 };

export interface PoolOptions {
  guard?: QueryGuard;
  /** Called when the DuckDB instance is lost, so that a new one is needed. */
  onBroken?: (() => void) | undefined;
  /** Called when a query needs more memory than there is. */
  onMemoryShort?: ((error: unknown) => void) | undefined;
}

/**
 * A pool of connections to one DuckDB instance. A connection runs one query at a time: two users of one connection
 * would mix their results, and closing a busy one would never return.
 */
export async function createConnectionPool(
  instance: DuckDBInstance,
  { guard = UNGUARDED, onBroken, onMemoryShort }: PoolOptions = {},
): Promise<ConnectionPool> {
  const parts = { lookup: await openPart(instance, 'lookup'), scan: await openPart(instance, 'scan') };
  const running = new Set<Promise<unknown>>();
  let closed = false;

  /** Lends a connection to `use`. Closing the pool waits for it. */
  async function lend<T>(part: Part, use: (lent: PooledConnection) => Promise<T>): Promise<T> {
    const lent = await parts[part].take();
    try {
      if (closed) throw new Error('the build is closed');
      const query = use(lent);
      running.add(query);
      try {
        return await query;
      } catch (error) {
        // At once: whether a file is damaged is looked at before the query ends.
        if (isInstanceLost(error)) onBroken?.();
        throw error;
      } finally {
        running.delete(query);
      }
    } finally {
      // Also after the close, so that those still waiting get its error.
      parts[part].give(lent);
    }
  }

  async function guarded<T>(reads: string | readonly string[], run: () => Promise<T>, patience?: Patience): Promise<T> {
    try {
      return await guard.run(reads, run, patience);
    } catch (error) {
      // Also what makes relations readable may find it lost.
      if (isInstanceLost(error)) onBroken?.();
      if (isMemoryShort(error)) onMemoryShort?.(error);
      throw inWordsForClients(error);
    }
  }

  return {
    rows: (sql, values, options = {}) =>
      guarded(sql, () => lend('scan', (lent) => ask(lent, { sql, values, ...options })), options),
    lookup: (sql, { keys, files }) =>
      guarded(files, () =>
        lend('lookup', async ({ connection }) => {
          // Not kept: next to no other query reads the same files.
          const statement = await connection.prepare(sql);
          try {
            for (const [index, key] of keys.entries()) statement.bindInteger(index + 1, key);
            return keyedTexts(await statement.run());
          } finally {
            statement.destroySync();
          }
        }),
      ),
    whole: (sql) => guarded(sql, () => lend('scan', ({ connection }) => connection.run(sql))),
    async close() {
      closed = true;
      const all = [...parts.lookup.all, ...parts.scan.all];
      const timer = setInterval(() => {
        for (const { connection } of all) connection.interrupt();
      }, INTERRUPT_EVERY_MS);
      await Promise.allSettled(running);
      clearInterval(timer);
      for (const { connection, prepared } of all) {
        for (const statement of prepared.values()) statement.destroySync();
        connection.closeSync();
      }
    },
  };
}

async function ask(
  lent: PooledConnection,
  { sql, values, timeoutMs, signal, keep = false }: RowsOptions & { sql: string; values: readonly DuckDBValue[] },
): Promise<JS[][]> {
  const { connection } = lent;
  signal?.throwIfAborted();
  const deadline = timeoutMs === undefined ? undefined : interruptAfter(timeoutMs, connection);
  const stop = interruptOn(signal, connection);
  try {
    const reader = keep
      ? await bound(await preparedFor(sql, lent), values).runAndReadAll()
      : await connection.runAndReadAll(sql, [...values]);
    return reader.getRowsJS();
  } catch (error) {
    signal?.throwIfAborted();
    throw deadline?.passed() === true ? tooLong(error) : error;
  } finally {
    stop();
    deadline?.clear();
  }
}

/** The prepared statement of a query. DuckDB replans it if a view that it reads has been replaced. */
async function preparedFor(sql: string, { connection, prepared }: PooledConnection): Promise<DuckDBPreparedStatement> {
  let statement = prepared.get(sql);
  if (statement === undefined) {
    statement = await connection.prepare(sql);
    prepared.set(sql, statement);
  }
  return statement;
}

function bound(statement: DuckDBPreparedStatement, values: readonly DuckDBValue[]): DuckDBPreparedStatement {
  statement.bind([...values]);
  return statement;
}

/** Interrupts after a time, repeatedly until it is cleared: an interrupt reaches only a query that is running. */
function interruptAfter(timeoutMs: number, connection: DuckDBConnection): { passed(): boolean; clear(): void } {
  let repeated: NodeJS.Timeout | undefined;
  const deadline = setTimeout(() => {
    repeated = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  }, timeoutMs);
  return {
    passed: () => repeated !== undefined,
    clear() {
      clearTimeout(deadline);
      clearInterval(repeated);
    },
  };
}

/** The rows of a materialised result. Its chunks are in memory; fetching each asynchronously would cost a turn. */
function keyedTexts(result: DuckDBMaterializedResult): KeyedText[] {
  const rows: KeyedText[] = [];
  for (let index = 0; index < result.chunkCount; index += 1) {
    const [keys = [], texts = []] = result.getChunk(index).getColumns();
    for (const [row, key] of keys.entries()) rows.push([key as number, texts[row] as string]);
  }
  return rows;
}

interface PooledConnection {
  connection: DuckDBConnection;
  /** Prepared statements by their SQL. */
  prepared: Map<string, DuckDBPreparedStatement>;
}

interface PartConnections {
  all: readonly PooledConnection[];
  take(): Promise<PooledConnection> | PooledConnection;
  give(lent: PooledConnection): void;
}

async function openPart(instance: DuckDBInstance, part: Part): Promise<PartConnections> {
  const opened = await Promise.all(Array.from({ length: CONNECTIONS[part] }, () => instance.connect()));
  const all = opened.map((connection) => ({ connection, prepared: new Map<string, DuckDBPreparedStatement>() }));
  const free = [...all];
  const waiting: ((lent: PooledConnection) => void)[] = [];
  return {
    all,
    take() {
      return free.pop() ?? new Promise((resolve) => waiting.push(resolve));
    },
    give(lent) {
      const next = waiting.shift();
      if (next === undefined) free.push(lent);
      else next(lent);
    },
  };
}
