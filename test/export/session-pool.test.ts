import { setImmediate as turn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createPool } from '../../src/export/load/session-pool.ts';

test('a session that is still being opened when another fails does no work and is closed', async () => {
  const events: string[] = [];
  const second = Promise.withResolvers<void>();
  let opened = 0;
  const pool = createPool({
    async open() {
      opened += 1;
      const name = `session ${opened}`;
      if (opened === 2) await second.promise;
      events.push(`${name} opened`);
      return {
        async close() {
          events.push(`${name} closed`);
        },
      };
    },
    most: 2,
    signal: new AbortController().signal,
  });
  const failing = pool.use(async () => {
    throw new Error('the disk is full');
  });
  const waiting = pool.use(async () => void events.push('worked'));
  const outcomes = Promise.allSettled([failing, waiting]);
  await expect(failing).rejects.toThrow('the disk is full');
  const closing = pool.close().then(() => events.push('pool closed'));
  await turn();
  second.resolve();
  await closing;
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(events).toEqual([
    'session 1 opened',
    'session 2 opened',
    'session 1 closed',
    'session 2 closed',
    'pool closed',
  ]);
});
