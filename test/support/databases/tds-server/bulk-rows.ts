import type { SqlValue } from '../../../../src/export/engines/sqlserver/client.ts';
import { ByteReader } from './byte-reader.ts';
import { SqlError } from './catalogue.ts';

export type BulkColumns = readonly { name: string; type: string }[];

const [COLUMNS, ROW, DONE] = [0x81, 0xd1, 0xfd];
/** What INSERT BULK declares for the token of a type. */
const DECLARED: Record<number, RegExp> = {
  0xe7: /^nvarchar\((\d+|max)\)$/,
  0x26: /^(int|bigint)$/,
  0x6d: /^float$/,
  0x68: /^bit$/,
  0x6a: /^decimal\(\d+, \d+\)$/,
};

/** Reads COLMETADATA, ROW and DONE tokens of a bulk load. @throws SqlError where they are not what was declared. */
export function readBulkRows(data: Buffer, declared: BulkColumns): (readonly SqlValue[])[] {
  const reader = new ByteReader(data);
  if (reader.u8() !== COLUMNS || reader.u16() !== declared.length) throw new Error('a bulk load of other columns');
  const types = declared.map(({ name, type }, index) => {
    reader.bytes(6);
    const wire = reader.type();
    const sent = reader.text(reader.u8());
    if (sent !== name || DECLARED[wire.token]?.test(type) !== true) {
      throw new SqlError(4816, `Invalid column type from bcp client for colid ${index + 1}.`);
    }
    return wire;
  });
  const rows: (readonly SqlValue[])[] = [];
  for (let token = reader.u8(); token !== DONE; token = reader.u8()) {
    if (token !== ROW) throw new Error(`a token 0x${token.toString(16)} in a bulk load`);
    rows.push(types.map((type) => valueOf(reader, type)));
  }
  reader.bytes(12);
  if (reader.left > 0) throw new Error('a bulk load goes on after its end');
  return rows;
}

function valueOf(reader: ByteReader, type: Parameters<ByteReader['value']>[0]): SqlValue {
  try {
    return reader.value(type);
  } catch (error) {
    throw error instanceof RangeError ? new SqlError(4815, error.message) : error;
  }
}
