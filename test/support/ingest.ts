import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Patience } from '../../src/ingest/sources/imdb/fetch-file.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { SILENT_PROGRESS } from '../../src/ingest/outcomes/progress.ts';
import { runIngest } from '../../src/ingest/run.ts';
import type { IngestOptions, RunOptions } from '../../src/ingest/run.ts';
import { createLogger } from '../../src/process/logger.ts';

export const SILENT_LOG = createLogger({ level: 'silent', pretty: false });

/** No second attempt: most tests want to see the first failure. */
export const IMPATIENT: Patience = { retries: 0, backoffMs: 1, idleMs: 5000, totalMs: 60_000, redirectHosts: [] };

/** What an ingest needs, over a data folder and a folder (or address) of source files. */
export function ingestOptions(
  folders: Folders,
  { from, ...rest }: { from: string } & Partial<IngestOptions>,
): IngestOptions {
  return {
    folders,
    baseUrl: /^(https?|file):/.test(from) ? from : pathToFileURL(from).href,
    downloadConcurrency: 3,
    patience: IMPATIENT,
    maxShrink: 1,
    keepBuilds: 2,
    pruneGraceMs: 0,
    without: [],
    memoryLimit: '1GiB',
    // For so few rows more threads take longer to begin than they save.
    threads: 1,
    marquee: '0.0.0-test',
    lock: createIngestLock(join(folders.meta, 'ingest.lock')),
    log: SILENT_LOG,
    progress: SILENT_PROGRESS,
    now: () => new Date(),
    inUse: () => false,
    onPromoted: () => Promise.resolve(),
    ...rest,
  };
}

/** Runs the real pipeline. */
export function ingestInto(
  folders: Folders,
  { run, ...options }: { from: string; run?: RunOptions } & Partial<IngestOptions>,
): Promise<Outcome> {
  return runIngest(ingestOptions(folders, options), run);
}
