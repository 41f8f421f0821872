import type { JS } from '@duckdb/node-api';

/** A value inside a list document. */
export type JsonValue = string | number | boolean | null | JsonValue[];

/** The items of a list document: rows of the key and a JSON text, arrays separated by commas in no promised order. */
export function parseItems(rows: readonly JS[][]): JsonValue[][] {
  return JSON.parse(`[${rows.map(([, items]) => items as string).join()}]`) as JsonValue[][];
}
