import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ADMINISTERED, OF_THE_BOSS } from '../support/administrator.ts';
import { demoBuild } from '../support/demo-build.ts';
import { hashed, READ_TOKEN } from '../http/open-roles.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const OF_A_READER = { authorization: `Bearer ${READ_TOKEN}` };
const TOKENS = { ...ADMINISTERED, READ_TOKENS: hashed(READ_TOKEN) };
/** As many as graphql-http 1.23 has of each level. */
const LEVELS = { MUST: 13, SHOULD: 23, MAY: 25 };

const started = new Map<string, Promise<TestServing>>();

/** The real server with a setting: one for all roles. */
function serveWith(settings: Record<string, string>, folder: string): Promise<TestServing> {
  const key = JSON.stringify(settings);
  const serving = started.get(key) ?? startServing({ DATA_DIR: folder, SCHEDULE: 'off', ...TOKENS, ...settings });
  started.set(key, serving);
  return serving;
}

let folder: string;

beforeAll(async () => {
  folder = (await demoBuild(0.001)).folders.meta;
});
afterAll(async () => {
  for (const serving of started.values()) await (await serving).stop();
});

test.each([
  ['anonymous clients', {}, {}],
  ['readers', OF_A_READER, {}],
  ['administrators', OF_THE_BOSS, {}],
  ['readers where reading needs a token', OF_A_READER, { READ_ACCESS: 'token' }],
  ['anonymous clients without the fast lane', {}, { FAST_LANE: 'false' }],
])('the server passes every audit of GraphQL over HTTP for %s: MUST, SHOULD and MAY', async (_, headers, settings) => {
  const { url } = await serveWith(settings, folder);
  const fetchFn = (address: string, init: RequestInit = {}): Promise<Response> =>
    fetch(address, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
  const audits = serverAudits({ url: `${url}/graphql`, fetchFn });
  // Twice: what is known is answered by the fast lane.
  for (let time = 0; time < 2; time += 1) {
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
    const count = (level: string): number => results.filter(({ name }) => name.startsWith(level)).length;
    expect({ MUST: count('MUST'), SHOULD: count('SHOULD'), MAY: count('MAY') }).toEqual(LEVELS);
  }
});
