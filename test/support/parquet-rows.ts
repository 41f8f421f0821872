import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of a Parquet file in their order, as JSON has them. */
export async function parquetRows(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT to_json(t)::VARCHAR AS row FROM read_parquet('${path}') AS t`,
    );
    return reader.getRowObjectsJson().map(({ row }) => JSON.parse(row as string) as Record<string, unknown>);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
