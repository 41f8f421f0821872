import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib';

const compress = promisify(zstdCompress);

/** A frame that is damaged may say any size of itself. */
const MOST_BYTES = 1 << 28;

/** Compresses the text of an answer, with a checksum of it: a byte that has changed is noticed when it is read. */
export function packBody(text: string | Buffer): Promise<Buffer> {
  return compress(text, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** The JSON of a packed answer. @throws Error where it is damaged. */
export function readBody(packed: Uint8Array): unknown {
  return JSON.parse(zstdDecompressSync(packed, { maxOutputLength: MOST_BYTES }).toString());
}
