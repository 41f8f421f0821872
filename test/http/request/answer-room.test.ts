import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

import { expect, test } from 'vitest';

import { openLane } from '../open-lane.ts';
import { createHarness } from '../support.ts';

/** More than a system keeps for a socket that is not read. */
const CHARACTERS = 12_000_000;
const MOST = 20_000_000;

async function openPlain() {
  const server = await createHarness().start({ mostUnreadBytes: MOST });
  return server.url;
}

async function openFast() {
  const { server, learn } = await openLane({ mostUnreadBytes: MOST });
  await learn(LONG);
  return server.url;
}

const LONG = 'query ($n: Int, $seed: Int) { long(characters: $n, seed: $seed) version }';

async function ask(url: string, seed: number, characters = CHARACTERS): Promise<IncomingMessage> {
  const sent = request(`${url}/graphql`, {
    agent: false,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  sent.end(JSON.stringify({ query: LONG, variables: { n: characters, seed } }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}

test.each([
  ['by Yoga', openPlain],
  ['by the fast lane', openFast],
])('an answer that does not fit beside the unread ones is refused, %s', async (_, open) => {
  const url = await open();
  const unread = await ask(url, 1);
  expect(unread.statusCode).toBe(200);
  for (const seed of [1, 2]) {
    const refused = await ask(url, seed);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
    expect((await refused.setEncoding('utf8').toArray()).join('')).toContain('"code":"OVERLOADED"');
  }
  // Small answers always have room.
  const small = await ask(url, 3, 100);
  expect(small.statusCode).toBe(200);
  small.resume();
  let bytes = 0;
  for await (const chunk of unread) bytes += (chunk as Buffer).byteLength;
  expect(bytes).toBeGreaterThan(CHARACTERS);
  const next = await ask(url, 2);
  expect(next.statusCode).toBe(200);
  next.destroy();
  // Who leaves makes room too.
  await expect
    .poll(
      async () => {
        const last = await ask(url, 4);
        last.destroy();
        return last.statusCode;
      },
      { timeout: 10_000 },
    )
    .toBe(200);
});
