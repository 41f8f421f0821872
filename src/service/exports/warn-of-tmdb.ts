import type { ExportedTmdb } from '../../export/source/tmdb-data.ts';
import type { Logger } from '../../process/logger.ts';

/** Warns that TMDB's terms go with the data, where an export has some of it. */
export function warnOfTmdb(log: Logger, outcome: { target: string; tmdb?: ExportedTmdb | undefined }): void {
  const { target, tmdb } = outcome;
  if (tmdb !== undefined) log.warn({ event: 'export has tmdb', target, ...tmdb });
}
