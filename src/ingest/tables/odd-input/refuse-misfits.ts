import { basename } from 'node:path';

import { HANDFUL, MAX_MISFIT_SHARE } from '../../../dataset/builds/odd-input.ts';
import type { OddValue } from '../../../dataset/builds/manifest.ts';
import { Rejected } from '../../outcomes/outcome.ts';
import type { Column } from '../parsing/parse-column.ts';
import { inQuotes } from '../parsing/count-misfits.ts';
import type { Counts } from '../parsing/count-misfits.ts';
import { looksLike } from './looks-like.ts';
import { nullShares } from '../writing/measure.ts';
import { fits, LEFT_OUT, linesOf, withSteps } from '../parsing/source-rows.ts';
import type { Reading } from '../parsing/source-rows.ts';
import { literal } from '../../jobs/work-database.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

export interface MisfitOptions {
  reading: Reading;
  counts: Counts;
  /** Rows of the table, and the build's folder. */
  rows: number;
  folder: string;
}

/**
 * Refuses a file that reads well and means something else, also where no build is there to compare with: one that was
 * saved anew by another program, with CSV's quotes or other words for numbers and nulls.
 * @throws Rejected that names the file and a column, with a value and what the file looks like.
 */
export async function refuseMisfits(database: WorkConnection, options: MisfitOptions): Promise<void> {
  await refuseQuoted(database, options);
  const { reading, counts, rows, folder } = options;
  const { table, path } = reading;
  const misfits = new Set([...Object.keys(counts.nulled), ...Object.keys(counts.kept)]);
  const many = [...misfits]
    .map((column) => [column, (counts.nulled[column] ?? 0) + (counts.kept[column] ?? 0)] as const)
    .filter(([, count]) => count > HANDFUL);
  if (many.length === 0) return;
  const nulls = await nullShares(database, { table: table.name, folder });
  for (const [column, count] of many) {
    const share = nulls[`${table.name}.${column}`] ?? 0;
    // Not every value that is counted as nulled is null: a flag is false, and a list has lost a part.
    const there = Math.min(rows, Math.round(rows * (1 - share)) + (counts.nulled[column] ?? 0));
    if (count <= MAX_MISFIT_SHARE * there) continue;
    const sample = await findOdd(database, reading, (one) => (one.name === column ? misfitOf(one) : undefined));
    throw new Rejected(
      `${basename(path)}: ${count} of ${there} values of ${column} do not fit${exampleOf(sample)} (--force accepts it)`,
    );
  }
}

/** Fewer may stand in a title by accident. */
const LEAST_QUOTED = 3;

/** Of rows with a value that begins with a quote hardly any has doubled quotes in one, unless all of them are CSV's. */
async function refuseQuoted(database: WorkConnection, { reading, counts }: MisfitOptions): Promise<void> {
  const { opening, quoted } = counts;
  if (quoted < LEAST_QUOTED || quoted <= opening / 2) return;
  const sample = await findOdd(database, reading, (column) => inQuotes(column));
  throw new Rejected(
    `${basename(reading.path)}: ${quoted} of ${opening} lines with a value that begins with a quote are in ` +
      `CSV's quotes${exampleOf(sample)} (--force accepts it)`,
  );
}

/** An odd value, and what a file looks like that has such a one, for the end of a sentence. */
export function exampleOf(sample: OddValue | undefined): string {
  if (sample === undefined) return '';
  const like = looksLike(sample.text);
  const example = `, for example ${sample.column} ${JSON.stringify(sample.text)}`;
  return like === undefined ? example : `${example}: ${like}`;
}

const MAX_SAMPLE_CHARACTERS = 200;

/** SQL that is true of a value that does not fit its column. */
export function misfitOf({ counts }: Column): string | undefined {
  const either = Object.values(counts);
  return either.length === 0 ? undefined : either.join(' OR ');
}

/** The first value of which what `whenOf` answers with for its column is true. The file is read once more, up to it. */
export async function findOdd(
  database: WorkConnection,
  reading: Reading,
  whenOf: (column: Column) => string | undefined,
): Promise<OddValue | undefined> {
  const { columns } = reading;
  const odd = columns.flatMap((column) => {
    const when = whenOf(column);
    return when === undefined ? [] : [{ name: column.name, from: column.from, when: `(${when})` }];
  });
  if (odd.length === 0) return undefined;
  const pick = (value: (column: Pick<Column, 'name' | 'from'>) => string): string =>
    `CASE ${odd.map((column) => `WHEN ${column.when} THEN ${value(column)}`).join(' ')} END`;
  const [row] = await database.rows(`
    SELECT ${pick(({ name }) => literal(name))} AS name, left(${pick(({ from }) => from)}, ${MAX_SAMPLE_CHARACTERS}) AS text
    FROM ${withSteps(linesOf(reading, LEFT_OUT), columns)}
    WHERE ${fits(columns)} AND (${odd.map(({ when }) => when).join(' OR ')}) LIMIT 1`);
  return row === undefined ? undefined : { column: String(row.name), text: String(row.text) };
}
