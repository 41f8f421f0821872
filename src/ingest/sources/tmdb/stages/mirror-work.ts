import type { Logger } from '../../../../process/logger.ts';
import type { Progress } from '../../../outcomes/progress.ts';
import type { TmdbClient } from '../client/tmdb-client.ts';
import type { Mirror } from '../mirror.ts';

/** What every stage of a run works with. */
export interface MirrorWork {
  mirror: Mirror;
  client: TmdbClient;
  /** Requests at the same time. */
  concurrency: number;
  now: () => Date;
  signal: AbortSignal;
  log: Logger;
  progress: Progress;
  /** What has come of the things that were asked for, in all stages of the run. */
  tally: Tally;
}

export interface Tally {
  held: number;
  failed: number;
  gone: number;
}
