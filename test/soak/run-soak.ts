import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { foldersIn } from '../../src/dataset/builds/paths.ts';
import { startTarget } from '../attack/target.ts';
import type { Target } from '../attack/target.ts';
import { peakMemoryOf } from '../bench/processes/process-usage.ts';
import { administer, ADMINISTERED } from '../support/administrator.ts';
import type { LoadOrder, LoadReport } from './load-messages.ts';
import { openKindsOf, threadsOf } from './samples.ts';
import type { OpenKinds, Sample } from './samples.ts';
import { createSoakClient } from './soak-client.ts';
import { makeSoakData } from './soak-data.ts';
import type { SoakResult } from './soak-report.ts';

export interface SoakOptions {
  dataFolder: string;
  scale: number;
  minutes: number;
  /** For the most that the server does. */
  measureSeconds: number;
  /** Share of that most which is driven. */
  share: number;
  promoteEverySeconds: number;
  sampleEverySeconds: number;
  /** Told of each sample and step. */
  say: (line: string) => void;
}

const LOAD = fileURLToPath(new URL('soak-load.ts', import.meta.url));
const MARQUEE = fileURLToPath(new URL('../../src/marquee.mjs', import.meta.url));
const MIB = 1 << 20;
const CLIENTS = 16;
/** More than the load holds, and few enough to be counted by taking them all. */
const MOST_SUBSCRIPTIONS = 20;
/** Where the ingest begins, as a share of the time. */
const INGEST_AT = 0.4;
const SETTLE_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

interface Health {
  buildId: string | null;
  ingesting: boolean;
  lastRun: { status: string; startedAt: string } | null;
}

/** A server over two builds under a steady load, with promotions and an ingest, and what is left of it at the end. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const { dataFolder, minutes, share, measureSeconds, say } = options;
  const { builds, nextNight } = await makeSoakData(foldersIn(dataFolder), options.scale);
  say(`builds ${builds.join(' and ')} are made`);
  const server = await startTarget(dataFolder, {
    ...ADMINISTERED,
    IMDB_BASE_URL: nextNight,
    KEEP_BUILDS: '4',
    VERSION_POLL_INTERVAL: '1',
    MAX_SUBSCRIPTIONS: String(MOST_SUBSCRIPTIONS),
    MAX_SUBSCRIPTIONS_PER_CLIENT: String(MOST_SUBSCRIPTIONS),
  });
  let isStopped = false;
  const load = fork(LOAD, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    const most = await order(
      load,
      { do: 'measure', url: server.url, clients: CLIENTS, warmupSeconds: measureSeconds / 4, seconds: measureSeconds },
      'measure',
    );
    if (most.counts.failed > 0)
      throw new Error(`requests failed in the measurement: ${most.counts.failures.join(' | ')}`);
    const drivenPerSecond = most.perSecond * share;
    say(`at most ${most.perSecond.toFixed(0)}/s; ${drivenPerSecond.toFixed(0)}/s are driven`);
    const openBefore = await settled(server, await servedBy(server), undefined);
    const driven = order(load, { do: 'drive', url: server.url, perSecond: drivenPerSecond }, 'drive');
    const seen = await watch(server, { ...options, builds });
    load.send({ do: 'stop' } satisfies LoadOrder);
    const { counts } = await driven;
    // A lease that was lost would hold the build that is retired now.
    const before = await servedBy(server);
    const last = builds.find((build) => build !== before) ?? '';
    await promote(dataFolder, last);
    await becomes(async () => (await servedBy(server)) === last, 'the last promotion is not seen');
    const openAfter = await settled(server, last, openBefore);
    const [opened = 0, closed = 0] = ['build opened', 'build closed'].map((event) => server.count?.(event));
    const subscriptionsLeft = await countSubscriptionsLeft(server.url);
    const peakMib = peakMemoryOf(server.pid ?? 0) / MIB;
    const end = await server.stop?.();
    isStopped = true;
    return {
      ...seen,
      minutes,
      mostPerSecond: most.perSecond,
      drivenPerSecond,
      counts,
      openBefore,
      openAfter,
      leasesLeft: opened - 1 - closed,
      subscriptionsLeft,
      peakMib,
      exitCode: end?.code ?? null,
    };
  } finally {
    load.kill('SIGKILL');
    if (!isStopped && server.pid !== undefined) process.kill(server.pid, 'SIGKILL');
  }
}

async function order<D extends LoadReport['done']>(
  load: ChildProcess,
  what: LoadOrder,
  done: D,
): Promise<Extract<LoadReport, { done: D }>> {
  const ended = once(load, 'exit').then(() => Promise.reject(new Error('the process of the load has ended')));
  const reported = once(load, 'message');
  load.send(what);
  const [report] = (await Promise.race([reported, ended])) as [LoadReport];
  if (report.done !== done) throw new Error(`the load answered ${report.done} to ${done}`);
  return report as Extract<LoadReport, { done: D }>;
}

/** Samples, promotes and ingests until the time is over. */
async function watch(
  server: Target,
  options: SoakOptions & { builds: readonly string[] },
): Promise<Pick<SoakResult, 'samples' | 'promotions' | 'ingest'>> {
  const { builds, dataFolder, minutes, promoteEverySeconds, sampleEverySeconds, say } = options;
  const samples: Sample[] = [];
  const ingest = { status: 'not begun', beganSeconds: Infinity, endedSeconds: -Infinity };
  const startedAt = performance.now();
  const since = (): number => (performance.now() - startedAt) / 1000;
  let [promotions, nextPromotion, nextSample] = [0, promoteEverySeconds, 0];
  const promoting: { isRunning: boolean; failure?: unknown } = { isRunning: false };
  // Two take the lock of the ingest after each other, and not at once.
  while (since() < minutes * 60 || ingest.endedSeconds < 0 || promoting.isRunning) {
    if (since() >= nextSample) {
      nextSample = since() + sampleEverySeconds;
      const sample = await takeSample(server, since());
      samples.push(sample);
      say(JSON.stringify(sample));
    }
    if (ingest.status === 'not begun' && !promoting.isRunning && since() >= minutes * 60 * INGEST_AT) {
      ingest.beganSeconds = since();
      ingest.status = await startIngest(server.url);
      say(`the ingest in the serving process is ${ingest.status}`);
    } else if (ingest.status === 'STARTED') {
      const { ingesting, lastRun } = await healthOf(server);
      if (!ingesting && lastRun !== null) Object.assign(ingest, { status: lastRun.status, endedSeconds: since() });
    } else if (ingest.endedSeconds < 0 && ingest.status !== 'not begun') {
      ingest.endedSeconds = since();
    } else if (since() >= nextPromotion && !promoting.isRunning) {
      nextPromotion = since() + promoteEverySeconds;
      promoting.isRunning = true;
      // The newer one is served at first.
      promote(dataFolder, builds[promotions % 2] ?? '').then(
        () => (promoting.isRunning = false),
        (error: unknown) => (promoting.failure = error),
      );
      promotions += 1;
    }
    if (promoting.failure !== undefined) throw promoting.failure;
    await sleep(LOOK_EVERY_MS);
  }
  return { samples, promotions, ingest };
}

async function takeSample(server: Target, atSeconds: number): Promise<Sample> {
  const { buildId, ingesting } = await healthOf(server);
  const view = await server.look?.();
  const pid = server.pid ?? 0;
  const { residentMib = 0, heapMib = 0 } = view ?? {};
  return {
    atSeconds: Math.round(atSeconds),
    residentMib: round(residentMib),
    heapMib: round(heapMib),
    threads: threadsOf(pid),
    open: openKindsOf(pid, buildId),
    buildId,
    ingesting,
  };
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}

async function healthOf({ url }: Target): Promise<Health> {
  return (await (await fetch(`${url}/health`)).json()) as Health;
}

async function servedBy(server: Target): Promise<string | null> {
  return (await healthOf(server)).buildId;
}

async function startIngest(url: string): Promise<string> {
  const { data, errors } = await administer(url, 'mutation { startIngest(force: true) { outcome } }');
  const { startIngest: started } = (data ?? {}) as { startIngest?: { outcome: string } | null };
  return started?.outcome ?? JSON.stringify(errors);
}

/** `marquee promote`, as an operator goes back to a build while a server runs. */
async function promote(dataFolder: string, buildId: string): Promise<void> {
  const child = spawn(process.execPath, [MARQUEE, 'promote', buildId], {
    cwd: dataFolder,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataFolder, KEEP_BUILDS: '4', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`marquee promote ${buildId} ended with ${code}`);
}

/** What is open once connections that nobody uses are closed, and builds that nobody reads. */
async function settled(server: Target, buildId: string | null, before: OpenKinds | undefined): Promise<OpenKinds> {
  const deadline = performance.now() + SETTLE_WITHIN_MS;
  const pid = server.pid ?? 0;
  for (;;) {
    const open = openKindsOf(pid, buildId);
    const isSettled = open.otherBuilds === 0 && (before === undefined || open.sockets <= before.sockets);
    if (isSettled || performance.now() > deadline) return open;
    await sleep(LOOK_EVERY_MS);
  }
}

async function becomes(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = performance.now() + SETTLE_WITHIN_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await sleep(LOOK_EVERY_MS);
  }
}

/** Subscribes as often as the server lets: what is missing to its most is held by nobody. */
async function countSubscriptionsLeft(url: string): Promise<number> {
  const client = createSoakClient(url);
  const all = Array.from({ length: MOST_SUBSCRIPTIONS }, () =>
    client.subscribe('subscription { datasetUpdated { buildId } }', () => undefined),
  );
  const refused = (await Promise.all(all.map(({ begun }) => begun))).filter((failure) => failure !== null).length;
  for (const { leave } of all) leave();
  client.close();
  return refused;
}
