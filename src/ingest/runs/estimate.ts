import { STEPS } from '../outcomes/outcome.ts';
import type { Step } from '../outcomes/outcome.ts';
import type { RunRecord } from './run-records.ts';

export interface SoFar {
  step: Step;
  /** Steps of this run, in their order. */
  steps: readonly Step[];
  /** Time in the step, in milliseconds. */
  elapsedMs: number;
  /** Share of the step that is done, from 0 to 1; undefined if it is not known. */
  share: number | undefined;
}

/** Share from which on the rate of a step says more than an earlier run. */
const TELLING_SHARE = 0.05;

/**
 * Seconds until a run ends: what is left of its step by the rate so far, or by an earlier run that promoted a build, and
 * the later steps by that run. Undefined if neither is known.
 */
export function estimateSeconds(
  { step, steps, elapsedMs, share }: SoFar,
  runs: readonly RunRecord[],
): number | undefined {
  const earlier = runs.find(({ outcome, steps: ended }) => outcome === 'promoted' && ended.length === STEPS.length);
  const before = (one: Step): number | undefined => earlier?.steps.find((ended) => ended.step === one)?.durationMs;
  const own = before(step);
  const byRate = share !== undefined && share >= TELLING_SHARE ? (elapsedMs * (1 - share)) / share : undefined;
  const parts = [
    byRate ?? (own === undefined ? undefined : Math.max(0, own - elapsedMs)),
    ...steps.slice(steps.indexOf(step) + 1).map(before),
  ];
  let sumMs = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sumMs += part;
  }
  return Math.ceil(sumMs / 1000);
}
