import type { Limits } from '../../../graphql/base/context.ts';
import type { ListSize } from '../../../graphql/base/cost.ts';

/**
 * Number of rows that a list may have with these arguments; 0 if a page size is out of bounds, because the field
 * refuses it.
 */
export function rowsOf(
  { assumed, slicing, most, atMost = Infinity }: ListSize,
  { args, limits }: { args: Readonly<Record<string, unknown>>; limits: Limits },
): number {
  const given = slicing.map((name) => args[name]).find((value) => value != null);
  const rows = Array.isArray(given) ? given.length : typeof given === 'number' ? given : undefined;
  if (rows === undefined) return Math.min(assumed ?? limits.defaultPage, atMost);
  return rows < 0 || (most !== undefined && rows > limits[most]) ? 0 : Math.min(rows, atMost);
}
