import type { DuckDBConnection, DuckDBInstance, DuckDBValue, JS } from '@duckdb/node-api';

/** Lookups are short, scans can be long: each has connections of its own, so that no scan delays a lookup. */
export type Lane = 'lookup' | 'scan';

export interface ConnectionPool {
  /** Runs one query on a connection that nobody else uses meanwhile; rows are arrays in the order of the columns. */
  rows(lane: Lane, sql: string, values: readonly DuckDBValue[]): Promise<JS[][]>;
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
    async rows(lane, sql, values) {
      const connection = await lanes[lane].take();
      try {
        if (closed) throw new Error('the build is closed');
        const query = connection.runAndReadAll(sql, [...values]);
        running.add(query);
        try {
          return (await query).getRowsJS();
        } finally {
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
