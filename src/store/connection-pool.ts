import type { DuckDBConnection, DuckDBInstance, DuckDBValue, JS } from '@duckdb/node-api';

import { ClientError } from '../errors.ts';

/** Lookups are short, scans can be long: each has connections of its own, so that no scan delays a lookup. */
export type Lane = 'lookup' | 'scan';

export interface ConnectionPool {
  /**
   * Runs one query on a connection that nobody else uses meanwhile; rows are arrays in the order of the columns.
   * @throws ClientError `QUERY_TIMEOUT` where it runs for longer than `timeoutMs`.
   */
  rows(lane: Lane, sql: string, values: readonly DuckDBValue[], options?: { timeoutMs?: number }): Promise<JS[][]>;
  /** Interrupts what runs, waits for it, and closes. */
  close(): Promise<void>;
}

const CONNECTIONS: Record<Lane, number> = { lookup: 2, scan: 2 };
const INTERRUPT_EVERY_MS = 20;

/**
 * A pool of connections to one DuckDB instance. DuckDB answers one query at a time on a connection; two users of one
 * would mix their results, and closing one that is busy would never return.
 */
export async function createConnectionPool(instance: DuckDBInstance): Promise<ConnectionPool> {
  const lanes = { lookup: await openLane(instance, 'lookup'), scan: await openLane(instance, 'scan') };
  const running = new Set<Promise<unknown>>();
  let closed = false;

  return {
    async rows(lane, sql, values, { timeoutMs } = {}) {
      const connection = await lanes[lane].take();
      try {
        if (closed) throw new Error('the build is closed');
        const query = connection.runAndReadAll(sql, [...values]);
        running.add(query);
        const deadline = timeoutMs === undefined ? undefined : interruptAfter(timeoutMs, connection);
        try {
          return (await query).getRowsJS();
        } catch (error) {
          throw deadline?.passed() === true ? tooLong(error) : error;
        } finally {
          deadline?.clear();
          running.delete(query);
        }
      } finally {
        // Also after the close: whoever still waits must hear of it.
        lanes[lane].give(connection);
      }
    },
    async close() {
      closed = true;
      const connections = [...lanes.lookup.all, ...lanes.scan.all];
      const timer = setInterval(() => {
        for (const connection of connections) connection.interrupt();
      }, INTERRUPT_EVERY_MS);
      await Promise.allSettled(running);
      clearInterval(timer);
      for (const connection of connections) connection.closeSync();
    },
  };
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

function tooLong(cause: unknown): ClientError {
  const message = 'The list or search took too long: narrow it down by a filter, or page with a cursor, not an offset.';
  return new ClientError('QUERY_TIMEOUT', message, { cause });
}

interface LaneConnections {
  all: readonly DuckDBConnection[];
  take(): Promise<DuckDBConnection> | DuckDBConnection;
  give(connection: DuckDBConnection): void;
}

async function openLane(instance: DuckDBInstance, lane: Lane): Promise<LaneConnections> {
  const all = await Promise.all(Array.from({ length: CONNECTIONS[lane] }, () => instance.connect()));
  const free = [...all];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  return {
    all,
    take() {
      return free.pop() ?? new Promise((resolve) => waiting.push(resolve));
    },
    give(connection) {
      const next = waiting.shift();
      if (next === undefined) free.push(connection);
      else next(connection);
    },
  };
}
