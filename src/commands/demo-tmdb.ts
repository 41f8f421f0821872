import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from '../config.ts';
import { TMDB_GENERATOR_VERSION } from '../demo/tmdb/generator-version.ts';
import { startTmdbOrigin } from '../demo/tmdb/tmdb-origin.ts';
import type { TmdbOrigin } from '../demo/tmdb/tmdb-origin.ts';
import type { Progress } from '../ingest/outcomes/progress.ts';
import { runTmdb } from '../ingest/sources/tmdb/runs/run-tmdb.ts';
import type { TmdbOutcome } from '../ingest/sources/tmdb/runs/tmdb-outcome.ts';
import type { Lifecycle } from '../process/lifecycle.ts';
import type { Logger } from '../process/logger.ts';
import { tmdbRunOptions } from '../service/nightly/tmdb-options.ts';

export interface DemoWorld {
  /** Scale and seed of the made-up titles. */
  scale: number;
  seed: number;
}

/** File in the folder of the mirror that says which made-up TMDB it is of. */
const STAMP_FILE = 'demo.json';

/** Requests a second: TMDB itself wants about forty. */
const RATE = 1000;

/**
 * Starts the made-up TMDB of a demo beside it: on the port behind that of the demo, so that pictures keep their addresses
 * from start to start, or else on any.
 */
export async function startDemoTmdb({ scale, seed }: DemoWorld, { port }: { port: number }): Promise<TmdbOrigin> {
  if (port === 0 || port === 65_535) return startTmdbOrigin({ scale, seed });
  try {
    return await startTmdbOrigin({ scale, seed, port: port + 1 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return startTmdbOrigin({ scale, seed });
    throw error;
  }
}

/**
 * The settings of a demo: TMDB is the made-up one, mirrored into a folder of the demo. Without one there is no TMDB at
 * all, whatever the settings of this machine say of the real one.
 */
export function withDemoTmdb(config: Config, origin: TmdbOrigin | undefined): Config {
  const { tmdb: _, ...others } = config.folders;
  if (origin === undefined) return { ...config, folders: others, tmdb: { ...config.tmdb, token: undefined } };
  const { baseUrl, imageUrl, exportUrl, token } = origin;
  return {
    ...config,
    folders: { ...others, tmdb: join(others.meta, 'tmdb') },
    tmdb: { ...config.tmdb, baseUrl, imageUrl, exportUrl, token, requestsPerSecond: RATE },
  };
}

/** Mirrors the made-up TMDB of a demo. A mirror of another one, which is in its folder, is deleted. */
export async function mirrorDemoTmdb(
  config: Config,
  { scale, seed, ...how }: DemoWorld & { log: Logger; lifecycle: Lifecycle; progress: Progress },
): Promise<TmdbOutcome> {
  const { log, lifecycle, progress } = how;
  const folder = config.folders.tmdb as string;
  const stamp = `${JSON.stringify({ scale, seed, generatorVersion: TMDB_GENERATOR_VERSION })}\n`;
  const stampFile = join(folder, STAMP_FILE);
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== stamp) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(stampFile, stamp);
  }
  const stopping = new AbortController();
  const running = runTmdb(tmdbRunOptions(config, { log, signal: stopping.signal, progress }), { stage: 'all' });
  lifecycle.onStop('tmdb', async () => {
    stopping.abort(new Error('the service is stopping'));
    await running.catch(() => undefined);
  });
  return running;
}
