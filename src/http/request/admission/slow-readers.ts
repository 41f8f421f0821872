import type { ServerResponse } from 'node:http';

/** Watches for clients that do not read their answers. */
export interface SlowReaders {
  stop(): void;
}

/** Checks of the answers in flight within `idleMs`. */
const LOOKS = 2;

/**
 * Disconnects clients that take no byte of a waiting answer for `idleMs`; this is noticed up to `idleMs / 2` later.
 * Only sockets with a long-lasting answer get a timer, because a timer for every request would cost time.
 */
export function watchSlowReaders(inFlight: ReadonlySet<ServerResponse>, { idleMs }: { idleMs: number }): SlowReaders {
  /** Responses with a timer, and the function that removes it. */
  const timed = new Map<ServerResponse, () => void>();

  function time(response: ServerResponse): void {
    const { socket } = response;
    if (socket === null) return;
    // Node restarts the timer when bytes are sent, but also when bytes are received, hence the pause.
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
