import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface HalfClosingProxy {
  port: number;
  /** Connections that it has parted with. */
  halfClosed(): number;
  close(): Promise<void>;
}

/** More than a statement has, and less than a part of a large table. */
const MOST_BYTES = 256 * 1024;
/** Time in which a client fills the buffers of the kernel. */
const FILLED_MS = 500;

/**
 * A proxy in front of a database, which parts with its clients as a killed session of a server may: in the middle of a
 * load it reads no further, and then closes its side of the connection.
 */
export async function openHalfClosingProxy(server: { port: number }): Promise<HalfClosingProxy> {
  const clients = new Set<Socket>();
  let halfClosed = 0;

  async function halfClose(client: Socket): Promise<void> {
    client.unpipe();
    client.pause();
    await sleep(FILLED_MS);
    halfClosed += 1;
    client.end();
  }

  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    clients.add(client);
    const behind = connect({ host: '127.0.0.1', port: server.port });
    const end = (): void => {
      clients.delete(client);
      client.destroy();
      behind.destroy();
    };
    client.on('close', end).on('error', end);
    behind.on('close', end).on('error', end).pipe(client);
    let bytes = 0;
    client.pipe(behind);
    client.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES && bytes - chunk.length <= MOST_BYTES) void halfClose(client);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    halfClosed: () => halfClosed,
    close() {
      for (const client of clients) client.destroy();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}
