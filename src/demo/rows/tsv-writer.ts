import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';

const CHUNK_CHARACTERS = 65_536;

/** A writer of a gzipped TSV file. */
export interface TsvWriter {
  /** Appends lines, each ended by a newline. Never waits: call `settle` from time to time. */
  add(lines: string, rows: number): void;
  /** A promise to await while the compressor is behind, otherwise undefined. */
  settle(): Promise<unknown> | undefined;
  /** Writes the rest; resolves when the complete file is on disk. */
  close(): Promise<void>;
  /** Abandons the file. */
  abort(): void;
  /** Number of lines so far, without the header. */
  rows(): number;
}

/** Opens a file and writes its header line. Compression has level 1, because speed matters more than size here. */
export function openTsv(path: string, columns: readonly string[]): TsvWriter {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK_CHARACTERS });
  const failure = new AbortController();
  const written = pipeline(gzip, createWriteStream(path, { flush: true }), { signal: failure.signal });
  // A failure of the file must also reject the promise of a caller that waits for the compressor.
  const stopped = new AbortController();
  written.catch((error: unknown) => stopped.abort(error));
  let pending = `${columns.join('\t')}\n`;
  let rows = 0;
  let behind = false;

  const flush = (): void => {
    if (!gzip.write(pending)) behind = true;
    pending = '';
  };
  return {
    add(lines, count) {
      rows += count;
      pending += lines;
      if (pending.length >= CHUNK_CHARACTERS) flush();
    },
    settle() {
      if (!behind) return undefined;
      behind = false;
      return gzip.writableNeedDrain ? once(gzip, 'drain', { signal: stopped.signal }).catch(() => written) : undefined;
    },
    async close() {
      flush();
      gzip.end();
      await written;
    },
    abort: () => failure.abort(),
    rows: () => rows,
  };
}
