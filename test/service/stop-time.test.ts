import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { readConfig } from '../../src/config.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';

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
