import { ByteReader } from './byte-reader.ts';

const ENCRYPTION = 1;
const [ON, NOT_SUPPORTED] = [1, 2];

/** Whether a PRELOGIN asks for encryption. */
export function asksForEncryption(data: Buffer): boolean {
  for (let at = 0; data.readUInt8(at) !== 0xff; at += 5) {
    if (data.readUInt8(at) === ENCRYPTION) return data.readUInt8(data.readUInt16BE(at + 1)) === ON;
  }
  return false;
}

/** An answer to a PRELOGIN: version 16, and whether it goes on with TLS. */
export function preloginAnswer(encrypted: boolean): Buffer {
  const options: [number, number[]][] = [
    [0, [16, 0, 0x10, 0x27, 0, 0]],
    [ENCRYPTION, [encrypted ? ON : NOT_SUPPORTED]],
  ];
  let offset = options.length * 5 + 1;
  const head: number[] = [];
  for (const [token, { length }] of options) {
    head.push(token, offset >> 8, offset & 0xff, length >> 8, length & 0xff);
    offset += length;
  }
  return Buffer.from([...head, 0xff, ...options.flatMap(([, bytes]) => bytes)]);
}

export interface Login {
  user: string;
  password: string;
  database: string;
  packetBytes: number;
}

/** Reads LOGIN7. */
export function readLogin(data: Buffer): Login {
  const part = (at: number): Buffer => {
    const [offset, units] = [data.readUInt16LE(at), data.readUInt16LE(at + 2)];
    return new ByteReader(data, offset).bytes(units * 2);
  };
  // Each byte of a password is turned round by halves, and then taken with 0xA5.
  const password = Buffer.from(part(44)).map((byte) => {
    const half = byte ^ 0xa5;
    return ((half << 4) & 0xf0) | (half >> 4);
  });
  return {
    user: part(40).toString('utf16le'),
    password: Buffer.from(password).toString('utf16le'),
    database: part(68).toString('utf16le'),
    packetBytes: data.readUInt32LE(8),
  };
}
