import { basename } from 'node:path';

import { HANDFUL } from '../../../dataset/builds/odd-input.ts';
import { Rejected } from '../../outcomes/outcome.ts';
import type { Column } from '../parsing/parse-column.ts';
import { exampleOf } from './refuse-misfits.ts';
import type { Reading } from '../parsing/source-rows.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

export interface WrappedOptions {
  reading: Reading;
  /** Rows of the table as it was written. */
  rows: number;
  /** The same table's files in the build that is served, be they damaged or of another format; undefined without any. */
  served: readonly string[] | undefined;
}

/** Titles and names may stand in quotes as a whole, far fewer than one in a hundred of IMDb's do. */
const MAX_WRAPPED_SHARE = 0.1;

/** Beginning and end of what other programs put around a text: quotes of CSV, Excel's formulas, texts and lists of Python. */
const WRAPPINGS = [
  ['"', '"'],
  ["'", "'"],
  ['="', '"'],
  ["b'", "'"],
  ['b"', '"'],
  ["['", "']"],
  ['["', '"]'],
] as const;

/** Of a larger table the rows of every sixteenth key are looked at, which tells as much in a fraction of the time. */
const LOOKED_AT_WHOLE = 100_000;

/**
 * Refuses a file with a column of text that another program has wrapped, as in `"Ann Lee"`, unless the column of the
 * build that is served is wrapped as well. Each value could be one of IMDb's; that a tenth of them could not.
 * @throws Rejected that names the file and the column, with a value and what the file looks like.
 */
export async function refuseWrapped(database: WorkConnection, options: WrappedOptions): Promise<void> {
  const { reading, rows, served } = options;
  const { table, columns, path } = reading;
  const some = rows > LOOKED_AT_WHOLE ? `${table.sortedBy[0]} % 16 = 0` : 'true';
  const texts = columns.filter(({ type }) => type.startsWith('VARCHAR'));
  const shares = await wrappedShares(database, { texts, from: table.name, where: some });
  for (const [at, column] of texts.entries()) {
    const share = shares[at] ?? 0;
    if (share <= MAX_WRAPPED_SHARE) continue;
    if (await isWrapped(database, { column, served, where: some })) continue;
    const [row] = await database.rows(
      `SELECT ${textOf(column)} AS text FROM ${table.name} WHERE ${isWrappedIn(column)} LIMIT 1`,
    );
    const sample = exampleOf(row && { column: column.name, text: String(row.text) });
    throw new Rejected(
      `${basename(path)}: ${(share * 100).toFixed(0)} % of the values of ${column.name} stand in quotes${sample} (--force accepts it)`,
    );
  }
}

/** For each column the share of its values that are wrapped; 0 where these are no more than a handful. */
async function wrappedShares(
  database: WorkConnection,
  { texts, from, where }: { texts: readonly Column[]; from: string; where: string },
): Promise<number[]> {
  if (texts.length === 0) return [];
  const counts = texts.flatMap((column, at) => [
    `count(${column.name}) AS there_${at}`,
    `count(*) FILTER (WHERE ${isWrappedIn(column)}) AS wrapped_${at}`,
  ]);
  const [row = {}] = await database.rows(`SELECT ${counts.join(', ')} FROM ${from} WHERE ${where}`);
  return texts.map((_, at) => {
    const wrapped = Number(row[`wrapped_${at}`]);
    return wrapped > HANDFUL ? wrapped / Number(row[`there_${at}`]) : 0;
  });
}

/** Whether the column was so before, where that can be read. */
async function isWrapped(
  database: WorkConnection,
  { column, served, where }: { column: Column; served: readonly string[] | undefined; where: string },
): Promise<boolean> {
  if (served === undefined) return false;
  const from = `read_parquet([${served.map(literal).join(', ')}])`;
  const [share = 0] = await wrappedShares(database, { texts: [column], from, where }).catch(() => []);
  return share > MAX_WRAPPED_SHARE;
}

/** A list as the text that it was, about. */
function textOf({ name, type }: Column): string {
  return type === 'VARCHAR' ? name : `array_to_string(${name}, ',')`;
}

/** SQL that says whether a text, or a list from its first text to its last, is wrapped. */
function isWrappedIn({ name, type }: Column): string {
  const [first, last] = type === 'VARCHAR' ? [name, name] : [`${name}[1]`, `${name}[-1]`];
  const kinds = WRAPPINGS.map(([before, after]) => {
    const isLonger = first === last ? ` AND length(${name}) >= ${before.length + after.length}` : '';
    return `(starts_with(${first}, ${literal(before)}) AND ends_with(${last}, ${literal(after)})${isLonger})`;
  });
  return `CASE WHEN ${beginsLike(first)} THEN ${kinds.join(' OR ')} ELSE false END`;
}

/** Cheap comparisons by the first bytes, which next to none of IMDb's texts pass. */
function beginsLike(text: string): string {
  const starts = [...new Set(WRAPPINGS.map(([before]) => before))];
  const ranges = starts.map((start) => {
    const next = start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + 1);
    return `(${text} >= ${literal(start)} AND ${text} < ${literal(next)})`;
  });
  return `(${ranges.join(' OR ')})`;
}
