import { expect, test } from 'vitest';

import { createBearerTokens, hashOf, tokensOf } from '../../../../src/http/request/access/bearer-tokens.ts';
import { ANONYMOUS } from '../../../support/clients.ts';
import { createIdentify } from '../../../../src/http/request/access/identify.ts';
import { SILENT_LOG } from '../../../support/ingest.ts';
import { ADMIN_TOKEN, hashed, openRoles, READ_TOKEN, wrongTokens } from '../../open-roles.ts';

const HELLO = '{ hello }';

test('createBearerTokens knows tokens by their hashes, with names given or by position', () => {
  const find = createBearerTokens([
    ...tokensOf([hashed('a'), hashed('b', 'backup.job')], 'ADMIN'),
    ...tokensOf([hashed('c'), hashed('d').toUpperCase().replace('SHA', 'sha')], 'READER'),
  ]);
  expect(['a', 'b', 'c', 'd', 'e', ''].map((text) => find(text))).toEqual([
    { role: 'ADMIN', name: 'admin-1', key: 'token admin-1' },
    { role: 'ADMIN', name: 'backup.job', key: 'token backup.job' },
    { role: 'READER', name: 'reader-1', key: 'token reader-1' },
    { role: 'READER', name: 'reader-2', key: 'token reader-2' },
    undefined,
    undefined,
  ]);
  expect(find(Buffer.from(hashOf('a')).toString('hex'))).toBeUndefined();
});

test.each([
  ['a name', [hashed('a', 'x'), hashed('b', 'x')], /two tokens named "x"/],
  ['a token', [hashed('a', 'x'), hashed('a', 'y')], /The tokens "x" and "y" are the same/],
  [
    'the name of the nightly runs, which stands in the audit log',
    [hashed('a', 'schedule')],
    /a token named "schedule"/,
  ],
])('createBearerTokens refuses %s that stands twice', (_, entries, words) => {
  expect(() => createBearerTokens(tokensOf(entries, 'ADMIN'))).toThrow(words);
});

test('createBearerTokens takes as long for the first token as for the last', () => {
  // An early end would show in the time: the last of many tokens is found as fast as the first.
  const many = Array.from({ length: 5000 }, (_, at) => hashed(`t${at}`));
  const find = createBearerTokens(tokensOf(many, 'ADMIN'));
  const timeOf = (text: string): number => {
    const times = Array.from({ length: 15 }, () => {
      const began = performance.now();
      find(text);
      return performance.now() - began;
    });
    return Math.min(...times);
  };
  find('t0');
  const [first, last] = [timeOf('t0'), timeOf('t4999')];
  expect(first).toBeGreaterThan(last / 3);
});

test('createIdentify is synchronous without a token, and for the password of a proxy', () => {
  const identify = createIdentify({ tokens: createBearerTokens([]), wrong: wrongTokens(SILENT_LOG) });
  expect(identify(undefined, ANONYMOUS)).toBe(ANONYMOUS);
  expect(identify('Basic dXNlcjpwYXNz', ANONYMOUS)).toBe(ANONYMOUS);
});

test.each([
  [
    'an unknown token',
    'Bearer mq_nobodys',
    'The token is not accepted: it is misspelt, or no longer among ADMIN_TOKENS',
  ],
  ['no token', 'Bearer ', 'The header "authorization" has no token: write "authorization: Bearer <token>".'],
  ['a token without its scheme', ADMIN_TOKEN, 'has no token: write'],
  ['two words', `Bearer ${ADMIN_TOKEN} ${ADMIN_TOKEN}`, 'has no token: write'],
  ['another scheme', `Token ${ADMIN_TOKEN}`, 'has no token: write'],
  ['the hash of a token', `Bearer ${hashed(ADMIN_TOKEN).slice(7)}`, 'The token is not accepted'],
  ['a text that looks like a JSON Web Token', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'The token is not accepted'],
])('a wrong token is 401 everywhere, also where reading is open: %s', async (_, authorization, words) => {
  const { url, ask } = await openRoles();
  for (const path of ['/graphql?query={hello}', '/schema.graphql', '/health', '/']) {
    const response = await fetch(url + path, { headers: { authorization } });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([path, response.status, errors[0]?.extensions.code]).toEqual([path, 401, 'UNAUTHENTICATED']);
    expect(errors[0]?.message).toContain(words);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="marquee", error="invalid_token"');
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  // Probes have no tokens, and none is looked at.
  for (const path of ['/livez', '/readyz']) {
    expect((await fetch(url + path, { headers: { authorization } })).status).toBe(200);
  }
  expect((await ask('/graphql', { method: 'OPTIONS', headers: { authorization } })).status).toBe(204);
});

test('a wrong token is 401 for a stream of events, and for an answer that is kept', async () => {
  const { post, get } = await openRoles();
  for (let at = 0; at < 3; at += 1) expect((await get(HELLO)).status).toBe(200);
  expect((await get(HELLO, 'mq_wrong')).status).toBe(401);
  expect((await post(HELLO, 'mq_wrong')).status).toBe(401);
  expect((await post('subscription { ticks }', 'mq_wrong', { accept: 'text/event-stream' })).status).toBe(401);
});

test('createIdentify refuses more than ten wrong tokens of an address in a minute, before it looks at them', async () => {
  const { post, get } = await openRoles();
  for (let at = 0; at < 10; at += 1) expect((await post(HELLO, `mq_guess-${at}`)).status).toBe(401);
  // Not even the right one: nothing is compared any more.
  for (const token of ['mq_guess-10', ADMIN_TOKEN]) {
    const refused = await post(HELLO, token);
    expect([refused.status, refused.body.errors?.[0]?.extensions['code']]).toEqual([429, 'RATE_LIMITED']);
    expect(refused.body.errors?.[0]?.message).toMatch(
      /^Too many wrong tokens came from this address: try again in \d+ s/,
    );
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  }
  // Who sends none is not concerned.
  expect((await get(HELLO)).status).toBe(200);
});

test('createIdentify does not count right tokens', async () => {
  const { post } = await openRoles();
  for (let at = 0; at < 15; at += 1) expect((await post(HELLO, READ_TOKEN)).status).toBe(200);
});

test('the log names the token of a request and never has its text', async () => {
  const { post, lines } = await openRoles();
  await post(HELLO, ADMIN_TOKEN);
  await post(HELLO, READ_TOKEN);
  await post(HELLO);
  await post(HELLO, 'mq_a-wrong-token');
  await post('{ ingestSecretStatus { step } crash }', ADMIN_TOKEN);
  await expect.poll(() => lines.filter(({ event }) => event === 'requests refused').length, { timeout: 5000 }).toBe(1);
  expect(lines.filter(({ event }) => event === 'request').map(({ client }) => client)).toEqual([
    'alice',
    'reader-1',
    undefined,
    'alice',
  ]);
  const text = JSON.stringify(lines);
  for (const token of [ADMIN_TOKEN, READ_TOKEN, 'mq_a-wrong-token']) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(hashOf(token)).toString('hex'));
  }
});
