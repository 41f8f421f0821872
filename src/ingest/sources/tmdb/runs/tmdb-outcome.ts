import type { TmdbStage } from '../stages/run-stage.ts';

/** What a run has done. */
export interface TmdbFigures {
  stage: TmdbStage;
  /** Answers that came, things that failed, and things that TMDB has no more. */
  held: number;
  failed: number;
  gone: number;
  /** Requests that were sent, each try counted. */
  requests: number;
  /** Answers that said to wait. */
  throttled: number;
  /** Things of its kinds that are due now. */
  left: number;
  /** Answers that were too old to be kept. */
  deleted: number;
  durationMs: number;
}

/** How a run ended. Whatever came is kept in each case, and the next run goes on from there. */
export type TmdbOutcome =
  | ({ status: 'done'; isBudgetSpent: boolean } & TmdbFigures)
  /** By a signal. */
  | ({ status: 'stopped' } & TmdbFigures)
  | ({ status: 'failed'; reason: string } & TmdbFigures)
  /** Another run is under way in this folder. */
  | { status: 'busy'; stage: TmdbStage };
