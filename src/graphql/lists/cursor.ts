import { badInput } from '../../errors.ts';
import type { Pageable, SortKey, SortValue } from '../../store/model/page.ts';

/** What a cursor needs to know of its list. */
export type CursorList = Pick<Pageable<unknown>, 'order' | 'keyTypes'>;

/** Longer than any sort key can be. */
const MAX_CURSOR_CHARACTERS = 4096;

/** base64url of the JSON `[order, ...key]`. Opaque to clients. */
export function encodeCursor(order: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/**
 * The sort key inside a cursor; `at` is the argument it came in.
 * @throws ClientError `BAD_USER_INPUT` for whatever `encodeCursor` does not write for this list.
 */
export function decodeCursor(cursor: string, { list, at }: { list: CursorList; at: string }): SortKey {
  const values = cursor.length > MAX_CURSOR_CHARACTERS ? undefined : parse(cursor);
  if (values === undefined) {
    throw badInput(`${at}: this is not a cursor. Send the endCursor of a page, or the cursor of an edge, unchanged.`);
  }
  const [order, ...key] = values;
  if (order !== list.order) {
    throw badInput(
      `${at}: this cursor was made in another list or under another order. A cursor holds only where it came from: here, ${list.order}.`,
    );
  }
  if (!fits(key, list)) {
    throw badInput(`${at}: the sort key in this cursor does not fit the order ${list.order}. Send cursors unchanged.`);
  }
  return key;
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(values)) return undefined;
    // Both base64 and JSON have many spellings of one value; ours is the only one that is taken.
    const spelling = Buffer.from(JSON.stringify(values)).toString('base64url');
    return spelling === cursor ? (values as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

function fits(key: unknown[], { keyTypes }: CursorList): key is SortValue[] {
  if (key.length !== keyTypes.length) return false;
  return key.every((value, index) => {
    const last = index === key.length - 1;
    if (value === null) return !last;
    if (keyTypes[index] === 'text') return typeof value === 'string' && value.isWellFormed();
    if (last) return Number.isSafeInteger(value);
    // No key is greater, and DuckDB does not take every number that is.
    return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  });
}
