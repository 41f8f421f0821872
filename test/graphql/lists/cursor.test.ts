import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../src/graphql/lists/cursor.ts';

const list = { order: 'titles VOTES:DESC', keyTypes: ['number', 'text', 'number'] as const };

function decode(values: unknown) {
  return decodeCursor(Buffer.from(JSON.stringify(values)).toString('base64url'), { list, at: 'after' });
}

test('decodeCursor decodes what encodeCursor encodes', () => {
  const key = [null, 'Ærlig — ok', 7];
  const cursor = encodeCursor(list.order, key);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeCursor(cursor, { list, at: 'after' })).toEqual(key);
});

test.each([
  ['nothing', ''],
  ['no base64', '!!!'],
  ['padding', `${encodeCursor(list.order, [1, 'a', 7])}=`],
  ['no JSON', Buffer.from('[').toString('base64url')],
  ['no array', Buffer.from('{}').toString('base64url')],
  ['other spelling of JSON', Buffer.from('["titles VOTES:DESC", 1,"a",7]').toString('base64url')],
  ['bytes that are not UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString('base64url')],
  ['far too long', 'a'.repeat(5000)],
])('decodeCursor refuses what is not a cursor: %s', (_what, cursor) => {
  expect(() => decodeCursor(cursor, { list, at: 'after' })).toThrow(/^after: this is not a cursor/);
});

test('decodeCursor refuses a cursor of another order', () => {
  expect(() => decode(['titles RATING:DESC', 1, 'a', 7])).toThrow(/^after: this cursor was made in another list/);
});

test.each([
  ['too short', [1, 7]],
  ['too long', [1, 'a', 7, 7]],
  ['text for a number', ['1', 'a', 7]],
  ['number for a text', [1, 2, 7]],
  ['list for a text', [1, ['a'], 7]],
  ['null for the id', [1, 'a', null]],
  ['fraction for the id', [1, 'a', 1.5]],
  ['a lone surrogate', [1, '\ud800', 7]],
])('decodeCursor refuses a key that does not fit: %s', (_what, key) => {
  expect(() => decode([list.order, ...key])).toThrow(/^after: the sort key in this cursor does not fit/);
});
