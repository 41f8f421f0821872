import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How much is being answered now. */
export interface Load {
  /** Takes a request in, until its answer is out; false where there are too many. */
  take(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Requests that came on one socket before the first of them was answered. No client needs more. */
const MOST_PIPELINED = 32;

export function createLoad({ most }: { most: number }): Load {
  const bySocket = new WeakMap<Socket, number>();
  let all = 0;

  function count(socket: Socket, change: number): void {
    all += change;
    bySocket.set(socket, (bySocket.get(socket) ?? 0) + change);
  }

  return {
    take({ socket }, response) {
      if (all >= most || (bySocket.get(socket) ?? 0) >= MOST_PIPELINED) return false;
      count(socket, 1);
      response.once('close', () => count(socket, -1));
      return true;
    },
  };
}
