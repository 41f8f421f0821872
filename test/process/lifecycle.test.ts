import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

import type { Lifecycle } from '../../src/process/lifecycle.ts';
import { createLifecycle } from '../../src/process/lifecycle.ts';
import { createLogger } from '../../src/process/logger.ts';

interface Harness {
  lifecycle: Lifecycle;
  signals: EventEmitter;
  calls: string[];
  lines: Record<string, unknown>[];
}

function harness(deadlineMs = 10_000): Harness {
  const signals = new EventEmitter();
  const calls: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const lifecycle = createLifecycle({
    log,
    deadlineMs,
    signals,
    exit: (code) => void calls.push(`exit ${code}`),
    kill: (code) => void calls.push(`kill ${code}`),
  });
  return { lifecycle, signals, calls, lines };
}

test('stop releases the last first, one after the other', async () => {
  const { lifecycle, calls } = harness();
  lifecycle.onStop('first', () => calls.push('first'));
  lifecycle.onStop('second', async () => {
    await sleep(5);
    calls.push('second');
  });
  expect(await lifecycle.stop('test')).toEqual({ failed: [] });
  expect(calls).toEqual(['second', 'first']);
});

test('stop is memoised', async () => {
  const { lifecycle, calls } = harness();
  lifecycle.onStop('one', () => calls.push('one'));
  const stopped = lifecycle.stop('test');
  expect(lifecycle.stop('again')).toBe(stopped);
  await stopped;
  expect(calls).toEqual(['one']);
});

test('stop logs a releaser that fails and calls the others', async () => {
  const { lifecycle, calls, lines } = harness();
  lifecycle.onStop('one', () => calls.push('one'));
  lifecycle.onStop('two', () => Promise.reject(new Error('no')));
  lifecycle.onStop('three', () => {
    throw new Error('never');
  });
  expect(await lifecycle.stop('test')).toEqual({ failed: ['three', 'two'] });
  expect(calls).toEqual(['one']);
  expect(lines.filter(({ event }) => event === 'release failed')).toMatchObject([
    { releaser: 'three', err: { message: 'never' } },
    { releaser: 'two', err: { message: 'no' } },
  ]);
});

test('onStop releases at once what is acquired during or after the stop', async () => {
  const { lifecycle, calls } = harness();
  lifecycle.onStop('one', () => lifecycle.onStop('late', () => calls.push('late')));
  await lifecycle.stop('test');
  lifecycle.onStop('later', () => calls.push('later'));
  expect(calls).toEqual(['late', 'later']);
});

test('install stops and exits at the first signal, and ends at once at the second', async () => {
  const { lifecycle, signals, calls } = harness();
  const hanging = Promise.withResolvers<void>();
  lifecycle.onStop('slow', () => hanging.promise);
  lifecycle.install();
  signals.emit('SIGTERM', 'SIGTERM');
  expect(calls).toEqual([]);
  signals.emit('SIGINT', 'SIGINT');
  expect(calls).toEqual(['kill 130']);
  hanging.resolve();
  await expect.poll(() => calls).toEqual(['kill 130', 'exit 0']);
});

test('install takes one signal that comes twice at once for one', async () => {
  const { lifecycle, signals, calls } = harness();
  const hanging = Promise.withResolvers<void>();
  lifecycle.onStop('slow', () => hanging.promise);
  lifecycle.install();
  signals.emit('SIGINT', 'SIGINT');
  signals.emit('SIGINT', 'SIGINT');
  expect(calls).toEqual([]);
  hanging.resolve();
  await expect.poll(() => calls).toEqual(['exit 0']);
});

test('install exits with 1 after a releaser that failed', async () => {
  const { lifecycle, signals, calls } = harness();
  lifecycle.onStop('bad', () => Promise.reject(new Error('no')));
  lifecycle.install();
  signals.emit('SIGINT', 'SIGINT');
  await expect.poll(() => calls).toEqual(['exit 1']);
});

test('uninstall leaves the signals alone', () => {
  const { lifecycle, signals } = harness();
  lifecycle.install();
  lifecycle.uninstall();
  expect(signals.eventNames()).toEqual([]);
});

test('stop ends the process past the deadline and names what hangs', async () => {
  const { lifecycle, calls, lines } = harness(10);
  const hanging = Promise.withResolvers<void>();
  lifecycle.onStop('stuck', () => hanging.promise);
  const stopped = lifecycle.stop('test');
  await expect.poll(() => calls).toEqual(['kill 1']);
  expect(lines).toContainEqual(expect.objectContaining({ event: 'stop deadline passed', releaser: 'stuck' }));
  hanging.resolve();
  await stopped;
});
