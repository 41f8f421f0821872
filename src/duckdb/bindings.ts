import type { DuckDBValue } from '@duckdb/node-api';

/** Bound values of a query under construction. `text` and `integer` add a value and return its placeholder. */
export interface Bindings {
  values: DuckDBValue[];
  text(value: string): string;
  integer(value: number): string;
}

/** Empty bindings. Placeholders have a cast, because DuckDB uses an index only if the type is that of the column. */
export function bindings(): Bindings {
  const values: DuckDBValue[] = [];
  return {
    values,
    text: (value) => `$${values.push(value)}::VARCHAR`,
    integer: (value) => `$${values.push(value)}::INTEGER`,
  };
}
