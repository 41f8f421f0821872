import { afterAll, beforeAll, expect, test } from 'vitest';

import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { fuzz, HIDDEN } from './campaign.ts';
import { REQUEST_FAULTS } from './broken-requests.ts';
import { TEXT_FAULTS } from './broken-text.ts';
import { faultsOf } from './faults-of.ts';
import { ACCESSES } from './roles.ts';
import type { Sent } from './requests.ts';
import { startFuzzTarget } from './target.ts';
import type { FuzzTarget } from './target.ts';

/** Valid queries, and as many broken ones: some 25 s of processor time. `npm run fuzz` sends 100,000 of each. */
const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 1500);

let folder: string;
let target: FuzzTarget | undefined;

beforeAll(async () => {
  folder = (await copyData((await demoBuild(0.001)).folders)).meta;
});
afterAll(async () => void (await target?.stop?.()));

test.each(ACCESSES)(
  'every answer to valid and broken queries is as promised: $name',
  { timeout: 300_000 },
  async (access) => {
    target = await startFuzzTarget(folder, access);
    const count = Math.round((DOCUMENTS * access.share) / 100);
    const { counts, failures } = await fuzz({ ...target, access, count, seed: 19, atOnce: 4 });
    expect(failures.slice(0, 5)).toEqual([]);
    expect((await fetch(`${target.url}/livez`)).status).toBe(200);
    expect(await target.stop?.()).toMatchObject({ code: 0 });
    expect(await target.errors()).toEqual([]);
    target = undefined;
    const sumOf = (pattern: RegExp): number =>
      [...counts].reduce((sum, [key, number]) => (pattern.test(key) ? sum + number : sum), 0);
    expect(sumOf(/^valid/)).toBe(count);
    expect(sumOf(/^broken/)).toBe(count);
    // What is sent is what it should be: much is answered, and much is refused.
    const mayRead = access.settings['READ_ACCESS'] === 'token' ? /^valid.*(?:reader|admin)/ : /^valid/;
    expect(sumOf(new RegExp(`${mayRead.source}.* 200`))).toBeGreaterThan(sumOf(mayRead) / 2);
    expect(sumOf(/^broken.* GRAPHQL_/)).toBeGreaterThan(count / 5);
    const kinds = new Set([...counts.keys()].map((key) => key.split(' | ')[0]));
    const wanted = [...Object.keys(TEXT_FAULTS), ...Object.keys(REQUEST_FAULTS)].map((name) => `broken: ${name}`);
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  },
);

const SENT: Sent = {
  kind: 'valid: query',
  role: 'reader',
  method: 'POST',
  path: '/graphql',
  headers: {},
  body: '{"query":"{ ab }"}',
};
const RULES = { hidden: HIDDEN, places: ['/data/place'], mostMs: 1000, needsToken: false };

function judged(
  body: unknown,
  more: { status?: number; ms?: number; type?: string; sent?: Partial<Sent> } = {},
): string[] {
  const { status = 200, ms = 1, type = 'application/json' } = more;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return faultsOf(
    { sent: { ...SENT, ...more.sent }, seen: { status, ms, text, headers: { 'content-type': type } } },
    RULES,
  );
}

const saying = (message: string, code: unknown = 'BAD_USER_INPUT') => ({ errors: [{ message, extensions: { code } }] });

test.each([
  ['a stack', saying('at foo (/x/y.ts:1:2)')],
  ['an error of the program', saying('Cannot read properties of undefined')],
  ['an object', saying('"[object Object]" is wrong')],
  ['SQL', saying('SELECT a FROM b')],
  ['DuckDB', saying('Binder Error: no column')],
  ['a code of the system', saying('ENOENT: no such file')],
  ['a place', saying('see /data/place/x')],
  ['a code that is not in the list', saying('Wrong.', 'GRAPHQL_WHATEVER')],
  ['no code', saying('Wrong.', null)],
  ['an unexpected error', saying('Something.', 'INTERNAL_SERVER_ERROR')],
  ['no message', saying(' ')],
  ['no errors in the list', { errors: [] }],
  ['no data and no errors', {}],
  ['HTML', '<html>'],
  ['a suggestion of what is hidden', saying('Did you mean "ingestStatus"?')],
  ['a suggestion of a hidden argument', saying('Did you mean "force"?')],
  ['a hidden value in data', { data: { a: 'IngestStatus' } }],
])('faultsOf finds %s', (_, body) => {
  expect(judged(body)).toHaveLength(1);
});

test('faultsOf finds what is late, a status of 5xx, and a status that hides an error', () => {
  expect(judged({ data: {} }, { ms: 1001 })).toEqual(['after 1001 ms']);
  expect(judged({ data: {} }, { status: 500 })).toEqual(['status 500']);
  expect(judged('', { status: 0 })[0]).toBe('no answer');
  const strict = { type: 'application/graphql-response+json' };
  expect(judged(saying('Wrong.'), strict)).toEqual(['status 200 without data']);
  expect(judged(saying('Wrong.'), { ...strict, status: 400 })).toEqual([]);
});

test('faultsOf leaves out what the client said itself, and what administrators may see', () => {
  const body = '{"query":"{ ingestStatus { x } title(id: \\"SELECT 1 FROM b\\") }"}';
  expect(judged(saying('The field "ingestStatus" needs a role.'), { sent: { body } })).toEqual([]);
  expect(judged(saying('id: "SELECT 1 FROM b" is not an id.'), { sent: { body: 'SELECT 1 FROM b' } })).toEqual([]);
  expect(judged({ data: { location: '/data/place', a: 'IngestStatus' } }, { sent: { role: 'admin' } })).toEqual([]);
  expect(judged({ data: { name: 'names' } })).toEqual([]);
  const own = JSON.stringify({ query: '#\nrowsFrom { a }' });
  expect(judged(saying('Unexpected Name "rowsFrom".'), { sent: { body: own } })).toEqual([]);
});
