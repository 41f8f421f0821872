import { crc32 } from 'node:zlib';

/**
 * `lookup/rated_titles.columns` holds what is kept in memory of the titles that have a rating, column after column in the
 * order of their ids: averages (8 bytes each), ids, votes and where each name ends in the text behind (4 bytes each), then
 * the names in UTF-8 and the footer. All of it is little-endian and lies as typed arrays need it, so that the file is read
 * whole and used as it stands: a million and a half titles in a tenth of a second, where DuckDB takes seconds.
 */
export interface RatedTitles {
  /** Ascending. */
  ids: Int32Array;
  averages: Float64Array;
  votes: Int32Array;
  /** Where the name of each title ends in the text; that of one without a name ends where it begins. */
  nameEnds: Uint32Array;
  /** The names, one behind the other. */
  text: Uint8Array;
}

/** Magic, titles, bytes of text, CRC-32 of all before. */
const FOOTER_BYTES = 24;
const MAGIC = 'MARQRAT1';
const BYTES_OF_TITLE = 20;

/** The parts of the file in their order. */
export function encodeRatedTitles({ ids, averages, votes, nameEnds, text }: RatedTitles): Buffer[] {
  const columns = [averages, ids, votes, nameEnds, text].map(bytesOf);
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.write(MAGIC, 'latin1');
  footer.writeUInt32LE(ids.length, 8);
  footer.writeUInt32LE(text.length, 12);
  const parts = [...columns, footer.subarray(0, 16)];
  footer.writeUInt32LE(
    parts.reduce((sum, part) => crc32(part, sum), 0),
    16,
  );
  return [...columns, footer];
}

/**
 * The columns of a whole file, which lie in its bytes.
 * @throws Error where these are not as they were written.
 */
export function decodeRatedTitles(file: ArrayBuffer): RatedTitles {
  const bytes = Buffer.from(file);
  const footerAt = bytes.length - FOOTER_BYTES;
  if (footerAt < 0 || bytes.toString('latin1', footerAt, footerAt + 8) !== MAGIC) {
    throw new Error('it does not end as a file of rated titles does');
  }
  const [titles, textBytes] = [bytes.readUInt32LE(footerAt + 8), bytes.readUInt32LE(footerAt + 12)];
  if (titles * BYTES_OF_TITLE + textBytes !== footerAt) throw new Error('its footer is damaged');
  if (
    crc32(bytes.subarray(0, footerAt + 16)) !== bytes.readUInt32LE(footerAt + 16) ||
    bytes.readUInt32LE(footerAt + 20) !== 0
  ) {
    throw new Error('its checksum is another');
  }
  return {
    averages: new Float64Array(file, 0, titles),
    ids: new Int32Array(file, 8 * titles, titles),
    votes: new Int32Array(file, 12 * titles, titles),
    nameEnds: new Uint32Array(file, 16 * titles, titles),
    text: new Uint8Array(file, BYTES_OF_TITLE * titles, textBytes),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: RatedTitles[keyof RatedTitles]): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
