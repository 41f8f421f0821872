import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

import { behindArrivals } from '../../../src/http/yoga/behind-arrivals.ts';
import type { GraphqlHandler } from '../../../src/http/request/graphql/graphql-handler.ts';
import { createHarness } from '../support.ts';

/** Answers everybody the same after some work. */
function worksFor(ms: number): GraphqlHandler {
  return async () => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    return { status: 200, headers: {}, body: '{}', errors: 0, build: null, isPrivate: false, cost: undefined };
  };
}

const MOST_WAITING = '/proc/sys/net/core/somaxconn';
const most = existsSync(MOST_WAITING) ? Number(readFileSync(MOST_WAITING, 'utf8')) : 0;
const COUNT = 900;

/** Clients in a process of their own. */
const CONNECTS = `
  const { connect } = require('node:net');
  let count = 0;
  for (let at = 0; at < ${COUNT}; at += 1) connect(Number(process.argv[1]), '127.0.0.1', () => (count += 1));
  setTimeout(() => { console.log(count); process.exit(0); }, 900);`;

test.runIf(most > COUNT)('connections that come while the server works are not sent back for a second', async () => {
  const { port } = await createHarness().start();
  // The event loop does nothing meanwhile.
  const text = execFileSync(process.execPath, ['-e', CONNECTS, String(port)], { encoding: 'utf8' });
  expect(Number(text)).toBe(COUNT);
});

const ASKS = `
  const { connect } = require('node:net');
  const port = Number(process.argv[1]);
  let connected = 0;
  const ask = (path, onAnswer) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET ' + path + ' HTTP/1.1\\r\\nhost: x\\r\\n\\r\\n');
      connected += 1;
      if (connected === 300) ask('/health', () => process.exit(0));
    });
    socket.once('data', onAnswer);
  };
  for (let at = 0; at < 300; at += 1) ask('/graphql?query={hello}', () => {});`;

test('a client that connects after many others is accepted before all of them are answered', async () => {
  let answered = 0;
  // Counted here: the clients' process may wait for a processor, and then read all answers at once.
  let answeredBefore = Infinity;
  const work = worksFor(3);
  const { port } = await createHarness({
    lane: () =>
      behindArrivals(async (exchange, asked) => {
        const answer = await work(exchange, asked);
        answered += 1;
        return answer;
      }),
    health() {
      answeredBefore = answered;
      return { build: null, warnings: [] };
    },
  }).start();
  await promisify(execFile)(process.execPath, ['-e', ASKS, String(port)]);
  expect(answeredBefore).toBeLessThan(150);
});
