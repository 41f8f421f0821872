import type { Duplex } from 'node:stream';

/**
 * Ends a connection as soon as the server has closed its side. Node first sends what waits to be sent, of which a load has
 * much, and the kernel asks a server that has gone without reading it for two minutes whether it has room again.
 */
export function endWithServer(connection: Duplex): void {
  connection.once('end', () => connection.destroy());
}
