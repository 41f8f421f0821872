import { join } from 'node:path';

import type { Config } from '../../config.ts';
import { namedLogger } from '../../process/logger.ts';
import type { Logger } from '../../process/logger.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import { tmdbNightInThread } from './tmdb-night-thread.ts';

export interface TmdbNightOptions {
  log: Logger;
  now: () => Date;
  signal: AbortSignal;
}

/**
 * Brings the mirror of TMDB up to date behind the nightly ingest, under the lock of ingests and within
 * TMDB_NIGHTLY_REQUESTS; nothing without a token. Its snapshot goes into the next build. Never rejects: whatever becomes
 * of it, the build of IMDb's data stays.
 */
export async function runTmdbNight(config: Config, { log, now, signal }: TmdbNightOptions): Promise<void> {
  const { folders, tmdb } = config;
  if (tmdb.token === undefined || tmdb.nightlyRequests === 0 || signal.aborted) return;
  try {
    const release = await acquireLock(createIngestLock(join(folders.meta, 'ingest.lock')));
    if (release === null) {
      log.info({ event: 'tmdb night skipped' });
      return;
    }
    try {
      await tmdbNightInThread(config, { log, now, signal });
    } finally {
      release();
    }
  } catch (error) {
    namedLogger(log, 'tmdb').error({ event: 'tmdb error', err: error });
  }
}
