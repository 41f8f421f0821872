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
  /** Responses whose sockets have a timer, and what takes it away. */
  const timed = new Map<ServerResponse, () => void>();

  function time(response: ServerResponse): void {
    const { socket } = response;
    if (socket === null) return;
    // Node.js starts the timer anew whenever the system has taken bytes, and also when bytes come: none may.
    socket.setTimeout(idleMs).pause();
    const end = (): void => {
      timed.delete(response);
      response.off('close', end);
      if (!response.closed) socket.setTimeout(0);
      socket.resume();
    };
    response.on('close', end);
    timed.set(response, end);
  }

  function look(): void {
    for (const response of inFlight) {
      const isUnread = response.writableEnded || response.writableNeedDrain;
      const end = timed.get(response);
      if (isUnread && end === undefined) time(response);
      if (!isUnread) end?.();
    }
  }

  const timer = setInterval(look, Math.max(1, idleMs / LOOKS));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
