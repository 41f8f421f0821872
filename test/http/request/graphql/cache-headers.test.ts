import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

import { cacheHeadersOf } from '../../../../src/http/request/graphql/cache-headers.ts';
import { LIMITS } from '../../support.ts';

const PROGRAM = { version: '1', schema: buildSchema('type Query { a: Int }'), limits: LIMITS };
const QUESTION = {
  build: { id: 'b7', version: 7 },
  asked: 'query={a}',
  mediaType: 'application/json',
  isShared: true,
};

function etag(program: Partial<typeof PROGRAM> = {}, question: Partial<typeof QUESTION> = {}): string {
  return cacheHeadersOf({ ...PROGRAM, ...program })({ ...QUESTION, ...question }).etag;
}

test('cacheHeadersOf returns the same strong ETag for the same query, build and program', () => {
  expect(etag()).toMatch(/^"[\w-]{27}"$/);
  expect(etag({ limits: { ...LIMITS } }, { build: { id: 'b7', version: 7 } })).toBe(etag());
});

test.each<[string, ...Parameters<typeof etag>]>([
  ['version of the program', { version: '2' }],
  ['schema', { schema: buildSchema('type Query { a: Int b: Int }') }],
  ['page size', { limits: { ...LIMITS, defaultPage: 11 } }],
  ['build', {}, { build: { id: 'b8', version: 7 } }],
  ['version of the build', {}, { build: { id: 'b7', version: 8 } }],
  ['question', {}, { asked: 'query={b}' }],
  ['media type', {}, { mediaType: 'application/graphql-response+json' }],
])('cacheHeadersOf returns another ETag for another %s', (_what, program, question) => {
  expect(etag(program, question)).not.toBe(etag());
});
