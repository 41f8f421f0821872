import { badInput } from '../../errors.ts';
import type { PageRequest } from '../../store/model/page.ts';
import { builder } from '../base/builder.ts';
import { decodeCursor } from './cursor.ts';
import type { CursorList } from './cursor.ts';

/** Relay's arguments as a resolver gets them; `offset` only where a field has it. */
export interface PagingArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  offset?: number | null;
}

/** Page sizes of one field, in rows. */
export interface PageSizes {
  /** When neither first nor last is given. */
  usual: number;
  most: number;
}

/** The paging arguments of a field; `most` is the largest page as the descriptions name it. */
export function pagingArgs(most: number) {
  return builder.args((t) => ({
    first: t.int({
      description: `Rows of the page, counted from the beginning or from after. Default 20, at most ${most} (settings of the server); 0 is an empty page, for the totalCount alone. Not together with last.`,
    }),
    after: t.string({
      description: 'Cursor after which the page begins: the endCursor of the page before, of the same list and order.',
    }),
    last: t.int({
      description: `Rows of the page, counted backwards from the end or from before; still in the order of the list. At most ${most} (settings of the server). Not together with first.`,
    }),
    before: t.string({
      description:
        'Cursor before which the page ends: the startCursor of the page behind, of the same list and order. Given alone, the page right in front of it comes.',
    }),
  }));
}

/** The paging arguments of a field that can also be entered by number. */
export function pagingArgsWithOffset(most: number) {
  return {
    ...pagingArgs(most),
    ...builder.args((t) => ({
      offset: t.int({
        description:
          'Rows to skip from the beginning, for jumping to a numbered page; default 0. Not together with after, before or last: going on by cursor is faster and misses nothing.',
      }),
    })),
  };
}

/**
 * What the list is asked for.
 * @throws ClientError `BAD_USER_INPUT` for arguments that contradict each other or are out of bounds.
 */
export function readPaging(args: PagingArgs, { list, sizes }: { list: CursorList; sizes: PageSizes }): PageRequest {
  const { first, last, after, before, offset } = given(args);
  if (first !== undefined && last !== undefined) {
    throw badInput('first and last exclude each other: first counts from the beginning, last from the end.');
  }
  checkSize('first', first, { most: sizes.most, goOn: GO_ON.first });
  checkSize('last', last, { most: sizes.most, goOn: GO_ON.last });
  if (offset !== undefined) {
    if (offset < 0) throw badInput(`offset: ${offset} is negative. It is the number of rows to skip, 0 or more.`);
    const other =
      after !== undefined ? 'after' : before !== undefined ? 'before' : last !== undefined ? 'last' : undefined;
    if (other !== undefined) {
      throw badInput(`offset and ${other} exclude each other: enter a list by number or by cursor, not both.`);
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

/** A variable that is null is an argument that is not there. */
function given(args: PagingArgs) {
  return {
    first: args.first ?? undefined,
    last: args.last ?? undefined,
    after: args.after ?? undefined,
    before: args.before ?? undefined,
    offset: args.offset ?? undefined,
  };
}

/** How to have more rows than a page holds. */
const GO_ON = {
  first: 'Go on from its endCursor with after.',
  last: 'Go on from its startCursor with before.',
};

/**
 * `goOn` is how to have more than that.
 * @throws ClientError `BAD_USER_INPUT` for more rows than an answer may have, and for less than none.
 */
export function checkSize(
  name: string,
  rows: number | undefined,
  { most, goOn }: { most: number; goOn: string },
): void {
  if (rows === undefined) return;
  if (rows < 0) throw badInput(`${name}: ${rows} is negative. It is a number of rows, 0 to ${most}.`);
  if (rows > most) throw badInput(`${name}: ${rows} is more than a page of this list may hold, ${most}. ${goOn}`);
}
