/** Types of TDS messages, by [MS-TDS] 2.2.3.1.1. */
export const MESSAGE = {
  batch: 0x01,
  rpc: 0x03,
  answer: 0x04,
  attention: 0x06,
  bulk: 0x07,
  transaction: 0x0e,
  login: 0x10,
  prelogin: 0x12,
} as const;

export interface Message {
  type: number;
  /** The client has given it up while it was sending it. */
  ignored: boolean;
  data: Buffer;
}

const HEADER = 8;
const [LAST, IGNORE] = [0x01, 0x02];

/** Puts packets together. Calls back for each packet's bytes, and for each whole message. */
export function createReader(handlers: {
  onPacket?: (type: number, bytes: number) => void;
  onMessage: (message: Message) => void;
}): (bytes: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let parts: Buffer[] = [];
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    while (waiting.length >= HEADER && waiting.length >= waiting.readUInt16BE(2)) {
      const packet = waiting.subarray(0, waiting.readUInt16BE(2));
      waiting = waiting.subarray(packet.length);
      const [type, status] = [packet.readUInt8(0), packet.readUInt8(1)];
      handlers.onPacket?.(type, packet.length);
      parts.push(Buffer.from(packet.subarray(HEADER)));
      if ((status & LAST) !== 0) {
        const data = Buffer.concat(parts);
        parts = [];
        handlers.onMessage({ type, ignored: (status & IGNORE) !== 0, data });
      }
    }
  };
}

/** A message as packets. */
export function packetsOf(type: number, data: Buffer, packetBytes: number): Buffer {
  const packets: Buffer[] = [];
  const most = packetBytes - HEADER;
  for (let from = 0, id = 1; from === 0 || from < data.length; from += most, id += 1) {
    const part = data.subarray(from, from + most);
    const header = Buffer.alloc(HEADER);
    header.writeUInt8(type, 0);
    header.writeUInt8(from + most >= data.length ? LAST : 0, 1);
    header.writeUInt16BE(part.length + HEADER, 2);
    header.writeUInt8(id % 256, 6);
    packets.push(header, part);
  }
  return Buffer.concat(packets);
}
