import type { Dialect } from '../dialects/dialect.ts';
import type { LoadSession } from '../engines/engine.ts';
import { ExportFailed } from '../export-failed.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { conditionOf } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import type { ExportValue } from '../shape/values.ts';
import type { Source } from '../source/open-source.ts';

/** Rows of each table that are read back and compared. */
export const SAMPLE_ROWS = 500;

/** Reads a sample of the loaded rows back and compares each value with the build. @throws ExportFailed `DIFFERENT` */
export async function compareSamples(
  session: LoadSession,
  { source, table, selection, dialect }: { source: Source; table: ExportTable; selection: Selection; dialect: Dialect },
): Promise<number> {
  const wanted = await sampleOf(source, { table, selection, dialect });
  const places = table.key.map((name) => table.columns.findIndex((column) => column.name === name));
  const keys = wanted.map((row) => places.map((place) => row[place] ?? null));
  const found = await session.rowsByKey(table, keys);
  for (const [index, row] of wanted.entries()) {
    const loaded = found[index];
    const key = (keys[index] ?? []).join(' ');
    if (loaded === undefined) {
      throw new ExportFailed('DIFFERENT', `${table.name} lacks the row ${key} after it was loaded`);
    }
    for (const [place, column] of table.columns.entries()) {
      const [want, have] = [row[place] ?? null, loaded[place] ?? null];
      if (!isSame(want, have)) {
        const words = `${JSON.stringify(have)} where the build has ${JSON.stringify(want)}`;
        throw new ExportFailed('DIFFERENT', `${table.name} ${key} has ${column.name} ${words}`);
      }
    }
  }
  return wanted.length;
}

/** Rows by a hash of their keys: the same in each run, and from all over the table. */
async function sampleOf(
  source: Source,
  { table, selection, dialect }: { table: ExportTable; selection: Selection; dialect: Dialect },
): Promise<(readonly ExportValue[])[]> {
  const values = table.columns.map((column) => dialect.value(column)).join(', ');
  const key = table.key.map((name) => `"${table.columns.find((column) => column.name === name)?.from ?? name}"`).join();
  return source.use(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT ${values} FROM ${table.from} WHERE ${conditionOf(table, selection)}
       ORDER BY hash(${key}, 'sample') LIMIT ${SAMPLE_ROWS}`,
    );
    return (reader.getRowsJS() as (ExportValue | bigint)[][]).map((row) =>
      row.map((value) => (typeof value === 'bigint' ? Number(value) : value)),
    );
  });
}

/** Whether values are the same; a NUL that the engine cannot hold is left out of both. */
function isSame(want: ExportValue, have: ExportValue): boolean {
  if (want === null || have === null) return want === have;
  if (typeof want === 'object') {
    return (
      typeof have === 'object' &&
      want.length === have.length &&
      want.every((text, index) => isSame(text, have[index] ?? null))
    );
  }
  return want === have || (typeof want === 'string' && want.replaceAll('\0', '') === have);
}
