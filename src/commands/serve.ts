import type { Config } from '../config.ts';
import { schema } from '../graphql/schema.ts';
import type { LeaseSource } from '../http/lease-source.ts';
import { startServer } from '../http/server.ts';
import { createGateway } from '../http/yoga.ts';
import type { Gateway } from '../http/yoga.ts';
import type { Outcome } from '../ingest/outcome.ts';
import { readLastRun } from '../ingest/last-run.ts';
import { runIngest } from '../ingest/run.ts';
import type { RunOptions } from '../ingest/run.ts';
import { scheduleNightly } from '../ingest/schedule.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { createLoaders } from '../loaders/create-loaders.ts';
import type { Logger } from '../logger.ts';
import { namedLogger } from '../logger.ts';
import { openStore } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import { readExamples } from './examples.ts';
import { ingestOptions } from './ingest-options.ts';
import { programVersion } from './version.ts';
import { startWatch } from './watch.ts';

export interface ServeOptions {
  log: Logger;
  /** Everything that is opened here is released there, the last first. */
  lifecycle: Lifecycle;
  /** Whether to ingest at once where there is no build; true by default. */
  ingestWhenEmpty?: boolean;
}

export interface Serving {
  url: string;
  gateway: Gateway;
  store: Store;
  /** An ingest in this process, under the lock; the new build is served when it ends. */
  ingest: (run?: RunOptions) => Promise<Outcome>;
}

const DRAIN_SHARE = 0.5;

/** `marquee serve`: the store, the gateway on its port, and the nightly ingest, in one process. */
export async function serve(
  config: Config,
  { log, lifecycle, ingestWhenEmpty = true }: ServeOptions,
): Promise<Serving> {
  const store = await openStore({ ...config.store, folders: config.folders, log: namedLogger(log, 'store') });
  lifecycle.onStop('store', () => store.close());
  const lastRun = () => readLastRun(config.folders.meta);
  const watch = startWatch({
    config: config.watch,
    state: () => store.state(),
    lastRun,
    now,
    log: namedLogger(log, 'watch'),
  });
  lifecycle.onStop('watch', () => watch.stop());
  await watch.look();
  const stopping = new AbortController();
  let running: Promise<Outcome> | undefined;
  const run = async (runOptions?: RunOptions): Promise<Outcome> => {
    const options = ingestOptions(config, {
      log,
      signal: stopping.signal,
      inUse: (buildId) => store.inUse(buildId),
      onPromoted: () => store.refresh(),
    });
    const outcome = await runIngest(options, runOptions);
    await watch.look();
    return outcome;
  };
  const ingest = (runOptions?: RunOptions): Promise<Outcome> => {
    running = run(runOptions);
    return running;
  };
  const schedule = config.schedule.off
    ? undefined
    : scheduleNightly(config.schedule, {
        job: async () => void (await ingest()),
        lastRun: async () => dateOf((await lastRun())?.startedAt),
        now,
        log: namedLogger(log, 'schedule'),
      });
  const gateway = createGateway({
    schema,
    store: leaseSource(store),
    limits: config.limits,
    log: namedLogger(log, 'http'),
    serviceVersion: programVersion(),
    cors: config.http.cors,
    graphiql: config.http.graphiql,
    maxBodyBytes: config.http.maxBodyBytes,
    examples: readExamples(),
    health: () => {
      const extra = { nextRun: schedule?.nextRun()?.toISOString() ?? null, lastRun: watch.lastRun() ?? null };
      return { build: store.state().build, warnings: watch.warnings(), extra };
    },
  });
  const server = await startServer({ gateway, host: config.http.host, port: config.http.port });
  lifecycle.onStop('http', () => server.close(config.stopMs * DRAIN_SHARE));
  lifecycle.onStop('ingest', async () => {
    stopping.abort(new Error('the service is stopping'));
    await Promise.all([schedule?.stop(), running]);
  });
  // Released first: readiness is 503 while all else still answers.
  lifecycle.onStop('readiness', () => server.drain());
  log.info({ event: 'listening', url: server.url, pid: process.pid });
  if (ingestWhenEmpty && !config.schedule.off && store.state().build === null) void ingest();
  return { url: server.url, gateway, store, ingest };
}

function now(): Date {
  return new Date();
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

/** Leases of the store, each with loaders for one request. */
export function leaseSource(store: Pick<Store, 'acquire'>): LeaseSource {
  return {
    acquire() {
      const lease = store.acquire();
      if (lease === null) return null;
      const { readers, version } = lease;
      return {
        build: { id: readers.manifest.buildId, version },
        loaders: createLoaders(readers, version),
        release: () => lease.release(),
      };
    },
  };
}
