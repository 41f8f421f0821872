import { expect, test } from 'vitest';

import { ADMIN_TOKEN, openRoles, READ_TOKEN } from './open-roles.ts';
import type { RoleAnswer } from './open-roles.ts';

const STATUS = '{ ingestSecretStatus { secretRows } }';
const EVENTS = { accept: 'text/event-stream' };

/** Status, code and path of an answer, from JSON or from the first event of a stream. */
function refusal({ status, text }: RoleAnswer): unknown[] {
  const json = text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '{}');
  const { data, errors } = JSON.parse(json) as RoleAnswer['body'];
  return [status, data, errors?.map(({ extensions, path }) => [extensions['code'], path])];
}

function refusals(key: string): { anonymous: unknown[]; reader: unknown[] } {
  const of = (status: number, code: string): unknown[] => [status, undefined, [[code, [key]]]];
  return { anonymous: of(401, 'UNAUTHENTICATED'), reader: of(403, 'FORBIDDEN') };
}

test.each([
  ['a query', STATUS, 'ingestSecretStatus'],
  ['an alias', '{ hello mine: ingestSecretStatus { secretRows } }', 'mine'],
  [
    'a fragment',
    'query { ...F } fragment F on Query { hello ingestSecretStatus { secretRows } }',
    'ingestSecretStatus',
  ],
  ['nested fragments', '{ ... on Query { ... { secretBuilds { rows } } } }', 'secretBuilds'],
  ['what is skipped', '{ hello ingestSecretStatus @skip(if: true) { secretRows } }', 'ingestSecretStatus'],
  ['wrong fields below', '{ ingestSecretStatus { nothing } }', 'ingestSecretStatus'],
  ['a mutation', 'mutation { cancelSecretIngest }', 'cancelSecretIngest'],
  [
    'types of its own',
    'mutation($s: [SecretStep!]) { startSecretIngest(secretSteps: $s) { status { step } } }',
    'startSecretIngest',
  ],
  ['a subscription', 'subscription { secretProgress { secretRows } }', 'secretProgress'],
])(
  'a field of administration is 401 for anonymous clients and 403 for readers, and nothing runs: %s',
  async (_, query, key) => {
    const { post, get, calls } = await openRoles();
    const { anonymous, reader } = refusals(key);
    const accepts = [{}, { accept: 'application/json' }, { accept: 'application/graphql-response+json' }, EVENTS];
    // Twice, because errors of documents are kept.
    for (const headers of [...accepts, ...accepts]) {
      const refused = await post(query, undefined, headers);
      expect(refusal(refused)).toEqual(anonymous);
      expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="marquee"');
      expect(refused.body.errors?.[0]?.message ?? '').toMatch(/^(The field ".*" needs a token: send the header .*|)$/);
      const wrong = await post(query, READ_TOKEN, headers);
      expect(refusal(wrong)).toEqual(reader);
      expect(wrong.headers.get('www-authenticate')).toBeNull();
    }
    if (!query.startsWith('mutation')) {
      for (const headers of accepts) {
        expect(refusal(await get(query, undefined, headers))).toEqual(anonymous);
        const refused = await get(query, READ_TOKEN, headers);
        expect(refusal(refused)).toEqual(reader);
        expect(refused.headers.get('cache-control')).toContain('no-store');
      }
    }
    expect(calls).toEqual([]);
  },
);

test('a document with several operations is refused for a field of administration in any', async () => {
  const { url } = await openRoles();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query A { hello } query B { secretBuilds { rows } }', operationName: 'A' }),
  });
  expect([response.status, await response.json()]).toMatchObject([401, { errors: [{ path: ['secretBuilds'] }] }]);
});

test('an admin gets fields of administration in all forms, and no cache keeps an answer', async () => {
  const { post, get } = await openRoles();
  const data = { ingestSecretStatus: { secretRows: 42 } };
  for (let at = 0; at < 3; at += 1) {
    for (const accept of ['*/*', 'application/json']) {
      const headers = { accept };
      for (const answer of [await post(STATUS, ADMIN_TOKEN, headers), await get(STATUS, ADMIN_TOKEN, headers)]) {
        expect([answer.status, answer.body.data]).toEqual([200, data]);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('etag')).toBeNull();
      }
    }
  }
  const events = await post('subscription { secretProgress { secretRows } }', ADMIN_TOKEN, EVENTS);
  expect(events.text).toContain('"secretRows":43');
});

test('answers that are kept never cross roles, whoever asks first', async () => {
  for (const order of [
    [ADMIN_TOKEN, undefined, READ_TOKEN],
    [undefined, READ_TOKEN, ADMIN_TOKEN],
    [READ_TOKEN, ADMIN_TOKEN, undefined],
  ]) {
    const { post, get } = await openRoles();
    const introspection = '{ __type(name: "SecretStatus") { name } __schema { mutationType { name } } }';
    const hidden = { __type: null, __schema: { mutationType: null } };
    const shown = { __type: { name: 'SecretStatus' }, __schema: { mutationType: { name: 'Mutation' } } };
    for (let round = 0; round < 3; round += 1) {
      for (const token of order) {
        const isAdmin = token === ADMIN_TOKEN;
        for (const answer of [await post(introspection, token), await get(introspection, token)]) {
          expect(answer.body.data).toEqual(isAdmin ? shown : hidden);
        }
        const refused = isAdmin ? 200 : token === undefined ? 401 : 403;
        expect((await post(STATUS, token)).status).toBe(refused);
        expect((await get(STATUS, token)).status).toBe(refused);
        expect((await get('{ hello }', token)).body.data).toEqual({ hello: 'hello' });
      }
    }
  }
});

test('answers to clients with a token are for no shared cache, and vary by it', async () => {
  const { get } = await openRoles();
  const [open, own, admins] = [
    await get('{ hello }'),
    await get('{ hello }', READ_TOKEN),
    await get('{ hello }', ADMIN_TOKEN),
  ];
  const kept = [open, own, admins].map(({ headers }) => headers.get('cache-control'));
  expect(kept).toEqual(['public, max-age=60', 'private, max-age=60', 'no-store']);
  for (const { headers } of [open, own]) expect(headers.get('vary')).toMatch(/\bAuthorization\b/);
  // What a browser has kept of one role is not confirmed for another.
  const etag = open.headers.get('etag') ?? '';
  expect((await get('{ hello }', undefined, { 'if-none-match': etag })).status).toBe(304);
  expect((await get('{ hello }', ADMIN_TOKEN, { 'if-none-match': etag })).status).toBe(200);
});

test('mutations are answered by POST alone', async () => {
  const { ask, calls } = await openRoles();
  const search = `?query=${encodeURIComponent('mutation { cancelSecretIngest }')}`;
  for (const token of [ADMIN_TOKEN, READ_TOKEN, undefined]) {
    for (const method of ['GET', 'HEAD']) {
      const refused = await ask(`/graphql${search}`, { method, token });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect((await ask(`/graphql${search}`, { method: 'PUT', token })).status).toBe(405);
  }
  expect(calls).toEqual([]);
});

test('mutations that a page of another origin can send are refused: forms and plain text', async () => {
  const { ask, calls } = await openRoles();
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
  ];
  for (const type of types) {
    const body = JSON.stringify({ query: 'mutation { cancelSecretIngest }' });
    const refused = await ask('/graphql', {
      method: 'POST',
      token: ADMIN_TOKEN,
      headers: { 'content-type': type },
      body,
    });
    expect([type, refused.status]).toEqual([type, 415]);
  }
  // Without any, as a Blob is sent.
  const blob = new Blob([JSON.stringify({ query: 'mutation { cancelSecretIngest }' })]);
  expect((await ask('/graphql', { method: 'POST', token: ADMIN_TOKEN, body: blob })).status).toBe(415);
  expect(calls).toEqual([]);
});

test('mutations of one document run one after another, each time that they are sent', async () => {
  const { post, calls } = await openRoles();
  const query = 'mutation { startSecretIngest { status { step } } cancelSecretIngest again: cancelSecretIngest }';
  for (let at = 0; at < 3; at += 1) {
    const answer = await post(query, ADMIN_TOKEN);
    expect(answer.body.data).toEqual({
      startSecretIngest: { status: { step: 'SECRET_DOWNLOAD' } },
      cancelSecretIngest: 1,
      again: 1,
    });
    const names = ['startSecretIngest', 'cancelSecretIngest', 'cancelSecretIngest'];
    expect(calls.splice(0)).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  }
});

test('READ_ACCESS=token answers clients without a token with 401, and probes with 200', async () => {
  const { ask, post, get } = await openRoles({ needsToken: true });
  for (const refused of [
    await post('{ hello }'),
    await get('{ hello }'),
    await post(STATUS),
    await ask('/schema.graphql'),
  ]) {
    expect([refused.status, refused.body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="marquee"');
    expect(refused.headers.get('cache-control')).not.toBe('public, max-age=60');
  }
  expect((await post('subscription { ticks }', undefined, EVENTS)).status).toBe(401);
  for (const path of ['/livez', '/readyz']) expect((await ask(path)).status).toBe(200);
  expect(JSON.parse((await ask('/health')).text)).toEqual({ status: 'degraded' });
  for (const token of [READ_TOKEN, ADMIN_TOKEN]) {
    for (let at = 0; at < 2; at += 1) expect((await post('{ hello }', token)).body.data).toEqual({ hello: 'hello' });
    expect((await ask('/schema.graphql', { token })).status).toBe(200);
    expect(JSON.parse((await ask('/health', { token })).text)).toMatchObject({ buildId: 'b7', warnings: ['one'] });
  }
  // Not even what a reader has just had kept.
  expect((await post('{ hello }')).status).toBe(401);
});
