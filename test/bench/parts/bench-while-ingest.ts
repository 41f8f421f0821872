import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { BenchContext } from '../bench-context.ts';
import { linkedCopy } from '../data/disk.ts';
import { CALM_RATE } from './read-plan.ts';
import { measureReads } from '../load/reads.ts';
import { startMarquee } from '../processes/start-server.ts';
import type { RunningServer } from '../processes/start-server.ts';

/** The subjects, by which the goals find the rows. */
export const IDLE = 'marquee, idle';
export const INGESTING = 'marquee, while it ingests';

const CHANGED_EVERY = 100;
/** No ingest takes longer. */
const MOST_SECONDS = 4 * 3600;
const MINUTE_MS = 60_000;
/** To start the server and to warm it up. */
const START_MS = 15_000;
const LOOK_EVERY_MS = 1000;

/** `nested` at a constant rate: idle, and while the same process ingests files that have all changed. */
export async function benchWhileIngest(context: BenchContext): Promise<void> {
  const { dataFolder, folder, sources, reading, say } = context;
  say('reads while an ingest runs');
  const nightFolder = join(folder, 'night');
  await linkedCopy(dataFolder, nightFolder);
  try {
    const names = SOURCES.map(({ name }) => name);
    await sources.change(names, CHANGED_EVERY);
    const seconds = reading.seconds * 3;
    const due = nextMinute(Date.now() + START_MS + (seconds + reading.warmupSeconds) * 1000);
    const settings = {
      SCHEDULE: 'on',
      UPDATE_TIME: due.toISOString().slice(11, 16),
      UPDATE_TZ: 'UTC',
      IMDB_BASE_URL: pathToFileURL(sources.path).href,
    };
    const server = await startMarquee({ dataFolder: nightFolder, logFolder: folder, settings });
    try {
      const before = await healthOf(server);
      await nested(context, { server, name: IDLE, seconds });
      // A short ingest may have ended before anybody looks.
      await until(server, ({ ingesting, lastRun }) => ingesting || lastRun?.startedAt !== before.lastRun?.startedAt);
      const ended = until(server, (health) => !health.ingesting);
      await nested(context, { server, name: INGESTING, seconds: MOST_SECONDS, until: ended });
      const { lastRun } = await ended;
      if (lastRun?.status !== 'promoted') throw new Error(`the ingest beside the reads ended as ${lastRun?.status}`);
    } finally {
      await server.stop();
    }
  } finally {
    await sources.restore();
    await rm(nightFolder, { recursive: true, force: true });
  }
}

async function nested(
  { reading }: BenchContext,
  { server, name, ...time }: { server: RunningServer; name: string; seconds: number; until?: Promise<unknown> },
): Promise<void> {
  const asks = [{ workload: 'nested', distribution: 'uniform', pace: { perSecond: CALM_RATE } } as const];
  await measureReads({ server, subject: { name, target: 'marquee', caches: 'on' }, asks }, { ...reading, ...time });
}

interface Health {
  ingesting: boolean;
  lastRun: { startedAt: string; status: string } | null;
}

async function healthOf({ url }: RunningServer): Promise<Health> {
  const response = await fetch(new URL('/health', url));
  return (await response.json()) as Health;
}

/** Looks at `/health` until it is as wanted. */
async function until(server: RunningServer, isWanted: (health: Health) => boolean): Promise<Health> {
  for (let waited = 0; waited < MOST_SECONDS * 1000; waited += LOOK_EVERY_MS) {
    const health = await healthOf(server);
    if (isWanted(health)) return health;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`${server.url}: what the benchmark waits for does not happen`);
}

function nextMinute(time: number): Date {
  return new Date(Math.ceil(time / MINUTE_MS) * MINUTE_MS);
}
