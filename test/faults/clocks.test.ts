import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { pruneBuilds } from '../../src/ingest/promote/prune.ts';
import { nextRunAfter, scheduleNightly } from '../../src/ingest/schedule.ts';
import { listBuildIds } from '../../src/storage/files/list-folder.ts';
import { ingestInto, SILENT_LOG } from '../support/ingest.ts';
import { openHouse } from './house.ts';
import { ALL, sample, TIMEOUT_MS } from './how-many.ts';
import { tally } from './tally.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Zones that skip an hour, half an hour, the hour after midnight or none, north and south. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Auckland',
  'Asia/Kolkata',
];
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '03:00', '23:59'];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A schedule whose runs are counted; `last` is what is on record. */
function counted(time: string, timeZone: string) {
  const runs: Date[] = [];
  const schedule = scheduleNightly(() => ({ time, timeZone }), {
    job() {
      runs.push(new Date());
      return Promise.resolve();
    },
    lastRun: () => Promise.resolve(runs.length === 0 ? undefined : { at: runs.at(-1) as Date, isNightly: true }),
    now: () => new Date(),
    log: SILENT_LOG,
  });
  return { runs, schedule };
}

/** A clock that is ahead, or behind. */
function clock(aheadMs: number): () => Date {
  return () => new Date(Date.now() + aheadMs);
}

function dayIn(timeZone: string, time: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}

test('scheduleNightly runs once on each day of a year in zones that skip and repeat hours', async (context) => {
  const pairs = ZONES.flatMap((zone) => TIMES.map((time) => ({ zone, time })));
  for (const { zone, time } of sample(pairs, 4)) {
    vi.setSystemTime(new Date('2026-01-01T12:00:00Z'));
    const days = new Map<string, number>();
    let now = new Date();
    for (let run = 0; run < 365; run += 1) {
      const next = nextRunAfter(now, { at: { time, timeZone: zone }, lastNightly: run === 0 ? undefined : now });
      now = next ?? now;
      const day = dayIn(zone, now);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    expect([zone, time, [...days.values()].filter((count) => count !== 1)]).toEqual([zone, time, []]);
    expect([zone, time, days.size]).toEqual([zone, time, 365]);
    tally(context, 'years of nights in a time zone');
  }
});

test.for([
  ['an hour ahead, and back', HOUR_MS],
  ['three days ahead, and back', 3 * DAY_MS],
  ['ten years ahead, and back', 3650 * DAY_MS],
  ['an hour back, and ahead', -HOUR_MS],
  ['a day back, and ahead', -DAY_MS],
  ['to 1970, and ahead', -Date.parse('2026-11-21T00:00:00Z')],
] as const)(
  'scheduleNightly runs every night after a clock that jumps %s',
  { timeout: TIMEOUT_MS },
  async ([, jumpMs], context) => {
    vi.setSystemTime(new Date('2026-11-21T12:00:00Z'));
    const { runs, schedule } = counted('22:00', 'UTC');
    await vi.advanceTimersByTimeAsync(DAY_MS / 2);
    expect(runs).toHaveLength(1);
    vi.setSystemTime(new Date(Date.now() + jumpMs));
    await vi.advanceTimersByTimeAsync(DAY_MS);
    vi.setSystemTime(new Date('2026-11-23T12:00:00Z'));
    expect(schedule.nextRun()).toEqual(new Date('2026-11-23T22:00:00Z'));
    const before = runs.length;
    await vi.advanceTimersByTimeAsync(2 * DAY_MS);
    expect(runs.slice(before)).toEqual([new Date('2026-11-23T22:00:00Z'), new Date('2026-11-24T22:00:00Z')]);
    await schedule.stop();
    tally(context, 'clock that jumps');
  },
);

test(
  'ingests under a clock that jumps promote later versions, and none of their builds stays for good',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    vi.useRealTimers();
    const house = await openHouse();
    const { folders, origin } = house;
    try {
      for (const jumpMs of ALL ? [3650 * DAY_MS, -3650 * DAY_MS, DAY_MS, -DAY_MS] : [3650 * DAY_MS]) {
        await origin.nextNight();
        expect(await ingestInto(folders, { from: origin.url, now: clock(jumpMs) })).toMatchObject({
          status: 'promoted',
        });
        await house.expectUnharmed();
        await house.expectRecovery();
        tally(context, 'clock that jumps');
      }
      // With a grace, each build is judged by when it was replaced: the first one ten years from now.
      for (const now of [clock(3650 * DAY_MS), clock(0), clock(0)]) {
        await origin.nextNight();
        await ingestInto(folders, { from: origin.url, now, keepBuilds: 1, pruneGraceMs: HOUR_MS });
      }
      const options = { keepBuilds: 1, graceMs: HOUR_MS, now: clock(DAY_MS), log: SILENT_LOG, inUse: () => false };
      await pruneBuilds(folders, options);
      expect(await listBuildIds(folders)).toHaveLength(1);
    } finally {
      await origin.close();
    }
  },
);
