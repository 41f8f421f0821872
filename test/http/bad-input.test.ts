import { expect, test } from 'vitest';

import type { Answer } from './support.ts';
import { createHarness } from './support.ts';

const json = JSON.stringify;
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function nested(levels: number): string {
  return `{ deep ${'{ deep '.repeat(levels)}{ name }${' }'.repeat(levels)} }`;
}

interface Case {
  name: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
  status: number;
  code: string;
  message: RegExp;
}

const CASES: Case[] = [
  { name: 'malformed JSON', body: '{"query":', status: 400, code: 'BAD_USER_INPUT', message: /not valid JSON/ },
  { name: 'an empty body', body: '', status: 400, code: 'BAD_USER_INPUT', message: /not valid JSON/ },
  { name: 'JSON that is no object', body: '7', status: 400, code: 'BAD_USER_INPUT', message: /JSON object/ },
  { name: 'null', body: 'null', status: 400, code: 'BAD_USER_INPUT', message: /JSON object/ },
  { name: 'no query', body: '{}', status: 400, code: 'BAD_USER_INPUT', message: /document is missing/ },
  {
    name: 'a query that is no text',
    body: '{"query":1}',
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /must be text/,
  },
  {
    name: 'an unknown key',
    body: json({ query: '{hello}', variable: {} }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /unknown key "variable".*variables/,
  },
  {
    name: 'variables of a wrong type',
    body: json({ query: 'query($n: Int) { echo(n: $n) }', variables: { n: 'x' } }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /"\$n" got invalid value "x"/,
  },
  {
    name: 'a variable outside of its enum',
    body: json({ query: 'query($c: Color) { echo(color: $c) }', variables: { c: 'GREEN' } }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /GREEN/,
  },
  {
    name: 'a required variable left out',
    body: json({ query: 'query($n: Int!) { needs(n: $n) }' }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /\$n/,
  },
  {
    name: 'variables that are not an object',
    body: json({ query: '{hello}', variables: [1] }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /"variables" must be a JSON object/,
  },
  {
    name: 'an unknown operation',
    body: json({ query: 'query A { hello } query B { hello }', operationName: 'C' }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /no operation "C". It has: A, B/,
  },
  {
    name: 'several operations and no name',
    body: json({ query: 'query A { hello } query B { hello }' }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /operationName.*A, B/,
  },
  {
    name: 'a mutation',
    body: json({ query: 'mutation { a }' }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /mutation/,
  },
  {
    name: 'a subscription',
    body: json({ query: 'subscription { a }' }),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /subscription/,
  },
  { name: 'a syntax error', body: json({ query: '{' }), status: 400, code: 'GRAPHQL_PARSE_FAILED', message: /Syntax/ },
  {
    name: 'an unknown field',
    body: json({ query: '{ helo }' }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: /Did you mean "hello"/,
  },
  {
    name: 'an unknown enum literal',
    body: json({ query: '{ echo(color: GREEN) }' }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: /GREEN/,
  },
  {
    name: 'a query of 2 MB',
    body: json({ query: `{ hello ${' '.repeat(2_000_000)} }` }),
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: /larger than 102400 bytes/,
  },
  {
    name: 'text/plain',
    body: json({ query: '{hello}' }),
    headers: { 'content-type': 'text/plain' },
    status: 415,
    code: 'BAD_USER_INPUT',
    message: /application\/json/,
  },
  {
    name: 'a form',
    body: 'query={hello}',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'BAD_USER_INPUT',
    message: /application\/json/,
  },
  {
    name: 'an upload',
    body: '--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    status: 415,
    code: 'BAD_USER_INPUT',
    message: /application\/json/,
  },
  {
    name: 'UTF-16',
    body: json({ query: '{hello}' }),
    headers: { 'content-type': 'application/json; charset=utf-16' },
    status: 415,
    code: 'BAD_USER_INPUT',
    message: /UTF-8/,
  },
  {
    name: 'a compressed body',
    body: json({ query: '{hello}' }),
    headers: { 'content-encoding': 'gzip' },
    status: 415,
    code: 'BAD_USER_INPUT',
    message: /Compressed/,
  },
  {
    name: 'an accept header that nothing fits',
    body: json({ query: '{hello}' }),
    headers: { accept: 'image/png' },
    status: 406,
    code: 'BAD_USER_INPUT',
    message: /accept/,
  },
  {
    name: '20,000 levels left open',
    body: json({ query: '{a'.repeat(20_000) }),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    message: /10000 tokens|too deeply/,
  },
  {
    name: '4,000 levels of a list',
    body: json({ query: `{ echo(n: ${'['.repeat(4000)}${']'.repeat(4000)}) }` }),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    message: /too deeply/,
  },
  {
    name: '1,000 levels of fields',
    body: json({ query: nested(1000) }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: /1002 levels deep, and 100/,
  },
  {
    name: 'levels hidden in fragments',
    body: json({
      query: `{ deep { ...F0 } } ${Array.from({ length: 60 }, (_, i) => `fragment F${i} on Deep { deep { deep { ...F${i + 1} } } }`).join(' ')} fragment F60 on Deep { name }`,
    }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: /122 levels deep/,
  },
  {
    name: 'a fragment that spreads itself',
    body: json({ query: '{ deep { ...F } } fragment F on Deep { deep { ...F } }' }),
    status: 400,
    code: 'GRAPHQL_VALIDATION_FAILED',
    message: /itself/,
  },
  {
    name: 'a batch',
    body: json([{ query: '{hello}' }]),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /Batches are not supported/,
  },
  {
    name: 'invalid UTF-8',
    body: bytes('{"query":"{ echo(text: \\"\xff\xfe\\") }"}'),
    status: 400,
    code: 'BAD_USER_INPUT',
    message: /not valid UTF-8/,
  },
  {
    name: 'NUL in the document',
    body: json({ query: '{ hello\0 }' }),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
    message: /U\+0000/,
  },
  { name: 'a raw NUL in the JSON', body: '{"query":"\0"}', status: 400, code: 'BAD_USER_INPUT', message: /JSON/ },
];

function expectError({ status, body }: Answer, expected: Omit<Case, 'name' | 'body'>): void {
  expect.soft(status).toBe(expected.status);
  const [error] = body.errors ?? [];
  expect.soft(error?.extensions).toEqual({ code: expected.code });
  expect.soft(error?.message).toMatch(expected.message);
  expect(body).not.toHaveProperty('data');
}

test.each(CASES)('POST answers $name with $status $code', async ({ body, headers = {}, ...expected }) => {
  const { post, store, lines } = createHarness();
  // Twice, because parse and validation errors are cached.
  expectError(await post(body, { headers }), expected);
  expectError(await post(body, { headers }), expected);
  expect(store.released).toBe(store.acquired);
  expect(lines.filter((line) => line.event !== 'request')).toEqual([]);
});

test('POST accepts a body of exactly the limit, with or without a length, and refuses one of a byte more', async () => {
  const { fetch } = createHarness({ maxBodyBytes: 1000 });
  const headers = { 'content-type': 'application/json' };
  const statusOf = async (body: string | ReadableStream): Promise<number> => {
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    return (await fetch('/graphql', init)).status;
  };
  for (const [length, status] of [
    [999, 200],
    [1000, 200],
    [1001, 413],
  ] as const) {
    const body = JSON.stringify({ query: '{ hello }' }).padEnd(length);
    expect([length, await statusOf(body), await statusOf(new Blob([body]).stream())]).toEqual([length, status, status]);
  }
});

test('POST answers a chunked body over the limit with 413', async () => {
  const { post } = createHarness({ maxBodyBytes: 1000 });
  const chunk = Buffer.alloc(400, 32);
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 4; i++) controller.enqueue(chunk);
      controller.close();
    },
  });
  expect(await post(body)).toMatchObject({
    status: 413,
    body: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] },
  });
});

test('POST answers an invalid document with 200 if the client accepts application/json only', async () => {
  const { post } = createHarness();
  const headers = { accept: 'application/json' };
  expect((await post({ query: '{' }, { headers })).status).toBe(200);
  expect((await post({ query: '{ helo }' }, { headers })).status).toBe(200);
  expect((await post('{"query":', { headers })).status).toBe(400);
});

test('POST answers NUL and a lone surrogate in a variable', async () => {
  const { post } = createHarness();
  const body = '{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"a\\u0000b\\ud800"}}';
  expect(await post(body)).toMatchObject({ status: 200, body: { data: { echo: '{"text":"a\\u0000b\\ud800"}' } } });
});

test('POST answers a required argument that a variable makes null with BAD_USER_INPUT', async () => {
  const { post } = createHarness();
  const { status, body } = await post({ query: 'query($n: Int = 1) { needs(n: $n) hello }', variables: { n: null } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ data: { needs: null, hello: 'hello' } });
  expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
});

test.each(['PUT', 'DELETE', 'PATCH'])('%s answers with 405', async (method) => {
  const { fetch } = createHarness();
  const response = await fetch('/graphql', { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test.each([
  ['', 400],
  ['?query=', 400],
  ['?query={hello}&variables={', 400],
  ['?query={hello}&variables=7', 400],
  ['?query={hello}&variables={}&operationName=', 200],
  ['?query=%ff', 400],
])('GET answers /graphql%s with %i', async (search, status) => {
  const { fetch } = createHarness();
  const headers = { accept: 'application/graphql-response+json' };
  const response = await fetch(`/graphql${search}`, { headers });
  expect(response.status).toBe(status);
  if (status === 200) expect(await response.json()).toMatchObject({ data: { hello: 'hello' } });
  else expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
});
