import { expect, test } from 'vitest';

import { parseTarget, shownTarget } from '../../src/export/targets/target.ts';

test.each([
  ['postgres://films:se-cret@db.example:5433/films', 'postgres://db.example:5433/films'],
  ['postgresql://films@/films?host=/run/postgresql', 'postgres:///run/postgresql/films'],
  ['postgres://films:p%40ss%2F@db/films?sslmode=require', 'postgres://db/films'],
  ['mariadb://films:se-cret@db/films', 'mysql://db/films'],
  ['sqlserver://films:se-cret@db/films?encrypt=strict', 'sqlserver://db/films'],
])('the target %s is shown as %s, without user, password and options', (address, shown) => {
  expect(shownTarget(parseTarget(address))).toBe(shown);
});

test('two schemas of a database are two targets', () => {
  const [one, other] = ['one', 'other'].map((schema) =>
    shownTarget(parseTarget(`postgres://a:b@db/f?schema=${schema}`)),
  );
  expect([one, other]).toEqual(['postgres://db/f?schema=one', 'postgres://db/f?schema=other']);
});

test.each([
  ['films.db', /begins with postgres:\/\//],
  ['oracle://a:se-cret@db/films', /begins with postgres:\/\//],
  ['postgres://films:se-cret@db', /names no database/],
  ['postgres:///films', /names no host/],
  ['postgres://films:se-cret@db:port/films', /cannot be read/],
])('the address %s is refused in words without a password', (address, words) => {
  expect(() => parseTarget(address)).toThrow(words);
  expect(() => parseTarget(address)).not.toThrow(/se-cret/);
});
