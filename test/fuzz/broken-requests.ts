import type { Random } from '../product/random-filters.ts';
import type { RandomDocument } from '../support/random-documents.ts';
import { gotten, posted } from './requests.ts';
import type { Sent } from './requests.ts';
import type { Role } from './roles.ts';
import { wrongValue } from './valid.ts';

interface Tools {
  random: Random;
  role: Role;
}

const MEDIA_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '',
  'application/json; charset=utf-16',
  'application/xml',
  'application/json, text/plain',
  '*/*',
  'application/graphql',
  '\u00FF',
];
const ACCEPTED = [
  'text/html',
  'image/*',
  '',
  '*/*;q=0',
  'application/json;charset=utf-16',
  'multipart/mixed',
  'text/event-stream',
  ',,,',
  'x'.repeat(3000),
  'application/graphql-response+json; charset=utf-8, */*',
];
const METHODS = ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'GET'];
const PATHS = [
  '/graphql/',
  '//graphql',
  '/graphql/../graphql',
  '/GRAPHQL',
  '/graphql%00',
  '/%',
  '/..%2f..%2fetc/passwd',
  '/graphql?',
  '/schema.graphql?x',
  '/health/x',
  '/admin',
  '/administration',
  '/livez',
  '/title/%ff',
  '/.env',
  '/graphql;x',
];
const HEADERS: readonly Record<string, string>[] = [
  { 'content-encoding': 'gzip' },
  { 'accept-encoding': 'identity;q=0, *;q=0' },
  { 'accept-encoding': 'br;q=x,,;' },
  { 'if-none-match': '"x", W/"y", *' },
  { range: 'bytes=0-1' },
  { 'x-request-id': 'x'.repeat(2000) },
  { 'x-request-id': '\u00E9 <script>' },
  { 'x-forwarded-for': 'nonsense, 1.2.3.4, ::1, [::' },
  { forwarded: 'for="[::1"; for=_x;;;,' },
  { 'x-forwarded-host': 'evil.example' },
  { host: 'evil.example:99999' },
  { origin: 'https://evil.example' },
  { cookie: 'a=b; '.repeat(500) },
  { te: 'trailers' },
  { 'x-query-cost': 'maybe' },
  { 'accept-language': '\u00FF\u00FE' },
  { 'sec-fetch-site': 'cross-site' },
  { upgrade: 'websocket', connection: 'Upgrade' },
  { expect: '200-ok' },
  { 'apollo-require-preflight': 'true' },
  Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, 'y'])),
];
const AUTHORIZATIONS = [
  'Bearer',
  'Bearer ',
  'Bearer mq_wrong',
  'Bearer a.b.c',
  'Bearer eyJhbGciOiJub25lIn0.e30.',
  'Basic YTpi',
  'bearer  mq_of-the-boss2',
  'Token x',
  '\u00FF',
  'Bearer x y',
  'Digest username="x"',
];
const BODIES = [
  '',
  'null',
  '[]',
  '5',
  '"query"',
  '{',
  '{}',
  '{"query":5}',
  '{"query":null}',
  '{"query":""}',
  '{"query":"{ __typename }","x":1}',
  '{"query":{"a":1}}',
  '{"query":"{a}","variables":[]}',
  '{"query":"{ __typename }","variables":"x"}',
  '{"query":"{ __typename }","operationName":5}',
  '{"query":"{ __typename }","operationName":"No"}',
  '{"query":"{ __typename }","extensions":5}',
  '[{"query":"{ __typename }"}]',
  '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
  '{"query":"{ __typename }","__proto__":{}}',
  'query={__typename}',
  '\uFEFF{"query":"{ __typename }"}',
  '{"query":"query ($n: Int) { titles(first: $n) { totalCount } }","variables":{"n":1e400}}',
  '{"query":"query ($n: Int) { titles(first: $n) { totalCount } }","variables":{"n":99999999999999999999}}',
  '{"query":"query ($f: FloatRange) { titles(filter: { rating: $f }) { totalCount } }","variables":{"f":{"min":-1e999}}}',
  `{"query":"query ($f: TitleFilter) { titles(filter: $f) { totalCount } }","variables":{"f":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
];

/** Ways to break a request around a valid document, by name. */
export const REQUEST_FAULTS: Record<string, (document: RandomDocument, tools: Tools) => Omit<Sent, 'kind'>> = {
  'wrong variables'({ query, variables }, { random, role }) {
    const names = Object.keys(variables);
    const name = names[random(Math.max(1, names.length))] ?? 'must';
    return post({ query, variables: { ...variables, [name]: wrongValue(random) } }, role);
  },
  'no variables': ({ query }, { role }) => post({ query }, role),
  'variables that are none': ({ query }, { random, role }) =>
    post({ query, variables: wrongValue(random) as RandomDocument['variables'] }, role),
  'odd body': (document, { random, role }) => ({ ...post(document, role), body: oneOf(BODIES, random) }),
  'bad JSON'(document, { random, role }) {
    const sent = post(document, role);
    const text = String(sent.body);
    const at = random(text.length);
    return {
      ...sent,
      body: text.slice(0, at) + oneOf(['', '"', '\\', '}', '\u0001', ',,'], random) + text.slice(at + 1 + random(3)),
    };
  },
  'bytes that are no UTF-8'(document, { random, role }) {
    const bytes = Buffer.from(JSON.stringify(document));
    bytes[random(bytes.length)] = 0x80 + random(0x80);
    return { ...post(document, role), body: bytes };
  },
  'too large': (document, { role }) => post({ ...document, query: `${document.query} #${'x'.repeat(110_000)}` }, role),
  'wrong media type': (document, { random, role }) =>
    withHeaders(post(document, role), { 'content-type': oneOf(MEDIA_TYPES, random) }),
  'wrong accept': (document, { random, role }) =>
    withHeaders(post(document, role), { accept: oneOf(ACCEPTED, random) }),
  'wrong method': (document, { random, role }) => ({ ...post(document, role), method: oneOf(METHODS, random) }),
  'wrong path': (document, { random, role }) => ({ ...get(document, role), path: oneOf(PATHS, random) }),
  'odd header': (document, { random, role }) => withHeaders(post(document, role), oneOf(HEADERS, random)),
  // From an address of its own: too many wrong tokens would keep the others of the address out.
  'wrong token': (document, { random, role }) =>
    withHeaders(post(document, role), {
      authorization: oneOf(AUTHORIZATIONS, random),
      'x-forwarded-for': address(random),
    }),
  'bad query string'(document, { random, role }) {
    const sent = get(document, role);
    const at = '/graphql?'.length + random(Math.max(1, Math.min(sent.path.length, 4000) - 9));
    return {
      ...sent,
      path: `${sent.path.slice(0, at)}${oneOf(['%', '%ff', '&query=x', '&variables=[', '&extensions=5', '#', '+'], random)}`,
    };
  },
};

function post(document: Partial<RandomDocument>, role: Role): Omit<Sent, 'kind'> {
  return posted(document, { kind: '', role });
}

function get(document: RandomDocument, role: Role): Omit<Sent, 'kind'> {
  return gotten(document, { kind: '', role });
}

function withHeaders(sent: Omit<Sent, 'kind'>, headers: Record<string, string>): Omit<Sent, 'kind'> {
  return { ...sent, headers: { ...sent.headers, ...headers } };
}

function address(random: Random): string {
  return `10.${random(250)}.${random(250)}.${random(250)}`;
}

function oneOf<T>(values: readonly T[], random: Random): T {
  return values[random(values.length)] as T;
}
