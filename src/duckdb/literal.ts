import { join } from 'node:path';

/** A text as an SQL literal, for paths in statements that take no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** SQL that reads Parquet files of a folder one after the other. */
export function parquetOf(folder: string, files: readonly string[]): string {
  return `read_parquet([${files.map((file) => literal(join(folder, file))).join(', ')}])`;
}
