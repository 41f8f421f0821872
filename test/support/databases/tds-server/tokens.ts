import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';

export type AnswerType = 'text' | 'int' | 'bigint' | 'float' | 'bit' | 'rating';

/** Rows of an answer. */
export interface Answer {
  columns: readonly { name: string; type: AnswerType }[];
  rows: readonly (readonly SqlValue[])[];
}

const COLLATION = Buffer.from([0x09, 0x04, 0xd0, 0x00, 0x34]);

export const DONE = { final: 0, more: 1, error: 2, count: 0x10, attention: 0x20 } as const;

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function shortText(text: string): Buffer {
  return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'utf16le')]);
}

/** DONE, or DONEPROC after a procedure. */
export function done(status: number, { rows = 0, procedure = false } = {}): Buffer {
  return Buffer.concat([Buffer.from([procedure ? 0xfe : 0xfd]), u16(status), u16(0), u64(rows)]);
}

export function errorToken({ number, message }: { number: number; message: string }): Buffer {
  const body = Buffer.concat([
    u32(number),
    Buffer.from([1, 16]),
    u16(message.length),
    Buffer.from(message, 'utf16le'),
    shortText('tds-server'),
    shortText(''),
    u32(1),
  ]);
  return Buffer.concat([Buffer.from([0xaa]), u16(body.length), body]);
}

/** ENVCHANGE with texts: 1 database, 4 size of packets. */
export function textChange(type: number, now: string, before = ''): Buffer {
  const body = Buffer.concat([Buffer.from([type]), shortText(now), shortText(before)]);
  return Buffer.concat([Buffer.from([0xe3]), u16(body.length), body]);
}

/** ENVCHANGE with bytes: 7 collation, 8 begin, 9 commit and 10 rollback of a transaction. */
export function bytesChange(type: number, now: Buffer, before: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from([type, now.length]), now, Buffer.from([before.length]), before]);
  return Buffer.concat([Buffer.from([0xe3]), u16(body.length), body]);
}

/** What a client gets after its login. */
export function loginAnswer({ database, packetBytes }: { database: string; packetBytes: number }): Buffer {
  const name = 'Microsoft SQL Server';
  const ack = Buffer.concat([Buffer.from([1, 0x74, 0, 0, 4]), shortText(name), Buffer.from([16, 0, 0x10, 0])]);
  return Buffer.concat([
    textChange(1, database),
    bytesChange(7, COLLATION),
    Buffer.from([0xad]),
    u16(ack.length),
    ack,
    textChange(4, String(packetBytes), '4096'),
    done(DONE.final),
  ]);
}

const TYPE_INFO: Record<AnswerType, Buffer> = {
  text: Buffer.concat([Buffer.from([0xe7, 0xff, 0xff]), COLLATION]),
  int: Buffer.from([0x26, 4]),
  bigint: Buffer.from([0x26, 8]),
  float: Buffer.from([0x6d, 8]),
  bit: Buffer.from([0x68, 1]),
  rating: Buffer.from([0x6a, 5, 3, 1]),
};

/** COLMETADATA and ROW tokens. */
export function rowTokens({ columns, rows }: Answer): Buffer {
  const parts: Buffer[] = [Buffer.from([0x81]), u16(columns.length)];
  for (const { name, type } of columns) parts.push(u32(0), u16(1), TYPE_INFO[type], shortText(name));
  for (const row of rows) {
    parts.push(Buffer.from([0xd1]));
    for (const [index, { type }] of columns.entries()) parts.push(valueBytes(type, row[index] ?? null));
  }
  return Buffer.concat(parts);
}

function valueBytes(type: AnswerType, value: SqlValue): Buffer {
  if (value === null) return type === 'text' ? Buffer.alloc(8, 0xff) : Buffer.from([0]);
  switch (type) {
    case 'text': {
      const text = Buffer.from(String(value), 'utf16le');
      const chunk = text.length === 0 ? [] : [u32(text.length), text];
      return Buffer.concat([u64(text.length), ...chunk, u32(0)]);
    }
    case 'int': {
      const bytes = Buffer.alloc(5, 4);
      bytes.writeInt32LE(Number(value), 1);
      return bytes;
    }
    case 'bigint':
      return Buffer.concat([Buffer.from([8]), u64(Number(value))]);
    case 'float': {
      const bytes = Buffer.alloc(9, 8);
      bytes.writeDoubleLE(Number(value), 1);
      return bytes;
    }
    case 'bit':
      return Buffer.from([1, value === true ? 1 : 0]);
    case 'rating':
      return Buffer.concat([Buffer.from([5, 1]), u32(Math.round(Number(value) * 10))]);
  }
}
