import { mkdir } from 'node:fs/promises';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { CLIENT_ERROR_STATUS } from '../../src/errors.ts';
import type { ClientErrorCode } from '../../src/errors.ts';
import { ADMINISTERED, OF_THE_BOSS } from '../support/administrator.ts';
import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { subscribe } from '../support/events.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';
import { hashed, READ_TOKEN } from './open-roles.ts';

/** How a client gets a code of the real server, and the words that it reads. */
interface Case {
  settings?: Record<string, string>;
  /** Another data folder than that with a build. */
  folder?: () => Promise<string>;
  /** Asked before, so that the request is refused. */
  before?: (url: string) => Promise<unknown>;
  request: { query?: string; body?: string; headers?: Record<string, string> };
  /** That of the list by default. */
  status?: number;
  message: RegExp;
}

const QUERY = '{ title(id: "tt0900001") { id } }';
const NESTED =
  '{ titles(first: 100) { nodes { credits(first: 500) { nodes { person { credits(first: 500) { nodes { title { credits(first: 500) { totalCount } } } } } } } } } }';
const TOKENS = { ...ADMINISTERED, READ_TOKENS: hashed(READ_TOKEN) };

/** Codes that nothing sends yet: whoever sends one gives it a case. */
const UNSENT = ['PERSISTED_QUERY_NOT_FOUND'] as const satisfies ClientErrorCode[];

const CASES: Record<Exclude<ClientErrorCode, (typeof UNSENT)[number]>, Case> = {
  BAD_USER_INPUT: {
    request: { body: '{"query": 5}' },
    message: /^"query" must be text: the GraphQL document\.$/,
  },
  UNAUTHENTICATED: {
    settings: TOKENS,
    request: { query: QUERY, headers: { authorization: 'Bearer mq_wrong' } },
    message:
      /^The token is not accepted: it is misspelt, .* Leave the header "authorization" out to ask without one\.$/,
  },
  FORBIDDEN: {
    settings: TOKENS,
    request: { query: '{ ingestStatus { __typename } }', headers: { authorization: `Bearer ${READ_TOKEN}` } },
    message: /"ingestStatus" .*ADMIN/,
  },
  COST_LIMIT_EXCEEDED: {
    request: { query: NESTED },
    message:
      /^This operation would cost .*; the limit is .*\. Ask for smaller pages \(first\), or in several requests\.$/,
  },
  RATE_LIMITED: {
    settings: { RATE_LIMITS: 'requests:1/h' },
    before: (url) => ask(url, { query: QUERY }),
    request: { query: QUERY },
    message: /requests.*again in \d+ /,
  },
  QUERY_TIMEOUT: {
    settings: { ANSWER_TIMEOUT: '0.001' },
    request: { query: '{ people(filter: { name: { matches: "a.*e.*i" } }) { totalCount } }' },
    message:
      /^The answer took longer than 0\.001 s: request smaller pages, or split the query into several requests\.$/,
  },
  OVERLOADED: {
    settings: { MAX_REQUESTS: '1' },
    before: (url) => subscribe(url, 'subscription { datasetUpdated { buildId } }'),
    request: { query: QUERY },
    message: /^Too many requests are being answered: try again in a moment\.$/,
  },
  PAYLOAD_TOO_LARGE: {
    settings: { MAX_BODY_BYTES: '100' },
    request: { query: `${QUERY} # ${'x'.repeat(100)}` },
    message: /100 bytes/,
  },
  GRAPHQL_PARSE_FAILED: {
    request: { query: '{ title(id: "tt0900001") { id }' },
    message: /^Syntax Error: Expected Name, found <EOF>\.$/,
  },
  GRAPHQL_VALIDATION_FAILED: {
    request: { query: '{ title(id: "tt0900001") { name } }' },
    message: /^Cannot query field "name" on type "Title"\./,
  },
  // Clients compare the text.
  PERSISTED_QUERY_NOT_SUPPORTED: {
    request: { body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}' },
    message: /^PersistedQueryNotSupported$/,
  },
  DATASET_UNAVAILABLE: {
    folder: () => Promise.resolve(newFolder('empty')),
    request: { query: QUERY },
    message: /^There is no dataset yet, and no ingest is running here: `.*npx marquee ingest` makes one\.$/,
  },
  INTERNAL_SERVER_ERROR: {
    settings: TOKENS,
    async folder() {
      const { meta } = await copyData((await demoBuild(0.001)).folders);
      // A file that cannot be read.
      await mkdir(join(meta, 'audit.jsonl'));
      return meta;
    },
    request: { query: '{ auditLog { who } }', headers: OF_THE_BOSS },
    // Of a field: the others are answered.
    status: 200,
    message: /^Unexpected error\.$/,
  },
};

let data: string;

beforeAll(async () => {
  data = (await demoBuild(0.001)).folders.meta;
});

async function ask(url: string, { query, body = JSON.stringify({ query }), headers = {} }: Case['request']) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body,
  });
  const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return {
    status: response.status,
    codes: errors.map(({ extensions }) => extensions.code),
    message: errors[0]?.message,
  };
}

test.each(Object.entries(CASES))(
  'the server answers %s with its status, and words for a person',
  async (code, given) => {
    const { settings = {}, folder, before, request, status, message } = given;
    const serving = await startServing({
      DATA_DIR: (await folder?.()) ?? data,
      SCHEDULE: 'off',
      WEB_APP: 'false',
      ...settings,
    });
    onTestFinished(async () => void (await serving.stop()));
    const url = `${serving.url}/graphql`;
    await before?.(url);
    const wanted = status ?? CLIENT_ERROR_STATUS[code as ClientErrorCode];
    expect(await ask(url, request)).toEqual({
      status: wanted,
      codes: [code],
      message: expect.stringMatching(message) as string,
    });
  },
);

test('every code of the list has a case, but for those that nothing sends', () => {
  expect([...Object.keys(CASES), ...UNSENT].toSorted()).toEqual(Object.keys(CLIENT_ERROR_STATUS).toSorted());
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const senders = globSync(`${source}**/*.ts`, { exclude: [`${source}web/**`, `${source}errors.ts`] });
  const texts = senders.map((path) => readFileSync(path, 'utf8')).join('\n');
  expect(UNSENT.filter((code) => texts.includes(code))).toEqual([]);
  expect(texts).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
});
