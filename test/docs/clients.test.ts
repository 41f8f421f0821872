import { afterAll, beforeAll, expect, test } from 'vitest';

import { CLIENT_ERROR_STATUS } from '../../src/errors.ts';
import { demoBuild } from '../support/demo-build.ts';
import { readDoc, tableOf } from '../support/docs.ts';
import { openGateway } from '../support/gateway.ts';
import type { Answer, TestGateway } from '../support/gateway.ts';

const PAGE = 'deploy/CLIENTS.md';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.001)).folders);
});

afterAll(() => gateway.close());

test('CLIENTS.md installs packages that the recipes are tested with', () => {
  const { dependencies, devDependencies } = JSON.parse(readDoc('test/clients/package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const named = [...readDoc(PAGE).matchAll(/`npm install ([^`]+)`/g)].flatMap(([, list = '']) =>
    list.split(' ').filter((word) => !word.startsWith('--')),
  );
  expect(named.length).toBeGreaterThan(12);
  expect(named.filter((name) => !(name in { ...dependencies, ...devDependencies }))).toEqual([]);
});

test('CLIENTS.md names codes of errors that there are', () => {
  const named = tableOf(PAGE, 'code').flatMap(([codes = '']) => codes.replaceAll('`', '').split(', '));
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((code) => !(code in CLIENT_ERROR_STATUS))).toEqual([]);
});

test('CLIENTS.md tells what each export of the package is', () => {
  const named = new Set(tableOf(PAGE, 'export').flatMap(([names = '']) => names.match(/(?<=`)\w+/g) ?? []));
  const made = readDoc('src/client/entry-modules.ts');
  const exported = [...made.matchAll(/export (?:const|function|type) (?!entryModules)(\w+)/g)].map(
    ([, name = '']) => name,
  );
  expect(exported.length).toBeGreaterThan(8);
  expect(exported.filter((name) => !named.has(name))).toEqual([]);
});

const JSON_BODY = { 'content-type': 'application/json' };
const QUERY = JSON.stringify({ query: '{ dataset { version } }' });

test.each<[what: string, init: RequestInit, message: string]>([
  ['array batches', { headers: JSON_BODY, body: `[${QUERY}]` }, 'Batches are not supported'],
  ['@defer', { headers: JSON_BODY, body: '{"query":"{ ... @defer { dataset { version } } }"}' }, 'directive "@defer"'],
  ['@stream', { headers: JSON_BODY, body: '{"query":"{ titles { nodes @stream { id } } }"}' }, 'directive "@stream"'],
  ['multipart uploads', { body: uploadOf(QUERY) }, 'content type is not supported'],
  ['form posts', { body: new URLSearchParams({ query: '{ dataset { version } }' }) }, 'content type is not supported'],
  [
    'application/graphql',
    { headers: { 'content-type': 'application/graphql' }, body: '{ dataset { version } }' },
    'send JSON',
  ],
  ['mutations', { headers: JSON_BODY, body: '{"query":"mutation { refresh }"}' }, 'not configured to execute mutation'],
  [
    'persisted queries',
    { headers: JSON_BODY, body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}' },
    'PersistedQueryNotSupported',
  ],
])('what CLIENTS.md says is not there is refused: %s', async (what, init, message) => {
  expect(readDoc(PAGE)).toContain(what);
  const response = await gateway.fetch('/graphql', { method: 'POST', ...init });
  const { data, errors } = (await response.json()) as Answer;
  expect(data ?? null).toBe(null);
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions?.['code']).toBeDefined();
});

function uploadOf(operations: string): FormData {
  const form = new FormData();
  form.set('operations', operations);
  form.set('map', '{}');
  return form;
}
