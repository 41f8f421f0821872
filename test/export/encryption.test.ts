import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { openEngine } from '../../src/export/load/open-engine.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { startMariadb } from '../support/databases/mariadb.ts';
import type { Mariadb } from '../support/databases/mariadb.ts';
import { postgresBinaries, startPostgres } from '../support/databases/postgres.ts';
import type { Postgres } from '../support/databases/postgres.ts';
import { newFolder } from '../support/folders.ts';
import { TEST_CERTIFICATE } from '../support/tls.ts';

const PASSWORD = 'se-cret';

let postgres: Postgres | undefined;
let mariadb: Mariadb | undefined;
/** The certificate that has signed those of the servers: their own. */
let authority: string;

beforeAll(async () => {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new Error('there is no PostgreSQL: install the package postgresql');
  authority = join(newFolder('authority'), 'ca.pem');
  writeFileSync(authority, TEST_CERTIFICATE);
  const common = { logFolder: inject('runFolder'), password: PASSWORD, encrypted: true };
  const server = await startPostgres({ binaries, ...common });
  postgres = server;
  // Whoever comes over TCP has to come encrypted.
  writeFileSync(
    await server.psql('SHOW hba_file'),
    'local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n',
  );
  await server.psql('SELECT pg_reload_conf()');
  mariadb = await startMariadb({ ...common, database: 'films', settings: ['require_secure_transport=on'] });
});
afterAll(async () => {
  await Promise.all([postgres?.remove(), mariadb?.remove()]);
});

async function open(url: string): Promise<string> {
  const engine = await openEngine(parseTarget(url), { sessions: 1 });
  await engine.close();
  return engine.version;
}

test.each([
  'sslmode=require',
  'sslmode=require&sslrootcert=CA',
  'sslmode=verify-ca&sslrootcert=CA',
  'sslmode=verify-full&sslrootcert=CA',
])('PostgreSQL is reached with %s', async (options) => {
  expect(await open(`${postgres?.connectionString}?${options.replace('CA', encodeURIComponent(authority))}`)).toMatch(
    /^PostgreSQL \d/,
  );
});

test('verify-full looks at the host of the certificate, verify-ca at its authority alone', async () => {
  // The certificate is for 127.0.0.1 and no localhost.
  const url = (postgres?.connectionString ?? '').replace('127.0.0.1', 'localhost');
  const ca = `sslrootcert=${encodeURIComponent(authority)}`;
  await expect(open(`${url}?sslmode=verify-full&${ca}`)).rejects.toThrow(
    /the certificate of the server is for another host/,
  );
  expect(await open(`${url}?sslmode=verify-ca&${ca}`)).toMatch(/^PostgreSQL \d/);
});

test.each([
  ['', /the server wants an encrypted connection: add \?sslmode=require/],
  ['?sslmode=verify-full', /nobody whom this machine trusts .*with \?sslrootcert=/],
  ['?sslmode=verify-full&sslrootcert=/nowhere/ca.pem', /sslrootcert .*the file \/nowhere\/ca\.pem cannot be read/],
  ['?sslmode=yes', /sslmode of a postgres:\/\/ address is disable, allow, prefer, require, verify-ca or verify-full/],
])('the options %j are refused by PostgreSQL or before, in words', async (options, words) => {
  await expect(open(`${postgres?.connectionString}${options}`)).rejects.toThrow(words);
});

test.each(['ssl-mode=REQUIRED', 'ssl-mode=VERIFY_CA&ssl-ca=CA'])('MariaDB is reached with %s', async (options) => {
  expect(
    await open(
      `${mariadb?.connectionString}?${options.replace('CA&ssl-ca=CA', `CA&ssl-ca=${encodeURIComponent(authority)}`)}`,
    ),
  ).toMatch(/^MariaDB \d/);
});

test.each([
  ['', /or the server wants encryption: \?ssl-mode=REQUIRED/],
  ['?ssl-mode=VERIFY_IDENTITY', /name its file with \?ssl-ca=.*self-signed/],
  ['?ssl-mode=VERIFY_CA&ssl-ca=/nowhere/ca.pem', /ssl-ca .*the file \/nowhere\/ca\.pem cannot be read/],
])('the options %j are refused by MariaDB or before, in words', async (options, words) => {
  await expect(open(`${mariadb?.connectionString}${options}`)).rejects.toThrow(words);
});
