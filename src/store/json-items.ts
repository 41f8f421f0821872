import type { JS } from '@duckdb/node-api';

/** A value inside a list document. */
export type JsonValue = string | number | boolean | null | JsonValue[];

/** The items of a list document: a row of the key and one JSON text, an array of arrays in no promised order. */
export function parseItems([, items]: readonly JS[]): JsonValue[][] {
  return JSON.parse(items as string) as JsonValue[][];
}
