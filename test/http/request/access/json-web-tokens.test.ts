import { createHmac } from 'node:crypto';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { createJsonWebTokens } from '../../../../src/http/request/access/json-web-tokens.ts';
import type { JsonWebTokens } from '../../../../src/http/request/access/json-web-tokens.ts';
import { keySetAt } from '../../../../src/http/request/access/key-set.ts';
import type { KeySetOptions } from '../../../../src/http/request/access/key-set.ts';
import { createHttpRequest } from '../../../../src/ingest/sources/http/http-request.ts';
import { createLogger } from '../../../../src/process/logger.ts';
import { newFolder } from '../../../support/folders.ts';
import { openProxy } from '../../../support/proxy.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../../../support/tls.ts';
import { openRoles } from '../../open-roles.ts';

const ISSUER = 'https://issuer.test/';
const AUDIENCE = 'marquee';

interface Signer {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

let rsa: Signer;
let ec: Signer;
let other: Signer;

async function signer(kid: string, alg: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

beforeAll(async () => {
  [rsa, ec, other] = await Promise.all([signer('one', 'RS256'), signer('two', 'ES256'), signer('three', 'ES256')]);
});

/** A server of keys, which counts how often they are read. Its answers can be changed, and it can be stopped. */
async function serveKeys(...signers: Signer[]) {
  const state = {
    keys: signers.map(({ jwk }) => jwk),
    status: 200,
    headers: { 'content-type': 'application/json' },
    /** Sent instead of the keys. */
    body: undefined as string | undefined,
    reads: 0,
  };
  const server = createServer((_, response) => {
    state.reads += 1;
    response.writeHead(state.status, state.headers).end(state.body ?? JSON.stringify({ keys: state.keys }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  onTestFinished(stop);
  return { state, stop, url: `http://127.0.0.1:${port}/jwks.json` };
}

/** Keys at a name that a proxy alone knows. */
async function serveNamedKeys(scheme: 'http' | 'https', keys: JWK[]) {
  const agents: (string | undefined)[] = [];
  const listener: RequestListener = ({ headers }, response) => {
    agents.push(headers['user-agent']);
    response.end(JSON.stringify({ keys }));
  };
  const server =
    scheme === 'https'
      ? createSecureServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, listener)
      : createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const trusted = getCACertificates();
  setDefaultCACertificates([...trusted, TEST_CERTIFICATE]);
  onTestFinished(() => {
    setDefaultCACertificates(trusted);
    server.close();
  });
  return { agents, port: (server.address() as AddressInfo).port };
}

interface Claims extends JWTPayload {
  [claim: string]: unknown;
}

function sign(by: Signer, claims: Claims = {}, { kid = by.kid } = {}): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'ann', role: 'admin', exp: seconds + 60, ...claims };
  return new SignJWT(payload).setProtectedHeader({ alg: by.alg, kid }).sign(by.privateKey);
}

const lines: string[] = [];
const log = createLogger({ level: 'info', pretty: false, destination: { write: (line) => void lines.push(line) } });

type TokenOptions = Partial<KeySetOptions> & { roleClaim?: string };

function tokensAt(place: string, { roleClaim = 'role', request = createHttpRequest(), ...options }: TokenOptions = {}) {
  const keys = keySetAt(place, { request, ...options });
  return createJsonWebTokens({ keys, issuer: ISSUER, audience: AUDIENCE, roleClaim, log });
}

/** A token of this header and these claims, without a signature. */
function unsigned(header: object, claims: object): string {
  return `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
}

/** What a client is told, as `CODE message`. */
async function told(tokens: JsonWebTokens, text: string): Promise<string> {
  return tokens(text).then(
    ({ role, name }) => `${role} ${name}`,
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  );
}

test('createJsonWebTokens takes tokens that the issuer has signed, by any of its keys', async () => {
  const { url, state } = await serveKeys(rsa, ec);
  const tokens = tokensAt(url);
  expect(await tokens(await sign(rsa))).toEqual({ role: 'ADMIN', name: 'jwt:ann', key: 'token jwt:ann' });
  expect(await told(tokens, await sign(ec, { role: 'read', sub: 'bob' }))).toBe('READER jwt:bob');
  expect(state.reads).toBe(1);
});

test.each([
  ['a list', 'role', { role: ['x', 'read', 'admin'] }, 'ADMIN jwt:ann'],
  ['a scope', 'scope', { scope: 'openid read' }, 'READER jwt:ann'],
  ['a path', 'realm_access.roles', { realm_access: { roles: ['read'] } }, 'READER jwt:ann'],
  ['a name with dots', 'https://marquee.test/role', { 'https://marquee.test/role': 'admin' }, 'ADMIN jwt:ann'],
  ['no claim', 'roles', {}, 'FORBIDDEN The token has no role here: its claim "roles" needs to be "admin" or "read"'],
  ['another word', 'role', { role: 'administrator' }, 'FORBIDDEN The token has no role here'],
  ['a name of every object', 'role', { role: 'constructor' }, 'FORBIDDEN The token has no role here'],
  ['a path into nothing', 'a.b', { a: 'x' }, 'FORBIDDEN The token has no role here'],
])('createJsonWebTokens reads the role from %s', async (_, roleClaim, claims, expected) => {
  const { url } = await serveKeys(ec);
  expect(await told(tokensAt(url, { roleClaim }), await sign(ec, claims))).toContain(expected);
});

test('createJsonWebTokens says what is wrong with a token', async () => {
  const { url } = await serveKeys(rsa, ec);
  const tokens = tokensAt(url);
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'ann', role: 'admin', exp: now + 60 };
  // The classic attack: the public key, which everybody has, as the secret of a symmetric algorithm.
  const confused = unsigned({ alg: 'HS256', kid: 'one' }, claims).slice(0, -1);
  const mac = createHmac('sha256', await exportSPKI(rsa.publicKey))
    .update(confused)
    .digest('base64url');
  const good = await sign(ec);
  const cases: [string, string][] = [
    [await sign(ec, { exp: now - 10 }), 'it has expired, ask for a new one'],
    [await sign(ec, { nbf: now + 60 }), 'it is not valid yet'],
    [await sign(ec, { iss: 'https://evil.test/' }), `it is of another issuer than ${ISSUER}`],
    [await sign(ec, { aud: 'films' }), `it is for another audience than ${AUDIENCE}`],
    [await sign(ec, { exp: undefined as never }), 'it has no claim "exp"'],
    [await sign(ec, { sub: undefined as never }), 'it has no claim "sub"'],
    [await sign(other), 'no key of the issuer fits it'],
    [await sign(other, {}, { kid: 'two' }), 'its signature is wrong'],
    [`${good.slice(0, -4)}AAAA`, 'its signature is wrong'],
    [unsigned({ alg: 'none' }, claims), 'its algorithm none is not one of RS256'],
    [unsigned({ alg: 'None' }, claims), 'its algorithm None is not one of RS256'],
    [`${confused}.${mac}`, 'its algorithm HS256 is not one of RS256'],
    ['a.b.c', 'it is not a JSON Web Token that can be checked'],
    [unsigned({ alg: 'ES256', crit: ['x'], x: 1 }, claims), 'it is not a JSON Web Token that can be checked'],
  ];
  for (const [text, reason] of cases) {
    expect(await told(tokens, text)).toMatch(`UNAUTHENTICATED The token is not accepted: ${reason}`);
  }
  // Clocks differ by a few seconds.
  expect(await told(tokens, await sign(ec, { exp: now - 2 }))).toBe('ADMIN jwt:ann');
  expect(lines.join()).not.toContain(good);
});

test('createJsonWebTokens takes a subject that nobody can mistake for the name of another token', async () => {
  const { url } = await serveKeys(ec);
  const { name } = await tokensAt(url)(await sign(ec, { sub: `admin-1\n${'é'.repeat(100)}` }));
  expect(name).toBe(`jwt:admin-1${'?'.repeat(73)}`);
});

test('createJsonWebTokens finds rotated keys, and drops those that were withdrawn', async () => {
  const { url, state } = await serveKeys(ec);
  const tokens = tokensAt(url, { cooldownMs: 0, maxAgeMs: 200 });
  expect(await told(tokens, await sign(ec))).toBe('ADMIN jwt:ann');
  state.keys = [other.jwk];
  expect(await told(tokens, await sign(other))).toBe('ADMIN jwt:ann');
  expect(await told(tokens, await sign(ec))).toContain('no key of the issuer fits it');
  state.keys = [ec.jwk];
  // Known keys are believed until they are old.
  await expect.poll(async () => told(tokens, await sign(other))).toContain('no key of the issuer fits it');
});

test('createJsonWebTokens does not let unknown keys become many requests to the issuer', async () => {
  const { url, state } = await serveKeys(ec);
  const tokens = tokensAt(url);
  await tokens(await sign(ec));
  for (let at = 0; at < 20; at += 1) await told(tokens, await sign(other));
  expect(state.reads).toBe(1);
});

test('an unreachable JWKS is 503 with Retry-After, asked for once in a while, and other tokens work', async () => {
  const { url, state, stop } = await serveKeys(ec);
  const { post, lines: logged } = await openRoles({ jsonWebTokens: tokensAt(url, { pauseMs: 60_000 }) });
  state.status = 500;
  for (let at = 0; at < 12; at += 1) {
    const refused = await post('{ hello }', await sign(ec));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused.body.errors?.[0]).toMatchObject({
      message: 'The token cannot be checked: the keys of its issuer (JWT_JWKS) cannot be read. Try again in 5 s.',
      extensions: { code: 'OVERLOADED' },
    });
  }
  expect(state.reads).toBe(1);
  expect((await post('{ hello }')).status).toBe(200);
  await stop();
  const gone = tokensAt(url);
  expect(await told(gone, await sign(ec))).toContain('cannot be read');
  expect(lines.filter((line) => line.includes('token keys unreadable')).length).toBeGreaterThan(0);
  expect(JSON.stringify([lines, logged])).not.toContain('eyJ');
});

test('createJsonWebTokens reads keys of a file, again when it has changed', async () => {
  const path = join(newFolder(), 'keys.json');
  let seconds = 1_000_000;
  // The clock of a file system is too coarse to tell two writes in a row apart.
  async function write(text: string): Promise<void> {
    await writeFile(path, text);
    await utimes(path, seconds, (seconds += 1));
  }
  await write(JSON.stringify({ keys: [ec.jwk] }));
  const tokens = tokensAt(path);
  expect(await told(tokens, await sign(ec))).toBe('ADMIN jwt:ann');
  await write(JSON.stringify({ keys: [other.jwk] }));
  expect(await told(tokens, await sign(other))).toBe('ADMIN jwt:ann');
  expect(await told(tokens, await sign(ec))).toContain('no key of the issuer fits it');
  await write('not JSON');
  expect(await told(tokens, await sign(other))).toContain('OVERLOADED');
  await rm(path);
  expect(await told(tokens, await sign(other))).toContain('OVERLOADED');
});

test('a JSON Web Token is told apart by status: expired 401, without a role 403, with it 200', async () => {
  const { url } = await serveKeys(ec);
  const { post } = await openRoles({ jsonWebTokens: tokensAt(url) });
  const query = '{ ingestSecretStatus { secretRows } }';
  const expired = await post(query, await sign(ec, { exp: 1 }));
  expect([expired.status, expired.body.errors?.[0]?.message]).toEqual([
    401,
    'The token is not accepted: it has expired, ask for a new one.',
  ]);
  expect((await post(query, await sign(ec, { role: 'guest' }))).status).toBe(403);
  expect((await post(query, await sign(ec, { role: 'read' }))).status).toBe(403);
  const answered = await post(query, await sign(ec));
  expect([answered.status, answered.body.data]).toEqual([200, { ingestSecretStatus: { secretRows: 42 } }]);
});

test.each([
  ['https', 'HTTPS_PROXY'],
  ['http', 'HTTP_PROXY'],
] as const)('createJsonWebTokens asks for keys of %s by way of %s, with its password', async (scheme, name) => {
  const proxy = await openProxy({ auth: { user: 'ann', password: 'hush' } });
  onTestFinished(() => proxy.close());
  const { port, agents } = await serveNamedKeys(scheme, [ec.jwk]);
  const place = `${scheme}://datasets.test:${port}/jwks.json`;
  const tokens = tokensAt(place, { request: createHttpRequest({ proxies: { [name]: proxy.url } }) });
  expect(await told(tokens, await sign(ec))).toBe('ADMIN jwt:ann');
  const asked = scheme === 'https' ? `CONNECT datasets.test:${port}` : place;
  expect([proxy.takeRequests(), agents]).toEqual([[asked], ['marquee']]);
  // What the proxy says goes to the log, and its password nowhere.
  lines.length = 0;
  const refused = { request: createHttpRequest({ proxies: { [name]: proxy.url.replace('hush', 'other') } }) };
  expect(await told(tokensAt(place, refused), await sign(ec))).toMatch(/^OVERLOADED The token cannot be checked/);
  expect(lines.join()).toMatch(/token keys unreadable.*407/);
  expect(lines.join()).not.toContain('other');
});

test.each([
  ['too long', { body: `{"keys": [], "x": "${'x'.repeat(1 << 20)}"}` }, /more than 1048576 bytes/],
  ['compressed', { headers: { 'content-encoding': 'gzip' } }, /with the content coding gzip, expected JSON as it is/],
  ['a redirect', { status: 302, headers: { location: 'http://169.254.169.254/' } }, /answered 302, expected 200/],
  ['no JSON', { body: '<html>' }, /JSON/],
])('createJsonWebTokens reads no keys of an answer that is %s, and logs what it was', async (_, answer, words) => {
  const { url, state } = await serveKeys(ec);
  Object.assign(state, answer);
  lines.length = 0;
  expect(await told(tokensAt(url), await sign(ec))).toMatch(/^OVERLOADED The token cannot be checked/);
  expect(lines.join()).toMatch(words);
  expect(state.reads).toBe(1);
});
