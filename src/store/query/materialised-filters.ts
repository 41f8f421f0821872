import type { Sql } from 'sql-template-tag';

import type { ConnectionPool } from '../../duckdb/connection-pool.ts';
import { boundOf } from './queries.ts';
import type { Bound } from './queries.ts';
import { sharedWork } from './shared-work.ts';

/** Tables in DuckDB's memory, each with what one slow SELECT has found: several queries go on with it. */
export interface MaterialisedFilters {
  /**
   * The table, which stays until nobody has asked for half a minute and the time of a query; null where there is no room
   * for more.
   * @throws as `Queries.rows`.
   */
  found(select: Sql, signal?: AbortSignal): Promise<FoundTable | null>;
}

export interface FoundTable {
  name: string;
  rows: number;
}

/** Rows of keys, of all tables: some 250 MB, which DuckDB writes to disk where memory is short. */
const MOST_ROWS = 60_000_000;
/** And as long as a query may take that goes on with it. */
const KEPT_MS = 30_000;

interface Found extends FoundTable {
  askedAt: number;
}

export function createMaterialisedFilters(pool: ConnectionPool, timeoutMs: number): MaterialisedFilters {
  const known = new Map<string, Found>();
  const shared = sharedWork<Found>();
  let made = 0;

  async function make(key: string, { text, values }: Bound, signal: AbortSignal): Promise<Found> {
    const name = `found_${(made += 1)}`;
    // Replaced where it is asked again, as an index proved to be damaged.
    const [row] = await pool.rows(`CREATE OR REPLACE TABLE ${name} AS ${text}`, values, { timeoutMs, signal });
    const found = { name, rows: Number(row?.[0]), askedAt: performance.now() };
    known.set(key, found);
    return found;
  }

  /** Those that nobody goes on with. */
  async function drop(): Promise<void> {
    const before = performance.now() - KEPT_MS - timeoutMs;
    for (const [key, { name, askedAt }] of known) {
      if (askedAt > before) continue;
      known.delete(key);
      await pool.rows(`DROP TABLE ${name}`, []);
    }
  }

  return {
    async found(select, signal) {
      const bound = boundOf(select);
      const key = JSON.stringify([bound.text, bound.values]);
      let table = known.get(key);
      if (table === undefined) {
        await drop();
        const rows = [...known.values()].reduce((sum, one) => sum + one.rows, 0);
        if (rows >= MOST_ROWS) return null;
        table = await shared(key, (stop) => make(key, bound, stop), signal);
      }
      table.askedAt = performance.now();
      return table;
    },
  };
}
