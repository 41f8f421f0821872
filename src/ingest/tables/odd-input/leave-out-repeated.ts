import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { formatConst } from '../../../dataset/words/consts.ts';
import { MAX_SAMPLE_CHARACTERS, MAX_SAMPLES } from '../../sources/imdb/text-counter.ts';
import type { RejectedLines } from './rejected-lines.ts';
import { fits, LEFT_OUT, linesOf, lineText, withSteps } from '../parsing/source-rows.ts';
import type { Reading } from '../parsing/source-rows.ts';
import { listOf, tablePath, writtenFiles } from '../writing/table-files.ts';
import type { Scalar, WorkConnection } from '../../jobs/work-database.ts';
import { keysWithBefore, repeatedKeys, writeRows } from '../writing/write-table.ts';

/** The lines of a written table whose key an earlier line has. */
export interface RepeatedLines extends RejectedLines {
  /** Writes the table anew without them. Answers with the number of rows. */
  leaveOut(folder: string): Promise<number>;
}

/**
 * Finds the lines that repeat the key of an earlier one, in the order of the file. There are none in a good file, which
 * the sorted table says by itself: only otherwise is the file read once more.
 */
export async function repeatedLines(database: WorkConnection, reading: Reading): Promise<RepeatedLines> {
  const { table, columns } = reading;
  const { repeated } = await repeatedKeys(database, table);
  if (repeated === 0) return { rows: 0, samples: [], leaveOut: () => Promise.reject(new Error('nothing is repeated')) };
  const found = `${table.name}_repeated`;
  const key = (table.unique ?? []).join(', ');
  await findLines(database, { reading, key, found });
  const samples = await database.rows(
    `SELECT ${key}, left(text, ${MAX_SAMPLE_CHARACTERS}) AS text FROM ${found} WHERE nth > 1
     ORDER BY line LIMIT ${MAX_SAMPLES}`,
  );
  return {
    rows: repeated,
    samples: samples.map(({ text, ...values }) => ({
      line: null,
      reason: `${keyText(values)} is in a line before it`,
      text: String(text),
    })),
    async leaveOut(folder) {
      const path = tablePath(table);
      const all = `${path}.all`;
      const files = writtenFiles(folder, table.name).map((file) => file.replace(path, all));
      const names = columns.map(({ name }) => name).join(', ');
      await rename(join(folder, path), join(folder, all));
      try {
        return await writeRows(database, {
          table,
          select: `SELECT ${names} FROM read_parquet(${listOf(folder, files)}) ANTI JOIN ${found} USING (${key})
            UNION ALL SELECT ${names} FROM ${found} WHERE nth = 1`,
          folder,
        });
      } finally {
        await rm(join(folder, all), { recursive: true, force: true });
      }
    },
  };
}

/**
 * The lines of all keys that repeat, typed, into a table: with their place in the file, and which of their key they are.
 * No join and no sort keeps the order of the file, so that lines are numbered as they are read.
 */
async function findLines(
  database: WorkConnection,
  { reading, key, found }: { reading: Reading; key: string; found: string },
): Promise<void> {
  const { table, columns, source } = reading;
  await database.run(`CREATE OR REPLACE TEMP TABLE ${found}_keys AS
    SELECT DISTINCT ${key} FROM (${keysWithBefore(table)}) WHERE this = before`);
  await database.run(`CREATE OR REPLACE TEMP TABLE ${found} AS
    SELECT *, row_number() OVER (PARTITION BY ${key} ORDER BY line) AS nth FROM (
      SELECT ${columns.map(({ name, value }) => `${value} AS ${name}`).join(', ')}, line, ${lineText(source)} AS text
      FROM ${withSteps(`(SELECT *, row_number() OVER () AS line FROM ${linesOf(reading, LEFT_OUT)})`, columns)}
      WHERE ${fits(columns)}
    ) SEMI JOIN ${found}_keys USING (${key})`);
}

/** A key as IMDb writes it: tt0200001, or tt0200001 with ordering 3. */
function keyText(values: Record<string, Scalar>): string {
  const parts = Object.entries(values).map(([name, value]) => {
    if (name.endsWith('const')) return formatConst(name.endsWith('nconst') ? 'nm' : 'tt', Number(value));
    return `with ${name} ${String(value)}`;
  });
  return parts.join(' ');
}
