import { expect, test } from 'vitest';

import { newFolder } from '../support/folders.ts';
import { runSoak } from './run-soak.ts';
import { slopePerHour } from './samples.ts';
import type { Sample } from './samples.ts';
import { brokenPromises, memoryOf, soakReport } from './soak-report.ts';
import type { SoakResult } from './soak-report.ts';

/** In so short a time memory has no slope. */
const BOUNDS = { mostMibPerHour: Infinity, mostMibKept: 600 };

/** `npm run soak` does this for half an hour, and looks at the slope of memory. */
test(
  'a server under load, with promotions and an ingest, fails no request and keeps nothing',
  { timeout: 300_000 },
  async () => {
    const said: string[] = [];
    const result = await runSoak({
      dataFolder: newFolder('soak'),
      scale: 0.0005,
      minutes: 0.15,
      measureSeconds: 1,
      // Others work on the same cores.
      share: 0.3,
      promoteEverySeconds: 2,
      sampleEverySeconds: 1,
      say: (line) => said.push(line),
    });
    expect(brokenPromises(result, BOUNDS), said.join('\n')).toEqual([]);
    expect(result.samples.length).toBeGreaterThan(3);
    expect(result.counts.events).toBeGreaterThan(0);
    expect(soakReport(result, [])).toContain('| leases left | 0 |');
  },
);

const OPEN = { sockets: 10, served: 18, otherBuilds: 0, rest: 25 };

function resultOf(residentMib: (atSeconds: number) => number, rest: Partial<SoakResult> = {}): SoakResult {
  const samples = Array.from({ length: 180 }, (_, at): Sample => {
    const atSeconds = 10 * at;
    return {
      atSeconds,
      residentMib: residentMib(atSeconds),
      heapMib: 90,
      threads: 20,
      open: OPEN,
      buildId: null,
      ingesting: false,
    };
  });
  const latencies = { p50Ms: 1, p99Ms: 2, worstMs: 3 };
  return {
    minutes: 30,
    mostPerSecond: 1000,
    drivenPerSecond: 800,
    counts: {
      answered: 1000,
      left: 10,
      failed: 0,
      failures: [],
      heldBack: 0,
      subscriptions: 9,
      events: 9,
      ...latencies,
    },
    samples,
    promotions: 9,
    ingest: { status: 'promoted', beganSeconds: 700, endedSeconds: 800 },
    openBefore: OPEN,
    openAfter: OPEN,
    leasesLeft: 0,
    subscriptionsLeft: 0,
    peakMib: 900,
    exitCode: 0,
    ...rest,
  };
}

/** Memory that rises while it gets warm, and during the ingest, and falls again. */
function riseAndFall(atSeconds: number): number {
  if (atSeconds < 300) return atSeconds;
  return atSeconds >= 700 && atSeconds <= 830 ? 900 : 400;
}

function level(): number {
  return 400;
}

const STRICT = { mostMibPerHour: 60, mostMibKept: 100 };

test('slopePerHour is that of the line through the points', () => {
  const points = [0, 1, 2, 3].map((at) => ({ atSeconds: 600 * at, value: 400 + 10 * at + (at % 3 === 0 ? 1 : -1) }));
  expect(slopePerHour(points)).toBeCloseTo(60);
});

test('brokenPromises leaves out the warm-up and the ingest, and finds what grows', () => {
  expect([memoryOf(resultOf(riseAndFall)).slope, brokenPromises(resultOf(riseAndFall), STRICT)]).toEqual([0, []]);
  const grows = resultOf((atSeconds) => 400 + atSeconds / 20);
  expect(brokenPromises(grows, STRICT)).toEqual(['memory grows by 180 MiB in an hour']);
  const stays = resultOf((atSeconds) => (atSeconds < 700 ? 400 : 520));
  expect(brokenPromises(stays, STRICT).join()).toContain('memory is 120 MiB larger at the end than before');
});

test('brokenPromises names each promise that is broken', () => {
  const counts = { ...resultOf(level).counts, failed: 2, failures: ['HTTP 503: busy'] };
  const broken = resultOf(level, {
    counts,
    promotions: 0,
    ingest: { status: 'failed', beganSeconds: 700, endedSeconds: 800 },
    openAfter: { sockets: 90, served: 18, otherBuilds: 2, rest: 70 },
    leasesLeft: 1,
    subscriptionsLeft: 3,
    exitCode: 1,
  });
  expect(brokenPromises(broken, STRICT)).toEqual([
    '2 requests failed: HTTP 503: busy',
    'nothing was promoted',
    'the ingest in the serving process ended as failed',
    '2 files of other builds are open',
    '90 sockets are open',
    '70 other files are open',
    '1 builds are leased by nobody',
    '3 subscriptions are left',
    'the server ended with 1',
  ]);
});
