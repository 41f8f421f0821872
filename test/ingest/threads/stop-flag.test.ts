import { getEventListeners } from 'node:events';

import { expect, test } from 'vitest';

import { stopFlag } from '../../../src/ingest/threads/stop-flag.ts';

test('stopFlag is raised when the signal aborts, and before where it has', () => {
  const stopping = new AbortController();
  const { stop } = stopFlag(stopping.signal);
  expect(stop[0]).toBe(0);
  stopping.abort();
  expect(stop[0]).toBe(1);
  expect(stopFlag(stopping.signal).stop[0]).toBe(1);
  expect(stopFlag(undefined).stop[0]).toBe(0);
});

test('stopFlag leaves nothing at the signal when it is released', () => {
  const { signal } = new AbortController();
  const flags = [stopFlag(signal), stopFlag(signal)];
  expect(getEventListeners(signal, 'abort')).toHaveLength(2);
  for (const { release } of flags) release();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
