import { badInput } from '../../errors.ts';
import type { PageRequest } from '../../store/model/page.ts';
import { builder } from '../base/builder.ts';
import { decodeCursor } from './cursor.ts';
import type { CursorList } from './cursor.ts';

/** Relay's paging arguments as a resolver gets them; only some fields have `offset`. */
export interface PagingArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  offset?: number | null;
}

/** Page sizes of one field, in rows. */
export interface PageSizes {
  /** Default, if neither first nor last is given. */
  usual: number;
  most: number;
}

/** Paging arguments of a field; `most` is the largest page by default, for the descriptions. */
export function pagingArgs(most: number) {
  return builder.args((t) => ({
    first: t.int({
      description: `Number of rows in the page, counted from the start of the list or from after. Default 20, at most ${most} (settings of the server); 0 gives an empty page, for totalCount alone. Excludes last.`,
    }),
    after: t.string({
      description: 'Cursor after which the page starts: the endCursor of the previous page of the same list and order.',
    }),
    last: t.int({
      description: `Number of rows in the page, counted backwards from the end of the list or from before; the rows keep the order of the list. At most ${most} (a setting of the server). Excludes first.`,
    }),
    before: t.string({
      description:
        'Cursor before which the page ends: the startCursor of the next page of the same list and order. Without other paging arguments, the page directly before it is returned.',
    }),
  }));
}

/** Paging arguments of a field that also accepts an offset. */
export function pagingArgsWithOffset(most: number) {
  return {
    ...pagingArgs(most),
    ...builder.args((t) => ({
      offset: t.int({
        description:
          'Number of rows to skip from the start of the list, for numbered pages. Default 0. Excludes after, before and last. Cursors are faster than offsets.',
      }),
    })),
  };
}

/**
 * The page that the paging arguments request.
 * @throws ClientError `BAD_USER_INPUT` for arguments that contradict each other or are out of bounds.
 */
export function readPaging(args: PagingArgs, { list, sizes }: { list: CursorList; sizes: PageSizes }): PageRequest {
  const { first, last, after, before, offset } = given(args);
  if (first !== undefined && last !== undefined) {
    throw badInput('first and last exclude each other: first counts from the beginning, last from the end.');
  }
  checkSize('first', first, { most: sizes.most, hint: PAGING_HINTS.first });
  checkSize('last', last, { most: sizes.most, hint: PAGING_HINTS.last });
  if (offset !== undefined) {
    if (offset < 0) throw badInput(`offset: ${offset} is negative. It is the number of rows to skip, 0 or more.`);
    const other =
      after !== undefined ? 'after' : before !== undefined ? 'before' : last !== undefined ? 'last' : undefined;
    if (other !== undefined) {
      throw badInput(`offset and ${other} exclude each other: start a page by number or by cursor, not both.`);
    }
  }
  const request: PageRequest = {
    limit: first ?? last ?? Math.min(sizes.usual, sizes.most),
    backward: last !== undefined || (first === undefined && before !== undefined && after === undefined),
  };
  if (after !== undefined) request.after = decodeCursor(after, { list, at: 'after' });
  if (before !== undefined) request.before = decodeCursor(before, { list, at: 'before' });
  if (offset !== undefined) request.offset = offset;
  return request;
}

/** The arguments with null as undefined: a null variable is an absent argument. */
function given(args: PagingArgs) {
  return {
    first: args.first ?? undefined,
    last: args.last ?? undefined,
    after: args.after ?? undefined,
    before: args.before ?? undefined,
    offset: args.offset ?? undefined,
  };
}

/** How to get more rows than one page holds, for errors. */
const PAGING_HINTS = {
  first: 'Go on from its endCursor with after.',
  last: 'Go on from its startCursor with before.',
};

/**
 * Checks a page size; `hint` tells the client how to get more rows.
 * @throws ClientError `BAD_USER_INPUT` for a negative number, or more rows than `most`.
 */
export function checkSize(
  name: string,
  rows: number | undefined,
  { most, hint }: { most: number; hint: string },
): void {
  if (rows === undefined) return;
  if (rows < 0) throw badInput(`${name}: ${rows} is negative. It is a number of rows, 0 to ${most}.`);
  if (rows > most) throw badInput(`${name}: ${rows} is more than a page of this list may hold, ${most}. ${hint}`);
}
