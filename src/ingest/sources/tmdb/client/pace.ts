import { setTimeout as sleep } from 'node:timers/promises';

/** When requests may be sent, for all workers together. */
export interface Pace {
  /** Waits for the next turn. @throws the reason of the signal. */
  turn(signal: AbortSignal): Promise<void>;
  /** Nobody has a turn for a time from now on, whoever waits already neither. */
  pause(ms: number): void;
}

/** A timer is no more exact than this. */
const EXACT_MS = 2;

/** Gives turns at even distances, as many in a second as are allowed. */
export function createPace(perSecond: number): Pace {
  const distanceMs = 1000 / perSecond;
  let nextAt = 0;
  let pausedUntil = 0;
  return {
    async turn(signal) {
      for (;;) {
        const now = performance.now();
        // Turns that a timer was late for are not lost.
        const at = Math.max(nextAt, pausedUntil, now - EXACT_MS);
        nextAt = at + distanceMs;
        if (at - now > EXACT_MS / 2) await sleep(at - now, undefined, { signal });
        signal.throwIfAborted();
        // A pause that began meanwhile takes the turn away.
        if (pausedUntil <= Math.max(at, performance.now())) return;
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + ms);
    },
  };
}
