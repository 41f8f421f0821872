import type { DuckDBValue } from '@duckdb/node-api';

/** Values of a query that is put together, and the placeholders that stand for them. */
export interface Bindings {
  values: DuckDBValue[];
  text(value: string): string;
  integer(value: number): string;
}

/** Placeholders name their type: DuckDB reads an index by it only where it is the column's. */
export function bindings(): Bindings {
  const values: DuckDBValue[] = [];
  return {
    values,
    text: (value) => `$${values.push(value)}::VARCHAR`,
    integer: (value) => `$${values.push(value)}::INTEGER`,
  };
}
