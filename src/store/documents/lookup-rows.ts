import type { Beside, Lookup } from '../../dataset/indexes/document-kinds.ts';
import type { ConnectionPool, KeyedText } from '../../duckdb/connection-pool.ts';

/** Keys of one query. With more than 2,048, DuckDB reads the whole table. */
export const MAX_BATCH_KEYS = 2048;

type Lookups = Pick<ConnectionPool, 'lookup'>;

/** The items of keys, at most MAX_BATCH_KEYS of them, from the Parquet tables. */
export async function lookupRows(
  pool: Lookups,
  { lookup: { key, view, beside }, keys }: { lookup: Lookup; keys: readonly number[] },
): Promise<readonly KeyedText[]> {
  if (beside === undefined) return rowsOf(pool, { key, view, keys });
  return withBeside(pool, { beside, rows: await rowsOf(pool, { key, view: beside.without, keys }) });
}

/** Two queries: in one, DuckDB would read the other table from end to end to join it to a few rows. */
async function withBeside(
  pool: Lookups,
  { beside, rows }: { beside: Beside; rows: readonly KeyedText[] },
): Promise<readonly KeyedText[]> {
  const places = rows.map(([, text]) => text.lastIndexOf(',') + 1);
  const ids = rows.map(([, text], index) => Number(text.slice(places[index], -1)));
  const wanted = [...new Set(ids)];
  const found = new Map<number, string>();
  for (let at = 0; at < wanted.length; at += MAX_BATCH_KEYS) {
    const keys = wanted.slice(at, at + MAX_BATCH_KEYS);
    for (const [key, text] of await rowsOf(pool, { ...beside, keys })) found.set(key, text);
  }
  return rows.map(([key, text], index): KeyedText => {
    const other = found.get(ids[index] ?? NaN);
    return [
      key,
      other === undefined ? `${text.slice(0, places[index])}null]` : `${text.slice(0, -1)},${other.slice(1)}`,
    ];
  });
}

function rowsOf(
  pool: Lookups,
  { key, view, keys }: { key: string; view: string; keys: readonly number[] },
): Promise<readonly KeyedText[]> {
  const places = placesFor(keys.length);
  const list = Array.from({ length: places }, (_, index) => `$${index + 1}`).join(', ');
  // The last key again and again, which finds nothing more.
  const padding = Array<number>(places - keys.length).fill(keys.at(-1) ?? 0);
  return pool.lookup(`SELECT ${key}, item FROM (${view}) WHERE ${key} IN (${list})`, [...keys, ...padding]);
}

/** Statements stay prepared, so that there are only those for 1, 2, 4, 8… keys. */
function placesFor(keys: number): number {
  return 2 ** Math.ceil(Math.log2(keys));
}
