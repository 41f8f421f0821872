import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, onTestFinished, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';

/** A subscriber on a connection that it has used before, which has read the beginning of its stream. */
async function subscriber(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  for (const [accept, query] of [
    ['application/json', '{ __typename }'],
    ['text/event-stream', 'subscription { datasetUpdated { buildId } }'],
  ]) {
    const body = JSON.stringify({ query });
    const head = `host: x\r\naccept: ${accept}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
    socket.write(`POST /graphql HTTP/1.1\r\n${head}\r\n\r\n${body}`);
    await once(socket, 'data');
  }
  return socket;
}

test.each([
  ['has gone', (socket: Socket) => socket.destroy()],
  ['has reset its connection', (socket: Socket) => socket.resetAndDestroy()],
  ['sends no more', (socket: Socket) => socket.end().resume()],
  ['reads on', (socket: Socket) => socket.resume()],
  // One that has gone to sleep, or whose program is busy, does not close its side.
  ['reads no further', (socket: Socket) => socket.pause()],
])(
  'a stop waits for no subscriber who %s',
  async (_, leave) => {
    const serving = await startServing({
      DATA_DIR: newFolder(),
      SCHEDULE: 'off',
      WEB_APP: 'false',
      STOP_TIMEOUT: '30',
    });
    for (const socket of await Promise.all(Array.from({ length: 5 }, () => subscriber(serving.url)))) leave(socket);
    const started = performance.now();
    expect(await serving.stop()).toEqual({ failed: [] });
    // What is still under way is cut off after half of STOP_TIMEOUT.
    expect(performance.now() - started).toBeLessThan(10_000);
  },
  40_000,
);

test('a request that does not end leaves the rest of a stop its time, however long the wait before it was', async () => {
  const settings = { DATA_DIR: newFolder(), SCHEDULE: 'off', STOP_TIMEOUT: '2', DRAIN_DELAY: '3' };
  const { stopMs, drainMs } = readConfig(settings, '/nowhere');
  const serving = await startServing(settings);
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
  await sleep(50);
  const closed = once(socket.resume(), 'close');
  const started = performance.now();
  expect(await serving.stop()).toEqual({ failed: [] });
  const durationMs = performance.now() - started;
  await closed;
  expect(durationMs).toBeGreaterThan(drainMs);
  // When that is over, the process is killed.
  expect(durationMs).toBeLessThan(stopMs);
});
