import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { scheduleNightly } from '../../../src/ingest/schedule.ts';
import { runTimeOf } from '../../../src/ingest/update-time/run-time.ts';
import { readLearnedTime, recordUpdateTimes } from '../../../src/ingest/update-time/update-times.ts';
import { newFolder } from '../../support/folders.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { randomFrom } from './random.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-01-01T00:00:00Z');
const SETTINGS = { auto: true, time: '22:00', timeZone: 'Asia/Kolkata' };

/** IMDb for a year: when each file is published on a day, in hours after midnight; undefined for a day without it. */
type Imdb = (day: number, file: number) => number | undefined;

interface Run {
  at: number;
  /** Time since the last publication of the file that was published last. */
  ageMs: number;
  /** Whether no publication of the last day is still to come: the files are all of the same day. */
  isWhole: boolean;
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** A year of the real schedule over the real record of times; only the clock and IMDb are made up. */
async function year(imdb: Imdb, days = 365): Promise<Run[]> {
  const meta = newFolder();
  const runs: Run[] = [];
  let learned = await readLearnedTime(meta);
  const published = (file: number): number[] =>
    Array.from({ length: days + 2 }, (_, day) => [day, imdb(day - 1, file)] as const).flatMap(([day, hours]) =>
      hours === undefined ? [] : [FIRST + (day - 1) * DAY_MS + Math.floor(hours * HOUR_MS)],
    );
  const times = SOURCES.map((_, file) => published(file));
  const lastOf = (file: number): number => times[file]?.findLast((time) => time <= Date.now()) ?? 0;
  vi.setSystemTime(FIRST + 12 * HOUR_MS);
  const ran: { done: () => void } = { done: () => undefined };
  const schedule = scheduleNightly(() => runTimeOf(SETTINGS, learned), {
    async job() {
      const files = SOURCES.map(({ name }, file) => ({ name, lastModified: new Date(lastOf(file)).toUTCString() }));
      const stamps = SOURCES.map((_, file) => lastOf(file));
      runs.push({
        at: Date.now(),
        ageMs: Date.now() - Math.max(...stamps),
        isWhole: Math.max(...stamps) - Math.min(...stamps) < 12 * HOUR_MS,
      });
      await recordUpdateTimes(meta, { files, startedAt: new Date() });
      learned = await readLearnedTime(meta);
      ran.done();
    },
    lastRun: () => Promise.resolve(undefined),
    now: () => new Date(),
    log: SILENT_LOG,
  });
  while (Date.now() < FIRST + days * DAY_MS) {
    const done = new Promise<void>((resolve) => {
      ran.done = resolve;
    });
    vi.setSystemTime(schedule.nextRun()?.getTime() ?? Infinity);
    await vi.advanceTimersByTimeAsync(15_000);
    await done;
  }
  await schedule.stop();
  return runs;
}

function gaps(runs: readonly Run[]): number[] {
  return runs.slice(1).map(({ at }, before) => at - (runs[before]?.at ?? 0));
}

/** Around an hour of the day that may change, each file some minutes after the one before, up to ten minutes later. */
function steady(hourOn: (day: number) => number, seed: number): Imdb {
  const random = randomFrom(seed);
  return (day, file) => hourOn(day) + (file * 3 + random() * 10) / 60;
}

test.each([0.1, 12.3, 23.8])('a year of publications at %d UTC is followed an hour behind', async (hour) => {
  const runs = await year(steady(() => hour, Math.floor(hour * 10)));
  expect(runs.length).toBeGreaterThanOrEqual(363);
  const settled = runs.slice(6);
  expect(settled.filter(({ isWhole }) => !isWhole)).toEqual([]);
  expect(settled.filter(({ ageMs }) => ageMs < 40 * MINUTE_MS || ageMs > 80 * MINUTE_MS)).toEqual([]);
  for (const gap of gaps(settled)) expect(Math.abs(gap - DAY_MS)).toBeLessThan(30 * MINUTE_MS);
});

test('the changes to summer time and back at the publisher cost less than a week each', async () => {
  const runs = await year(steady((day) => (day >= 66 && day < 304 ? 16 : 17), 7));
  const late = runs.slice(6).filter(({ ageMs }) => ageMs > 80 * MINUTE_MS);
  // In spring the files come an hour earlier and are found two hours old; in autumn they are found the day after.
  expect(late.length).toBeLessThanOrEqual(12);
  expect(late.every(({ at }) => inWeekAfter(at, 66) || inWeekAfter(at, 304))).toBe(true);
});

function inWeekAfter(at: number, day: number): boolean {
  const days = (at - FIRST) / DAY_MS - day;
  return days >= 0 && days < 8;
}

test.each([1, 2, 3, 4, 5])('any jump of the publisher is followed within nine nights, seed %i', async (seed) => {
  const random = randomFrom(seed);
  const [before, after] = [random() * 24, random() * 24];
  const runs = await year(
    steady((day) => (day < 60 ? before : after), seed),
    120,
  );
  for (const gap of gaps(runs.slice(6))) {
    // A jump to later in the day is followed by a second run on that day, which finds what is new.
    expect(gap).toBeGreaterThanOrEqual(2 * HOUR_MS);
    expect(gap).toBeLessThanOrEqual(48 * HOUR_MS);
  }
  const settled = runs.filter(({ at }) => at > FIRST + 70 * DAY_MS);
  expect(settled.filter(({ ageMs }) => ageMs > 80 * MINUTE_MS)).toEqual([]);
});

test.each([11, 12, 13])('nights that are late or left out are no reason to move, seed %i', async (seed) => {
  const random = randomFrom(seed);
  const fate = Array.from({ length: 400 }, () => random());
  const minutes = steady(() => 12, seed);
  const runs = await year((day, file) => {
    const lot = fate[day + 1] ?? 1;
    if (lot < 0.04) return undefined;
    const hours = minutes(day, file) ?? 0;
    return lot < 0.08 ? hours + 5 : hours;
  });
  // While few nights are known, two that are late are many.
  const hours = runs.slice(12).map(({ at }) => ((at - FIRST) % DAY_MS) / HOUR_MS);
  expect(hours.filter((hour) => hour < 13 || hour > 13.7)).toEqual([]);
});
