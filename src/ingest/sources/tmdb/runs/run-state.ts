import { z } from 'zod';

import type { TmdbKind } from '../../../../dataset/sources/tmdb.ts';
import { Failed } from '../../../outcomes/outcome.ts';
import type { Mirror } from '../mirror.ts';
import { TMDB_STAGES } from '../stages/run-stage.ts';
import type { Tally } from '../stages/mirror-work.ts';

/** How far a run is. */
const state = z.object({
  stage: z.enum(TMDB_STAGES),
  startedAt: z.iso.datetime(),
  /** When this was noted. */
  at: z.iso.datetime(),
  done: z.int(),
  /** What is due of the kinds that it fetches. */
  left: z.int(),
  perSecond: z.number(),
});
export type RunState = z.infer<typeof state>;

/** How the last run ended. */
const end = z.object({
  stage: z.enum(TMDB_STAGES),
  status: z.string(),
  endedAt: z.iso.datetime(),
  reason: z.string().optional(),
});
export type RunEnd = z.infer<typeof end>;

const RUNNING = 'run';
const LAST = 'last run';

export function noteRun(mirror: Mirror, run: RunState): void {
  mirror.setNote(RUNNING, JSON.stringify(run));
}

export function noteEnd(mirror: Mirror, last: RunEnd): void {
  mirror.setNote(RUNNING, '');
  mirror.setNote(LAST, JSON.stringify(last));
}

/** The run that was noted last and has not ended; it may have been killed. */
export function readRun(mirror: Mirror): RunState | undefined {
  return read(state, mirror.note(RUNNING));
}

export function readEnd(mirror: Mirror): RunEnd | undefined {
  return read(end, mirror.note(LAST));
}

function read<T>(schema: z.ZodType<T>, note: string | undefined): T | undefined {
  if (note === undefined || note === '') return undefined;
  return schema.safeParse(JSON.parse(note)).data;
}

const TICK_MS = 20_000;

/** Notes and logs how far a run is, every twenty seconds. */
export function followRun(
  { mirror, tally, now, onState }: { mirror: Mirror; tally: Tally; now: () => Date; onState: (run: RunState) => void },
  { stage, kinds }: { stage: RunState['stage']; kinds: readonly TmdbKind[] },
): { stop: () => void } {
  const startedAt = now().toISOString();
  let before = { done: 0, at: performance.now() };
  const tick = (): void => {
    const done = tally.held + tally.failed + tally.gone;
    const at = performance.now();
    const perSecond = Math.round(((done - before.done) * 10_000) / Math.max(1, at - before.at)) / 10;
    before = { done, at };
    try {
      const left = mirror.countDue(kinds, now());
      const run = { stage, startedAt, at: now().toISOString(), done, left, perSecond };
      noteRun(mirror, run);
      onState(run);
    } catch (error) {
      // A full disk, or a damaged file: the run meets it too, and says so.
      if (!(error instanceof Failed)) throw error;
    }
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
