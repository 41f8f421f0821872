import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBMaterializedResult,
  DuckDBPreparedStatement,
  DuckDBValue,
  JS,
} from '@duckdb/node-api';

import { UNGUARDED } from './query-guard.ts';
import type { QueryGuard } from './query-guard.ts';
import { tooLong } from './too-long.ts';

/** Lookups are short, scans can be long: each has connections of its own, so that no scan delays a lookup. */
type Lane = 'lookup' | 'scan';

export interface ConnectionPool {
  /**
   * Runs one query on a connection that nobody else uses meanwhile; rows are arrays in the order of the columns.
   * @throws ClientError `QUERY_TIMEOUT` where it runs for longer than `timeoutMs`, the signal's reason where that aborts.
   */
  rows(sql: string, values: readonly DuckDBValue[], options?: RowsOptions): Promise<JS[][]>;
  /** Runs a query of an integer and a text for integer keys. It stays prepared, so that there must be few of them. */
  lookup(sql: string, keys: readonly number[]): Promise<KeyedText[]>;
  /** Runs a query whose result is large, and is read column by column. */
  whole(sql: string): Promise<DuckDBMaterializedResult>;
  /** Interrupts what runs, waits for it, and closes. */
  close(): Promise<void>;
}

export interface RowsOptions {
  timeoutMs?: number | undefined;
  /** Ends the query. */
  signal?: AbortSignal | undefined;
  /** Whether the query stays prepared: for those that take longer to plan than to run. There must be few of them. */
  keep?: boolean | undefined;
}

/** A key and a text that belongs to it. */
export type KeyedText = readonly [key: number, text: string];

const CONNECTIONS: Record<Lane, number> = { lookup: 2, scan: 2 };
const INTERRUPT_EVERY_MS = 20;

export interface PoolOptions {
  guard?: QueryGuard;
  /** Told when DuckDB gives the whole instance up: then a new one is needed. */
  onBroken?: (() => void) | undefined;
}

/**
 * A pool of connections to one DuckDB instance. DuckDB answers one query at a time on a connection; two users of one
 * would mix their results, and closing one that is busy would never return.
 */
export async function createConnectionPool(
  instance: DuckDBInstance,
  { guard = UNGUARDED, onBroken }: PoolOptions = {},
): Promise<ConnectionPool> {
  const lanes = { lookup: await openLane(instance, 'lookup'), scan: await openLane(instance, 'scan') };
  const running = new Set<Promise<unknown>>();
  let closed = false;

  /** Lends a connection; what it runs is waited for before the close. */
  async function lend<T>(lane: Lane, use: (lent: PooledConnection) => Promise<T>): Promise<T> {
    const lent = await lanes[lane].take();
    try {
      if (closed) throw new Error('the build is closed');
      const query = use(lent);
      running.add(query);
      try {
        return await query;
      } catch (error) {
        if (isInstanceLost(error)) onBroken?.();
        throw error;
      } finally {
        running.delete(query);
      }
    } finally {
      // Also after the close: whoever still waits must hear of it.
      lanes[lane].give(lent);
    }
  }

  return {
    rows: (sql, values, options = {}) =>
      guard.run(sql, () => lend('scan', (lent) => ask(lent, { sql, values, ...options })), options),
    lookup: (sql, keys) =>
      guard.run(sql, () =>
        lend('lookup', async (lent) => {
          const statement = await preparedFor(sql, lent);
          for (const [index, key] of keys.entries()) statement.bindInteger(index + 1, key);
          return keyedTexts(await statement.run());
        }),
      ),
    whole: (sql) => guard.run(sql, () => lend('scan', ({ connection }) => connection.run(sql))),
    async close() {
      closed = true;
      const all = [...lanes.lookup.all, ...lanes.scan.all];
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

/** DuckDB plans a statement anew where a view that it reads has been replaced. */
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

/** An interrupt reaches only a query that has begun, so it is repeated until somebody clears it. */
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

/** The same for a signal. Answers with what ends it. */
function interruptOn(signal: AbortSignal | undefined, connection: DuckDBConnection): () => void {
  let repeated: NodeJS.Timeout | undefined;
  const begin = (): void => {
    connection.interrupt();
    repeated = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  };
  signal?.addEventListener('abort', begin, { once: true });
  return () => {
    signal?.removeEventListener('abort', begin);
    clearInterval(repeated);
  };
}

/** After an error of its own DuckDB answers nothing more, on any connection. */
function isInstanceLost(error: unknown): boolean {
  return error instanceof Error && /^(INTERNAL|FATAL) Error|database has been invalidated/.test(error.message);
}

/** The rows of a materialised result: its chunks are in memory, and asking for them one by one would only take turns. */
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
  /** By their SQL. */
  prepared: Map<string, DuckDBPreparedStatement>;
}

interface LaneConnections {
  all: readonly PooledConnection[];
  take(): Promise<PooledConnection> | PooledConnection;
  give(lent: PooledConnection): void;
}

async function openLane(instance: DuckDBInstance, lane: Lane): Promise<LaneConnections> {
  const opened = await Promise.all(Array.from({ length: CONNECTIONS[lane] }, () => instance.connect()));
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
