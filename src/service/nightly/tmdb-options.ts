import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import type { Progress } from '../../ingest/outcomes/progress.ts';
import { SILENT_PROGRESS } from '../../ingest/outcomes/progress.ts';
import { createHttpRequest } from '../../ingest/sources/http/http-request.ts';
import type { TmdbRunOptions } from '../../ingest/sources/tmdb/runs/run-tmdb.ts';
import { snapshotWriter } from '../../ingest/sources/tmdb/snapshot/snapshot-writer.ts';
import type { Logger } from '../../process/logger.ts';
import { namedLogger } from '../../process/logger.ts';

/**
 * Options of a run of TMDB's mirror from the settings.
 * @throws UsageError where there is no token.
 */
export function tmdbRunOptions(
  { folders, tmdb, network, store }: Pick<Config, 'folders' | 'tmdb' | 'network' | 'store'>,
  {
    log,
    signal,
    progress = SILENT_PROGRESS,
    now = () => new Date(),
  }: { log: Logger; signal: AbortSignal; progress?: Progress; now?: () => Date },
): TmdbRunOptions {
  const { token, concurrency } = tmdb;
  if (token === undefined) {
    throw new UsageError(
      'TMDB_TOKEN is not set: it is the API read access token of an account at TMDB, see deploy/TMDB.md.',
    );
  }
  const named = namedLogger(log, 'tmdb');
  return {
    api: { ...tmdb, token },
    request: createHttpRequest({ ...network, keptConnections: concurrency }),
    folders,
    memoryLimit: store.memoryLimit,
    log: named,
    progress,
    now,
    signal,
    writeSnapshot: snapshotWriter(named),
  };
}
