import { expect, test } from 'vitest';

import { formatConst, parseConst } from '../../../src/dataset/words/consts.ts';

test.each([
  ['tt0000001', 'tt', 1],
  ['tt0111161', 'tt', 111_161],
  ['nm9999999', 'nm', 9_999_999],
  ['tt10000000', 'tt', 10_000_000],
  ['nm123456789', 'nm', 123_456_789],
] as const)('parseConst and formatConst agree on %s', (text, prefix, key) => {
  expect(parseConst(text)).toEqual({ prefix, key });
  expect(formatConst(prefix, key)).toBe(text);
});

test.each(['tt00111161', 'nm000000001', 'tt00000001'])(
  'parseConst gives %s, which IMDb never writes, no row',
  (text) => {
    expect(parseConst(text)?.key).toBe(-1);
  },
);

test.each([
  '',
  'tt',
  'tt123456',
  'tt1234567890',
  'xx0000001',
  'TT0000001',
  ' tt0000001',
  'tt0000001\n',
  'tt-000001',
  'tt0x00001',
  'tt00000.1',
  'tt٠٠٠٠٠٠١',
])('parseConst refuses %j', (text) => {
  expect(parseConst(text)).toBeUndefined();
});
