import type { Socket } from 'node:net';

/** The sockets of a server, whose number is limited. */
export interface Sockets {
  /**
   * Adds a socket. If there are too many, the socket that has been idle longest is closed; if none is idle, the new
   * one.
   */
  open(socket: Socket): void;
  /** Counts a request on the socket. */
  begin(socket: Socket): void;
  end(socket: Socket): void;
  /** Number of requests in flight on all sockets. */
  readonly busy: number;
  /** Number of requests in flight on one socket. */
  busyOn(socket: Socket): number;
}

/**
 * Closes idle sockets above the limit, so that connections that send nothing, or never finish a request head, do not
 * keep others out.
 */
export function createSockets({ most }: { most: number }): Sockets {
  const requests = new Map<Socket, number>();
  /** Sockets without a request, the one that has been idle longest first. */
  const idle = new Set<Socket>();
  let busy = 0;

  return {
    get busy() {
      return busy;
    },
    busyOn: (socket) => requests.get(socket) ?? 0,
    open(socket) {
      requests.set(socket, 0);
      idle.add(socket);
      socket.once('close', () => {
        requests.delete(socket);
        idle.delete(socket);
      });
      if (requests.size <= most) return;
      const [longest = socket] = idle;
      longest.destroy();
      // Before the socket's own `close` event, because more sockets may be opened in the same turn.
      requests.delete(longest);
      idle.delete(longest);
    },
    begin(socket) {
      busy += 1;
      const count = requests.get(socket);
      if (count === undefined) return;
      requests.set(socket, count + 1);
      idle.delete(socket);
    },
    end(socket) {
      busy -= 1;
      const count = requests.get(socket);
      if (count === undefined) return;
      requests.set(socket, count - 1);
      if (count === 1) idle.add(socket);
    },
  };
}
