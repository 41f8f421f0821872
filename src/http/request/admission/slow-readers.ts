import type { ServerResponse } from 'node:http';

/** Looks after clients that take nothing of their answers. */
export interface SlowReaders {
  stop(): void;
}

/** How often answers are looked at within the time that a client has. */
const LOOKS = 2;

/**
 * Cuts off clients that have an answer before them and take no byte of it for `idleMs`, which are seen up to half of it
 * late. Only the sockets of answers that last get a timer: one for every request would cost each of them.
 */
export function watchSlowReaders(inFlight: ReadonlySet<ServerResponse>, { idleMs }: { idleMs: number }): SlowReaders {
  const timed = new WeakSet<ServerResponse>();

  function look(): void {
    for (const response of inFlight) {
      const isUnread = response.writableEnded || response.writableNeedDrain;
      if (isUnread === timed.has(response)) continue;
      // Node.js starts the timer anew whenever the system has taken bytes, and clears it at the end of the answer.
      response.socket?.setTimeout(isUnread ? idleMs : 0);
      if (isUnread) timed.add(response);
      else timed.delete(response);
    }
  }

  const timer = setInterval(look, Math.max(1, idleMs / LOOKS));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
