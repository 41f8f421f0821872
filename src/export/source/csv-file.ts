import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { literal } from '../../duckdb/literal.ts';
import { rangeOf } from './parts.ts';
import type { Part } from './parts.ts';
import type { Source } from './open-source.ts';

export interface CsvFile {
  path: string;
  rows: number;
  remove(): Promise<void>;
}

export interface CsvOptions {
  part: Part;
  condition: string;
  /** DuckDB's SQL of each column, in order. */
  values: readonly string[];
  /** How NULL is written. A text that is the same stands in quotes, so that the two are told apart. */
  nullText: string;
}

/** Writes a part as CSV without a header: commas, double quotes, which are doubled inside of values, and line feeds. */
export async function writeCsv(source: Source, { part, condition, values, nullText }: CsvOptions): Promise<CsvFile> {
  const path = join(source.folder, `${part.table.name}-${part.from}-${randomUUID()}.csv`);
  const remove = (): Promise<void> => rm(path, { force: true });
  try {
    const rows = await source.use(async (connection) => {
      const result = await connection.runAndReadAll(
        `COPY (SELECT ${values.join(', ')} FROM ${part.table.from} WHERE ${rangeOf(part)} AND ${condition}
           ORDER BY ${part.table.key.map((_, index) => index + 1).join(', ')})
         TO ${literal(path)} (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR ${literal(nullText)})`,
      );
      return Number(result.getRowsJS()[0]?.[0]);
    });
    return { path, rows, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
