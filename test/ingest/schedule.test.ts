import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { scheduleNightly } from '../../src/ingest/schedule.ts';
import type { Schedule } from '../../src/ingest/schedule.ts';
import { createLogger } from '../../src/process/logger.ts';

const DAY_MS = 86_400_000;

let lines: Record<string, unknown>[];
let schedules: Schedule[];

beforeEach(() => {
  vi.useFakeTimers();
  // Not the hour in which a run of the night before would be caught up.
  vi.setSystemTime(new Date('2026-11-21T00:00:00Z'));
  lines = [];
  schedules = [];
});

afterEach(async () => {
  await Promise.all(schedules.map((schedule) => schedule.stop()));
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function start(
  job: () => Promise<void>,
  {
    time = '22:00',
    timeZone = 'UTC',
    last,
    isNightly = false,
  }: { time?: string; timeZone?: string; last?: string; isNightly?: boolean } = {},
): Schedule {
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const lastRun = () => Promise.resolve(last === undefined ? undefined : { at: new Date(last), isNightly });
  const schedule = scheduleNightly(() => ({ time, timeZone }), { job, lastRun, now: () => new Date(), log });
  schedules.push(schedule);
  return schedule;
}

test('nextRun is not in the night of a nightly run that was begun otherwise, as the first one of a service is', () => {
  const schedule = start(() => Promise.resolve(), { time: '22:00' });
  vi.setSystemTime(new Date('2026-11-21T21:10:00Z'));
  expect(schedule.nextRun()?.toISOString()).toBe('2026-11-21T22:00:00.000Z');
  const first = new Date('2026-11-21T21:00:00Z');
  expect(schedule.nextRun(first)?.toISOString()).toBe('2026-11-22T22:00:00.000Z');
  expect(schedule.nextRun(new Date('2026-11-20T22:00:00Z'))?.toISOString()).toBe('2026-11-21T22:00:00.000Z');
});

test.each([
  ['22:00', 'Asia/Kolkata', '2026-11-21T10:00:00Z', '2026-11-21T16:30:00.000Z'],
  ['22:00', 'Asia/Kolkata', '2026-11-21T17:00:00Z', '2026-11-22T16:30:00.000Z'],
  ['7:05', 'UTC', '2026-12-31T08:00:00Z', '2027-01-01T07:05:00.000Z'],
  ['00:00', 'America/New_York', '2026-07-04T12:00:00Z', '2026-07-05T04:00:00.000Z'],
  ['03:30', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:30:00.000Z'],
  ['03:30', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-25T02:30:00.000Z'],
])('scheduleNightly runs next at %s in %s', (time, timeZone, now, next) => {
  vi.setSystemTime(new Date(now));
  const schedule = start(() => Promise.resolve(), { time, timeZone });
  expect(schedule.nextRun()?.toISOString()).toBe(next);
  expect(lines).toMatchObject([{ event: 'scheduler started', updateTime: time, timeZone, nextRun: next }]);
});

test('scheduleNightly runs once on the day on which its time is skipped, and once on that where it comes twice', async () => {
  let runs = 0;
  vi.setSystemTime(new Date('2026-03-28T12:00:00Z'));
  const job = (): Promise<void> => {
    runs += 1;
    return Promise.resolve();
  };
  const spring = start(job, { time: '02:30', timeZone: 'Europe/Berlin' });
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect(runs).toBe(1);
  await spring.stop();
  vi.setSystemTime(new Date('2026-10-24T12:00:00Z'));
  start(job, { time: '02:30', timeZone: 'Europe/Berlin' });
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect(runs).toBe(2);
});

test('scheduleNightly runs the job every night', async () => {
  vi.setSystemTime(new Date('2026-11-21T00:00:00Z'));
  const runs: string[] = [];
  start(() => {
    runs.push(new Date().toISOString());
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(3 * DAY_MS);
  expect(runs).toEqual(['2026-11-21T22:00:00.000Z', '2026-11-22T22:00:00.000Z', '2026-11-23T22:00:00.000Z']);
});

test('scheduleNightly runs once a night while its time moves by minutes, and at the new time the next night', async () => {
  let time = '13:00';
  const runs: string[] = [];
  const log = createLogger({ level: 'silent', pretty: false });
  const job = (): Promise<void> => {
    runs.push(new Date().toISOString());
    time = runs.length === 1 ? '13:04' : '12:50';
    return Promise.resolve();
  };
  const schedule = scheduleNightly(() => ({ time, timeZone: 'UTC' }), {
    job,
    lastRun: never,
    now: () => new Date(),
    log,
  });
  schedules.push(schedule);
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect([runs, schedule.nextRun()]).toEqual([['2026-11-21T13:00:00.000Z'], new Date('2026-11-22T13:04:00Z')]);
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(runs).toEqual(['2026-11-21T13:00:00.000Z', '2026-11-22T13:04:00.000Z', '2026-11-23T12:50:00.000Z']);
});

test('scheduleNightly tries a run again that another process is in the way of, once a minute and for an hour', async () => {
  const runs: string[] = [];
  let isBusy = true;
  const log = createLogger({ level: 'silent', pretty: false });
  const job = (): Promise<string> => {
    runs.push(new Date().toISOString());
    return Promise.resolve(isBusy ? 'busy' : 'promoted');
  };
  schedules.push(
    scheduleNightly(() => ({ time: '22:00', timeZone: 'UTC' }), { job, lastRun: never, now: () => new Date(), log }),
  );
  await vi.advanceTimersByTimeAsync(DAY_MS - 2 * 3_600_000 + 150_000);
  expect(runs).toEqual(['2026-11-21T22:00:00.000Z', '2026-11-21T22:01:00.000Z', '2026-11-21T22:02:00.000Z']);
  await vi.advanceTimersByTimeAsync(DAY_MS / 2);
  expect(runs).toHaveLength(60);
  isBusy = false;
  await vi.advanceTimersByTimeAsync(DAY_MS / 2);
  expect(runs.slice(60)).toEqual(['2026-11-22T22:00:00.000Z']);
});

test('scheduleNightly logs a job that rejects or throws and runs it the next night', async () => {
  let runs = 0;
  start(() => {
    runs += 1;
    if (runs === 1) return Promise.reject(new Error('refused'));
    throw new Error('thrown');
  });
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(runs).toBe(2);
  expect(lines.filter(({ event }) => event === 'scheduled ingest error')).toMatchObject([
    { err: { message: 'refused' } },
    { err: { message: 'thrown' } },
  ]);
});

function fail(): never {
  throw new Error('ENOSPC');
}

function never(): Promise<undefined> {
  return Promise.resolve(undefined);
}

test('scheduleNightly runs the next night also where the log of a bad one cannot be written', async () => {
  let runs = 0;
  const log = createLogger({ level: 'error', pretty: false, destination: { write: fail } });
  const job = (): Promise<void> => {
    runs += 1;
    return Promise.reject(new Error('refused'));
  };
  schedules.push(
    scheduleNightly(() => ({ time: '22:00', timeZone: 'UTC' }), { job, lastRun: never, now: () => new Date(), log }),
  );
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect(runs).toBe(2);
});

test('scheduleNightly does not begin a job that is still running', async () => {
  const long = Promise.withResolvers<void>();
  let runs = 0;
  start(() => {
    runs += 1;
    return runs === 1 ? long.promise : Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(3 * DAY_MS);
  expect(runs).toBe(1);
  long.resolve();
  await vi.advanceTimersByTimeAsync(DAY_MS);
  expect(runs).toBeGreaterThan(1);
});

test('stop waits for a running job and begins no other', async () => {
  const long = Promise.withResolvers<void>();
  let runs = 0;
  const schedule = start(() => {
    runs += 1;
    return long.promise;
  });
  await vi.advanceTimersByTimeAsync(DAY_MS);
  const events: string[] = [];
  const stopping = (async () => {
    await schedule.stop();
    events.push('stopped');
  })();
  await vi.advanceTimersByTimeAsync(2 * DAY_MS);
  expect([events, runs, schedule.nextRun()]).toEqual([[], 1, null]);
  long.reject(new Error('late'));
  await stopping;
  expect(events).toEqual(['stopped']);
});

test.each([
  ['59 minutes late', '2026-11-21T22:59:00Z', undefined, 1],
  ['61 minutes late', '2026-11-21T23:01:00Z', undefined, 0],
  ['late, but run by another process', '2026-11-21T22:30:00Z', '2026-11-21T22:00:01Z', 0],
  ['late, and last run the night before', '2026-11-21T22:30:00Z', '2026-11-20T22:00:00Z', 1],
  ['late, and last run by a person before', '2026-11-21T22:30:00Z', '2026-11-21T21:58:00Z', 1],
  ['late, and last run by a schedule at an earlier time', '2026-11-21T22:30:00Z', '2026-11-21T21:58:00Z', 0, true],
])('scheduleNightly started %s catches up: %s', async (_what, now, last, expected, isNightly = false) => {
  vi.setSystemTime(new Date(now));
  let runs = 0;
  const job = (): Promise<void> => {
    runs += 1;
    return Promise.resolve();
  };
  start(job, last === undefined ? {} : { last, isNightly });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs).toBe(expected);
});

test('scheduleNightly catches up once after the machine slept', async () => {
  vi.setSystemTime(new Date('2026-11-21T21:00:00Z'));
  let runs = 0;
  start(() => {
    runs += 1;
    return Promise.resolve();
  });
  await vi.advanceTimersByTimeAsync(60_000);
  vi.setSystemTime(new Date('2026-11-21T22:40:00Z'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(runs).toBe(1);
});
