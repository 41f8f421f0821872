import { crc32 } from 'node:zlib';

/** Bytes that are read, checked and kept together. */
export const PAGE_BYTES = 4096;
const SUM_BYTES = 4;
const COUNT_BYTES = 4;
const MAGIC_BYTES = 8;
const ALIGNED = 8;

/**
 * A file in pages: sections one after the other, each aligned to 8 bytes; the last page filled up with zeros; the CRC-32
 * of each page, 4 bytes each; and a footer with the magic (8 bytes), the counts, the sum (4 bytes each), and zeros up to
 * a multiple of 8. The sum is the CRC-32 of the sums of the pages and of the counts: other counts might say of whole
 * pages that they are of something else. All of it is little-endian.
 */
export interface PagedFormat<Count extends string> {
  /** What it is, for errors: `a file of postings`. */
  name: string;
  /** Eight letters, the last of which is the version. */
  magic: string;
  /** The names of the numbers that say how much of what a file holds. */
  counts: readonly Count[];
  /** Bytes of all sections. */
  bytesOf: (counts: Counts<Count>) => number;
}

export type Counts<Count extends string> = Readonly<Record<Count, number>>;

/** Where the sums begin, the footer, and the end of the file. */
export function pagedSections<Count extends string>(format: PagedFormat<Count>, counts: Counts<Count>) {
  const sums = aligned(format.bytesOf(counts), PAGE_BYTES);
  const footer = sums + SUM_BYTES * (sums / PAGE_BYTES);
  return { sums, footer, end: footer + footerBytes(format) };
}

export function footerBytes({ counts }: Pick<PagedFormat<string>, 'counts'>): number {
  return aligned(MAGIC_BYTES + COUNT_BYTES * (counts.length + 1));
}

export function encodeFooter<Count extends string>(
  format: PagedFormat<Count>,
  { sums, counts }: { sums: Uint8Array; counts: Counts<Count> },
): Buffer {
  const footer = Buffer.alloc(footerBytes(format));
  footer.write(format.magic, 'latin1');
  for (const [index, number] of [
    ...format.counts.map((name) => counts[name]),
    sumOf(format, { sums, counts }),
  ].entries())
    footer.writeUInt32LE(number, MAGIC_BYTES + COUNT_BYTES * index);
  return footer;
}

/** The counts; undefined where the bytes are no footer of a file of so many bytes. */
export function decodeFooter<Count extends string>(
  format: PagedFormat<Count>,
  { footer, size }: { footer: Buffer; size: number },
): Counts<Count> | undefined {
  if (footer.length !== footerBytes(format) || footer.toString('latin1', 0, MAGIC_BYTES) !== format.magic)
    return undefined;
  const numbers = format.counts.map((name, index) => [name, footer.readUInt32LE(MAGIC_BYTES + COUNT_BYTES * index)]);
  const counts = Object.fromEntries(numbers) as Counts<Count>;
  return pagedSections(format, counts).end === size ? counts : undefined;
}

/** Whether the sums of the pages and the footer are those that were written. */
export function areSumsIntact<Count extends string>(
  format: PagedFormat<Count>,
  { sums, counts, footer }: { sums: Uint8Array; counts: Counts<Count>; footer: Buffer },
): boolean {
  return encodeFooter(format, { sums, counts }).equals(footer);
}

function sumOf<Count extends string>(
  { counts: names }: PagedFormat<Count>,
  { sums, counts }: { sums: Uint8Array; counts: Counts<Count> },
): number {
  return crc32(new Uint8Array(Uint32Array.from(names, (name) => counts[name]).buffer), crc32(sums));
}

export function aligned(bytes: number, to = ALIGNED): number {
  return Math.ceil(bytes / to) * to;
}
