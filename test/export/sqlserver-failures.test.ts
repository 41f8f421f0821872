import { afterAll, beforeAll, expect, test } from 'vitest';

import { openEngine } from '../../src/export/load/open-engine.ts';
import type { Engine } from '../../src/export/engines/engine.ts';
import { sqlServerFailure } from '../../src/export/engines/sqlserver/sqlserver-failure.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../support/tls.ts';
import { openTdsServer } from './sqlserver-server.ts';
import type { TestSqlServer } from './sqlserver-server.ts';

let plain: TestSqlServer;
let encrypted: TestSqlServer;

beforeAll(async () => {
  plain = await openTdsServer();
  encrypted = await openTdsServer({ cert: TEST_CERTIFICATE, key: TEST_KEY });
});
afterAll(async () => {
  await plain.remove();
  await encrypted.remove();
});

function open(url: string): Promise<Engine> {
  return openEngine(parseTarget(url), { sessions: 1 });
}

/** The words of a failure, which hold no password. */
async function failureOf(url: string): Promise<string> {
  const failure = await open(url).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  expect(`${failure?.message} ${String(failure?.cause)}`).not.toMatch(/se%|se%25|cret|wrong@/);
  return failure?.message ?? 'it was opened';
}

test.each([
  ['a wrong password', (url: string) => url.replace(/:[^:@/]+@/, ':wrong@'), /the user or the password is wrong/],
  ['a database that is not there', (url: string) => url.replace('/films', '/nowhere'), /there is no such database/],
  ['a port where nothing listens', (url: string) => url.replace(/:\d+\//, ':1/'), /nothing listens there/],
  ['a host that is not there', (url: string) => url.replace('127.0.0.1', 'no-host.invalid'), /host/],
  ['a server without encryption', (url: string) => url.replace('=false', '=true'), /the option encrypt/],
  ['an option that is neither', (url: string) => url.replace('=false', '=perhaps'), /encrypt .* is true or false/],
  ['a schema of a long name', (url: string) => `${url}&schema=${'x'.repeat(120)}`, /1 to 112 characters/],
])('%s is said in words, and no word is the password', async (_, change, words) => {
  expect(await failureOf(change(plain.url))).toMatch(words);
});

test('a certificate that nobody has signed is refused, and taken where the address says so', async () => {
  expect(await failureOf(encrypted.url)).toMatch(/certificate is not trusted: trustServerCertificate=true/);
  const engine = await open(`${encrypted.url}&trustServerCertificate=yes`);
  expect(engine.version).toBe('SQL Server 16.0.4135.4');
  expect(await engine.exported()).toEqual([]);
  await engine.close();
});

test('the firewall of Azure SQL is named, and its version is no older than any', async () => {
  plain.server.database.refuseLogin = {
    number: 40_615,
    message: "Cannot open server 'films' requested by the login. Client with IP address '1.2.3.4' is not allowed.",
  };
  expect(await failureOf(plain.url)).toMatch(/firewall .* \(Cannot open server .* '1\.2\.3\.4' is not allowed\.\)/);
  plain.server.database.refuseLogin = undefined;
  Object.assign(plain.server.database, { version: '12.0.2000.8', edition: 5 });
  const engine = await open(plain.url);
  expect(engine.version).toBe('Azure SQL Database 12.0.2000.8');
  await engine.close();
});

test('a server that is too old is told which version an export needs', async () => {
  Object.assign(plain.server.database, { version: '12.0.6024.0', edition: 3 });
  expect(await failureOf(plain.url)).toMatch(/12\.0\.6024\.0 is too old: exports need SQL Server 2016/);
  Object.assign(plain.server.database, { version: '16.0.4135.4' });
});

test.each([
  [229, 'REFUSED', /needs CREATE TABLE, CREATE VIEW and CREATE SCHEMA/],
  [262, 'REFUSED', /CONTROL on the schema/],
  [1105, 'REFUSED', /is full/],
  [9002, 'REFUSED', /its log is full/],
  [1222, 'BUSY', /stays locked/],
  [2628, 'REFUSED', /longer than its column/],
  [40_501, 'UNREACHABLE', /no resources/],
  [50_123, 'REFUSED', /at here: told so/],
])('error %i of SQL Server is said in words', (number, kind, words) => {
  const told = Object.assign(new Error('told so'), { number, code: 'EREQUEST' });
  const failures = [told, new AggregateError([told, new Error('The statement has been terminated.')])];
  for (const failure of failures) {
    expect(sqlServerFailure(failure, { doing: 'load', where: 'here' })).toMatchObject({
      kind,
      message: expect.stringMatching(words),
    });
  }
});
