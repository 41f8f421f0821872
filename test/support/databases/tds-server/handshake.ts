import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';

import { createReader, MESSAGE, packetsOf } from './packets.ts';

const PACKET_BYTES = 4096;

/** TLS as TDS 7 has it: the handshake in packets of PRELOGIN, all that follows without any. */
export function overTls(socket: Socket, { cert, key }: { cert: string; key: string }): TLSSocket {
  let inPackets = true;
  const unpack = createReader({ onMessage: ({ data }) => void carrier.push(data) });
  const carrier: Duplex = new Duplex({
    read: () => undefined,
    write(bytes: Buffer, _encoding, callback) {
      socket.write(inPackets ? packetsOf(MESSAGE.prelogin, bytes, PACKET_BYTES) : bytes, callback);
    },
  });
  socket.on('data', (bytes: Buffer) => {
    // The first record of TLS that comes without a packet ends the handshake.
    if (inPackets && bytes.readUInt8(0) !== MESSAGE.prelogin) inPackets = false;
    if (inPackets) unpack(bytes);
    else carrier.push(bytes);
  });
  socket.on('close', () => carrier.destroy());
  return new TLSSocket(carrier, { isServer: true, secureContext: createSecureContext({ cert, key }) });
}
