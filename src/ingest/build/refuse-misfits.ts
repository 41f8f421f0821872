import { basename } from 'node:path';

import { HANDFUL, MAX_MISFIT_SHARE, sumOf } from '../../dataset/odd-input.ts';
import type { OddValue } from '../../dataset/manifest.ts';
import { Rejected } from '../outcome.ts';
import type { Count } from './columns.ts';
import { countsOf } from './count-misfits.ts';
import type { Counts } from './count-misfits.ts';
import { looksLike } from './looks-like.ts';
import { nullShares } from './measure.ts';
import { fits, LEFT_OUT, linesOf } from './source-rows.ts';
import type { Reading } from './source-rows.ts';
import { literal } from './work-database.ts';
import type { WorkConnection } from './work-database.ts';

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
    const there = Math.round(rows * (1 - (nulls[`${table.name}.${column}`] ?? 0))) + (counts.nulled[column] ?? 0);
    if (count <= MAX_MISFIT_SHARE * there) continue;
    const sample = await findOdd(database, { reading, counts: ['nulled', 'kept'], columns: [column] });
    throw new Rejected(
      `${basename(path)}: ${count} of ${there} values of ${column} do not fit${exampleOf(sample)} (--force accepts it)`,
    );
  }
}

/** Of values that begin with a quote hardly any has doubled quotes inside, unless all of them are CSV's. */
async function refuseQuoted(database: WorkConnection, { reading, counts }: MisfitOptions): Promise<void> {
  const [opening, quoted] = [sumOf(counts.opening), sumOf(counts.quoted)];
  if (quoted <= HANDFUL || quoted <= opening / 2) return;
  const sample = await findOdd(database, { reading, counts: ['quoted'], columns: Object.keys(counts.quoted) });
  throw new Rejected(
    `${basename(reading.path)}: ${quoted} of ${opening} values that begin with a quote are in the quotes of CSV` +
      `${exampleOf(sample)} (--force accepts it)`,
  );
}

function exampleOf(sample: OddValue | undefined): string {
  if (sample === undefined) return '';
  const like = looksLike(sample.text);
  const example = `, for example ${sample.column} ${JSON.stringify(sample.text)}`;
  return like === undefined ? example : `${example}: the file looks ${like}`;
}

const MAX_SAMPLE_CHARACTERS = 200;

/** The first value that counts as one of these, in one of the columns. The file is read once more, up to it. */
export async function findOdd(
  database: WorkConnection,
  { reading, counts, columns }: { reading: Reading; counts: readonly Count[]; columns: readonly string[] },
): Promise<OddValue | undefined> {
  const odd = reading.columns
    .filter(({ name }) => columns.includes(name))
    .map((column) => {
      const when = countsOf(column).filter(([count]) => counts.includes(count));
      return { name: column.name, when: when.map(([, sql]) => sql).join(' OR ') };
    })
    .filter(({ when }) => when !== '');
  if (odd.length === 0) return undefined;
  const pick = (value: (name: string) => string): string =>
    `CASE ${odd.map(({ name, when }) => `WHEN ${when} THEN ${value(name)}`).join(' ')} END`;
  const [row] = await database.rows(`
    SELECT ${pick(literal)} AS name, left(${pick((name) => name)}, ${MAX_SAMPLE_CHARACTERS}) AS text
    FROM ${linesOf(reading, LEFT_OUT)}
    WHERE ${fits(reading.columns)} AND (${odd.map(({ when }) => when).join(' OR ')}) LIMIT 1`);
  return row === undefined ? undefined : { column: String(row.name), text: String(row.text) };
}
