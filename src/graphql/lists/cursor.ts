import { badInput } from '../../errors.ts';
import type { Pageable, SortKey, SortValue } from '../../store/model/page.ts';

/** The parts of a list that its cursors depend on. */
export type CursorList = Pick<Pageable<unknown>, 'order' | 'keyTypes'>;

/** The longest cursor accepted; no sort key makes a longer one. */
const MAX_CURSOR_CHARACTERS = 4096;

/** A cursor: base64url of the JSON `[order, ...key]`. Opaque to clients. */
export function encodeCursor(order: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/**
 * The sort key inside a cursor; `at` names the argument in errors.
 * @throws ClientError `BAD_USER_INPUT` for a text that `encodeCursor` would not write for this list.
 */
export function decodeCursor(cursor: string, { list, at }: { list: CursorList; at: string }): SortKey {
  const values = cursor.length > MAX_CURSOR_CHARACTERS ? undefined : parse(cursor);
  if (values === undefined) {
    throw badInput(`${at}: this is not a cursor. Send the endCursor of a page, or the cursor of an edge, unchanged.`);
  }
  const [order, ...key] = values;
  if (order !== list.order) {
    throw badInput(
      `${at}: this cursor was made in another list or under another order. A cursor is valid only for the list and order it came from; this list expects ${list.order}.`,
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
    // Base64 and JSON have many encodings of one value; only the one that `encodeCursor` writes is accepted.
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
    // No sort key is greater, and DuckDB does not accept every greater number.
    return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  });
}
