import { join } from 'node:path';

import type { Config } from '../../config.ts';
import { createHttpRequest } from '../../ingest/sources/http/http-request.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import { SILENT_PROGRESS } from '../../ingest/outcomes/progress.ts';
import type { Progress } from '../../ingest/outcomes/progress.ts';
import type { IngestOptions } from '../../ingest/run.ts';
import type { Logger } from '../../process/logger.ts';
import { namedLogger } from '../../process/logger.ts';
import { programVersion } from '../../process/program-version.ts';

export interface IngestSurroundings extends Partial<
  Pick<IngestOptions, 'inUse' | 'isMadeUp' | 'now' | 'onPromoted' | 'signal' | 'threads'>
> {
  log: Logger;
  progress?: Progress | undefined;
}

/** Options of an ingest from the settings. */
export function ingestOptions(
  config: Config,
  { log, progress = SILENT_PROGRESS, ...rest }: IngestSurroundings,
): IngestOptions {
  const { akas, ...ingest } = config.ingest;
  return {
    ...ingest,
    folders: config.folders,
    request: createHttpRequest(config.network),
    without: akas ? [] : ['title.akas'],
    marquee: programVersion(),
    lock: createIngestLock(join(config.folders.meta, 'ingest.lock')),
    log: namedLogger(log, 'ingest'),
    progress,
    now: () => new Date(),
    inUse: () => false,
    onPromoted: () => Promise.resolve(),
    ...rest,
  };
}
