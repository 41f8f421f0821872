import { expect, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { parseTarget, shownTarget } from '../../src/export/targets/target.ts';

test.each([
  ['postgres://films:se-cret@db.example:5433/films', 'postgres://db.example:5433/films'],
  ['postgresql://films@/films?host=/run/postgresql', 'postgres:///run/postgresql/films'],
  ['postgres://films:p%40ss%2F@db/films?sslmode=require', 'postgres://db/films'],
  ['mariadb://films:se-cret@db/films', 'mysql://db/films'],
  ['sqlserver://films:se-cret@db/films?encrypt=strict', 'sqlserver://db/films'],
  ['POSTGRES://films:se-cret@db/films', 'postgres://db/films'],
  ['postgres://films:se-cret@[fd00::1]:5433/films', 'postgres://[fd00::1]:5433/films'],
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
  // Each of these passwords has one of the signs that must be written with %.
  ['postgres://films:1/se-cret@db/films', /cannot be read: .*with \/ @ : \? # % of a password as %2F/],
  ['postgres://films:/se-cret@db/films', /cannot be read/],
  ['postgres://films:1/a?se-cret@db/films', /cannot be read/],
  ['postgres://films:1/a#se-cret@db/films', /cannot be read/],
  ['postgres://films:se-cret%@db/films', /cannot be read/],
  ['postgres://films:se-cret@db/films?port=many', /port of a postgres:\/\/ address is a whole number from 1 to 65535/],
  ['postgres://films:se-cret@db:0/films', /port of a postgres:\/\/ address/],
  ['postgres://films:se-cret@db/films?sslmod=require', /has no option sslmod; it has .*sslmode/],
  ['mysql://films:se-cret@db/films?sslmode=require', /has no option sslmode; it has .*ssl-mode/],
])('the address %s is refused in words without a password', (address, words) => {
  expect(() => parseTarget(address)).toThrow(words);
  expect(() => parseTarget(address)).not.toThrow(/se-cret/);
});

test('an address of IPv6 is a host without its brackets', () => {
  expect(parseTarget('mysql://a:b@[::1]:3307/f')).toMatchObject({ host: '::1', port: 3307 });
});

test.each([
  [{ DB_URL: 'mysql://films:x@db/films' }, { engine: 'mysql', host: 'db' }],
  [
    {
      POSTGRES_HOST: 'db',
      POSTGRES_PORT: '5433',
      POSTGRES_DB: 'films',
      POSTGRES_USER: 'me',
      POSTGRES_PASSWORD: 'p@/%?#,',
    },
    { engine: 'postgres', host: 'db', port: 5433, database: 'films', user: 'me', password: 'p@/%?#,' },
  ],
  [{ POSTGRES_HOST: '/run/postgresql' }, { host: '/run/postgresql', database: 'postgres', user: 'postgres' }],
  [
    { POSTGRES_HOST: 'fd00::1', POSTGRES_PORT: '5433' },
    { host: 'fd00::1', port: 5433 },
  ],
  [
    {
      DATABASE_SERVER: 'tcp:films.example,1434',
      DATABASE_NAME: 'films',
      DATABASE_USERNAME: 'me',
      DATABASE_PASSWORD: 'p@',
    },
    { engine: 'sqlserver', host: 'films.example', port: 1434, user: 'me', password: 'p@' },
  ],
  [
    { DATABASE_SERVER: 'films.example\\SQLEXPRESS', DATABASE_NAME: 'films' },
    { engine: 'sqlserver', host: 'films.example', options: { host: 'films.example', instance: 'SQLEXPRESS' } },
  ],
])('the settings of older services are understood: %o', (settings, target) => {
  const { exports } = readConfig(settings, '/nowhere');
  expect(exports.targets.map(parseTarget)).toMatchObject([target]);
});

test('a server without the name of its database is wrong usage', () => {
  expect(() => readConfig({ DATABASE_SERVER: 'films.example' }, '/nowhere')).toThrow(
    'DATABASE_SERVER needs DATABASE_NAME: set both, or neither.',
  );
});
