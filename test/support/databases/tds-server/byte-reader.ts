import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';

/** A type as a client declares it: its token, and what is needed to read a value. */
export interface WireType {
  token: number;
  /** Bytes at most; 65,535 for `max`. */
  bytes: number;
  scale: number;
}

const MAX = 0xffff;

/** Reads the little-endian bytes of a message, one thing after another. */
export class ByteReader {
  private readonly data: Buffer;
  private at: number;

  constructor(data: Buffer, at = 0) {
    this.data = data;
    this.at = at;
  }

  get left(): number {
    return this.data.length - this.at;
  }

  u8(): number {
    return this.data.readUInt8((this.at += 1) - 1);
  }

  u16(): number {
    return this.data.readUInt16LE((this.at += 2) - 2);
  }

  u32(): number {
    return this.data.readUInt32LE((this.at += 4) - 4);
  }

  u64(): bigint {
    return this.data.readBigUInt64LE((this.at += 8) - 8);
  }

  bytes(count: number): Buffer {
    if (count > this.left) throw new Error(`the message ends ${count - this.left} bytes too early`);
    this.at += count;
    return this.data.subarray(this.at - count, this.at);
  }

  text(units: number): string {
    return this.bytes(units * 2).toString('utf16le');
  }

  /** TYPE_INFO of the types that an export sends. */
  type(): WireType {
    const token = this.u8();
    switch (token) {
      case 0xe7: {
        const bytes = this.u16();
        this.bytes(5);
        return { token, bytes, scale: 0 };
      }
      case 0x26:
      case 0x68:
      case 0x6d:
        return { token, bytes: this.u8(), scale: 0 };
      case 0x6a: {
        const [bytes, , scale] = [this.u8(), this.u8(), this.u8()];
        return { token, bytes, scale };
      }
      default:
        throw new Error(`a value has the type 0x${token.toString(16)}, which no export sends`);
    }
  }

  value({ token, bytes, scale }: WireType): SqlValue {
    if (token === 0xe7) return bytes === MAX ? this.chunkedText() : this.shortText(bytes);
    const length = this.u8();
    if (length === 0) return null;
    if (token === 0x68) return this.u8() === 1;
    if (token === 0x6d) return this.bytes(length).readDoubleLE(0);
    if (token === 0x26) {
      return length === 8 ? Number(this.bytes(8).readBigInt64LE(0)) : this.bytes(length).readInt32LE(0);
    }
    const sign = this.u8() === 1 ? 1 : -1;
    return (sign * this.bytes(length - 1).readUIntLE(0, length - 1)) / 10 ** scale;
  }

  private shortText(most: number): string | null {
    const length = this.u16();
    if (length === MAX) return null;
    // As the server says it: error 4815.
    if (length > most) throw new RangeError('Received an invalid column length from the bcp client.');
    return this.text(length / 2);
  }

  /** PLP: a length, which may be unknown, and chunks until an empty one. */
  private chunkedText(): string | null {
    if (this.u64() === 0xffff_ffff_ffff_ffffn) return null;
    const parts: Buffer[] = [];
    for (let length = this.u32(); length > 0; length = this.u32()) parts.push(this.bytes(length));
    return Buffer.concat(parts).toString('utf16le');
  }
}
