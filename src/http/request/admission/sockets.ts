import type { Socket } from 'node:net';

/** The sockets of a server, of which so many may be open at a time. */
export interface Sockets {
  /** Takes one in. Where there are too many, the one that has been idle longest makes room, or else it goes itself. */
  open(socket: Socket): void;
  /** A request has come on it, or its head is being answered. */
  begin(socket: Socket): void;
  end(socket: Socket): void;
  /** Requests that are being answered, on all sockets. */
  readonly busy: number;
  /** Requests that are being answered on one. */
  busyOn(socket: Socket): number;
}

/** Who opens sockets and asks nothing, or sends a head that never ends, keeps nobody else out. */
export function createSockets({ most }: { most: number }): Sockets {
  const requests = new Map<Socket, number>();
  /** Those without a request, the one that became so first in front. */
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
      // Before it says so itself: others may be opened in the same turn.
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
