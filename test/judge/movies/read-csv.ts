import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { literal } from '../../../src/duckdb/literal.ts';

export type CsvRow = Record<string, string | null>;

/** The rows of a CSV file of a folder, all values as text; none where the file is not there. */
export async function readCsv(folder: string, file: string, { delim = ',' } = {}): Promise<CsvRow[]> {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const read = `SELECT * FROM read_csv(${literal(path)}, delim = ${literal(delim)}, header = true, all_varchar = true,
      quote = '"', escape = '"', strict_mode = false, null_padding = true, ignore_errors = true, parallel = false)`;
    return (await connection.runAndReadAll(read)).getRowObjects() as CsvRow[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The names in a list as the files have it: JSON, or what Python prints. */
export function namesIn(text: string | null | undefined): string[] {
  const names = (text ?? '').matchAll(/['"]name['"]:\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g);
  return [...names].map(([, quoted = '']) => quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1'));
}

/** The first id in such a text. */
export function idIn(text: string | null | undefined): number | undefined {
  const [, id] = /['"]id['"]:\s*(\d+)/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : Number(id);
}
