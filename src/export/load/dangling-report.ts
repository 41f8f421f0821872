import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { literal } from '../../duckdb/literal.ts';
import { ExportFailed } from '../export-failed.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { conditionOf, referencesOf } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { listedValue } from '../shape/values.ts';
import type { Source } from '../source/open-source.ts';

/** Rows that an export leaves out, because they name a title or a person that is not exported. */
export interface Dangling {
  rows: number;
  /** The file that names each of them, a line for each wrong id. */
  report?: string | undefined;
}

/**
 * Counts the rows that `dropDangling` leaves out, and writes a line for each of their ids that lead nowhere:
 * `{"table":"title_akas","key":{"titleId":"tt0000009","ordering":1},"column":"titleId","missing":"tt0000009"}`.
 * @throws ExportFailed where the report cannot be written.
 */
export async function reportDangling(
  source: Source,
  { tables, selection, report }: { tables: readonly ExportTable[]; selection: Selection; report?: string | undefined },
): Promise<Dangling> {
  const chosen = { ...selection, dropDangling: false };
  const dangling = tables.filter(({ from }) => referencesOf(from, selection).length > 0);
  return source.use(async (connection) => {
    let rows = 0;
    for (const table of dangling) {
      const holds = referencesOf(table.from, selection).map((reference) => reference.holds);
      const reader = await connection.runAndReadAll(
        `SELECT count(*) FROM ${table.from} WHERE ${conditionOf(table, chosen)} AND NOT (${holds.join(' AND ')})`,
      );
      rows += Number(reader.getRowsJS()[0]?.[0]);
    }
    if (report === undefined) return { rows };
    const made = join(source.folder, 'dangling.ndjson');
    const lines = dangling.flatMap((table) => linesOf(table, { selection, chosen }));
    // A selection without references has an empty report.
    const select = lines.length === 0 ? 'SELECT 1 AS "table" WHERE false' : lines.join('\nUNION ALL ');
    await connection.run(`COPY (${select}) TO ${literal(made)} (FORMAT json)`);
    await putReport(made, report);
    return { rows, report };
  });
}

/** SQL of the lines of a table, a query for each reference. */
function linesOf(table: ExportTable, { selection, chosen }: { selection: Selection; chosen: Selection }): string[] {
  const valueOf = (name: string): string => {
    const column = table.columns.find((one) => one.name === name);
    if (column === undefined) throw new Error(`${table.name} has no column ${name}`);
    return listedValue(column);
  };
  const key = table.key.map((name) => `${literal(name)}, ${valueOf(name)}`).join(', ');
  return referencesOf(table.from, selection).map(
    ({ column, holds }) =>
      `SELECT ${literal(table.name)} AS "table", json_object(${key}) AS key, ${literal(column)} AS "column",
         to_json(${valueOf(column)}) AS missing
       FROM ${table.from} WHERE ${conditionOf(table, chosen)} AND NOT (${holds})`,
  );
}

/** Puts the finished report in the place of the last one, which may be on another disk. */
async function putReport(made: string, report: string): Promise<void> {
  // Exports to several targets may write the same report at once.
  const partial = `${report}.${randomUUID()}.partial`;
  try {
    await access(dirname(report), constants.W_OK);
    await copyFile(made, partial);
    await rename(partial, report);
  } catch (error) {
    await rm(partial, { force: true });
    const words = error instanceof Error ? error.message : String(error);
    throw new ExportFailed('REFUSED', `could not write the report ${report} of --drop-dangling: ${words}`, {
      cause: error,
    });
  } finally {
    await rm(made, { force: true });
  }
}
