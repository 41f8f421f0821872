import type { LoadCounts } from './load-messages.ts';
import { slopePerHour } from './samples.ts';
import type { OpenKinds, Sample } from './samples.ts';

/** What a soak has found. */
export interface SoakResult {
  minutes: number;
  /** Most operations in a second, before. */
  mostPerSecond: number;
  drivenPerSecond: number;
  counts: LoadCounts;
  samples: readonly Sample[];
  promotions: number;
  ingest: { status: string; beganSeconds: number; endedSeconds: number };
  openBefore: OpenKinds;
  openAfter: OpenKinds;
  /** Builds that were opened and are not closed, but for the one that is served. */
  leasesLeft: number;
  subscriptionsLeft: number;
  peakMib: number;
  exitCode: number | null;
}

/** What memory may do. */
export interface SoakBounds {
  /** Of its growth after the warm-up. */
  mostMibPerHour: number;
  /** By which it may be larger at the end than before the ingest. */
  mostMibKept: number;
}

/** Share of the time that memory takes to become what it stays. */
const WARMUP_SHARE = 0.2;
/** For what an ingest has taken to go back. */
const SETTLE_SECONDS = 60;
/** Files, pipes and sockets that a runtime opens when it first needs them. */
const MOST_MORE_OPEN = 4;

/** Samples that tell how memory goes on: neither of the warm-up nor of the ingest. */
export function levelSamples({
  samples,
  minutes,
  ingest,
}: Pick<SoakResult, 'samples' | 'minutes' | 'ingest'>): Sample[] {
  const warm = samples.filter(({ atSeconds }) => atSeconds >= minutes * 60 * WARMUP_SHARE);
  return warm.filter(
    ({ atSeconds }) => atSeconds < ingest.beganSeconds || atSeconds > ingest.endedSeconds + SETTLE_SECONDS,
  );
}

export function memoryOf(result: SoakResult): { slope: number; heapSlope: number; first: number; last: number } {
  const level = levelSamples(result);
  const by = (of: (sample: Sample) => number) =>
    slopePerHour(level.map((sample) => ({ atSeconds: sample.atSeconds, value: of(sample) })));
  return {
    slope: by(({ residentMib }) => residentMib),
    heapSlope: by(({ heapMib }) => heapMib),
    first: level[0]?.residentMib ?? 0,
    last: level.at(-1)?.residentMib ?? 0,
  };
}

/** A sentence for each promise that is broken. */
export function brokenPromises(result: SoakResult, { mostMibPerHour, mostMibKept }: SoakBounds): string[] {
  const { counts, ingest, openBefore, openAfter } = result;
  const { slope, first, last } = memoryOf(result);
  const checks: [boolean, string][] = [
    [counts.failed === 0, `${counts.failed} requests failed: ${counts.failures.slice(0, 3).join(' | ')}`],
    [counts.answered > 0, 'no request was answered'],
    [result.promotions > 0, 'nothing was promoted'],
    [ingest.status === 'promoted', `the ingest in the serving process ended as ${ingest.status}`],
    [slope <= mostMibPerHour, `memory grows by ${slope.toFixed(0)} MiB in an hour`],
    [last - first <= mostMibKept, `memory is ${(last - first).toFixed(0)} MiB larger at the end than before`],
    [openAfter.otherBuilds === 0, `${openAfter.otherBuilds} files of other builds are open`],
    [openAfter.sockets <= openBefore.sockets + MOST_MORE_OPEN, `${openAfter.sockets} sockets are open`],
    [openAfter.rest <= openBefore.rest + MOST_MORE_OPEN, `${openAfter.rest} other files are open`],
    [result.leasesLeft === 0, `${result.leasesLeft} builds are leased by nobody`],
    [result.subscriptionsLeft === 0, `${result.subscriptionsLeft} subscriptions are left`],
    [result.exitCode === 0, `the server ended with ${result.exitCode}`],
  ];
  return checks.filter(([isKept]) => !isKept).map(([, sentence]) => sentence);
}

/** The report, as Markdown. */
export function soakReport(result: SoakResult, broken: readonly string[]): string {
  const { counts, ingest, openBefore, openAfter } = result;
  const { slope, heapSlope, first, last } = memoryOf(result);
  const rows: [string, string][] = [
    ['time', `${result.minutes} minutes`],
    ['load', `${result.drivenPerSecond.toFixed(0)}/s, of at most ${result.mostPerSecond.toFixed(0)}/s`],
    [
      'requests',
      `${counts.answered + counts.failed + counts.left}: ${counts.left} clients left, ${counts.failed} failed, ${counts.heldBack} held back`,
    ],
    [
      'latency',
      `p50 ${counts.p50Ms.toFixed(1)}, p99 ${counts.p99Ms.toFixed(0)}, worst ${counts.worstMs.toFixed(0)} ms`,
    ],
    ['subscriptions', `${counts.subscriptions}, with ${counts.events} events; ${result.subscriptionsLeft} left`],
    ['promotions', `${result.promotions}`],
    ['ingest', `${ingest.status}, from ${ingest.beganSeconds.toFixed(0)} s to ${ingest.endedSeconds.toFixed(0)} s`],
    ['resident memory', `${first.toFixed(0)} MiB, then ${last.toFixed(0)} MiB; peak ${result.peakMib.toFixed(0)} MiB`],
    ['its slope after the warm-up', `${slope.toFixed(1)} MiB/hour; heap ${heapSlope.toFixed(1)} MiB/hour`],
    ['threads', `${Math.max(...result.samples.map(({ threads }) => threads))} at most`],
    ['open before', open(openBefore)],
    ['open after', open(openAfter)],
    ['leases left', `${result.leasesLeft}`],
    ['exit code', `${result.exitCode}`],
  ];
  const table = rows.map(([name, value]) => `| ${name} | ${value} |`);
  const end = broken.length === 0 ? ['Every promise was kept.'] : broken.map((sentence) => `Broken: ${sentence}.`);
  return ['| soak | |', '| --- | --- |', ...table, '', ...end, ''].join('\n');
}

function open({ sockets, served, otherBuilds, rest }: OpenKinds): string {
  return `${sockets} sockets, ${served} files of the served build, ${otherBuilds} of other builds, ${rest} others`;
}
