import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';

const CHUNK_CHARACTERS = 65_536;

/** A gzipped TSV file that is being written. */
export interface TsvWriter {
  /** Adds whole lines, each ended by a newline. Never waits: call `settle` from time to time. */
  add(lines: string, rows: number): void;
  /** A promise to wait for while the compressor is behind, else undefined. */
  settle(): Promise<unknown> | undefined;
  /** Writes what is left; resolves when the file is whole and on disk. */
  close(): Promise<void>;
  /** Gives the file up. */
  abort(): void;
  /** Lines so far, without the header. */
  rows(): number;
}

/** Opens a file with its header line. Level 1: the demo data is written more often than it is stored. */
export function openTsv(path: string, columns: readonly string[]): TsvWriter {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK_CHARACTERS });
  const failure = new AbortController();
  const written = pipeline(gzip, createWriteStream(path, { flush: true }), { signal: failure.signal });
  // Whoever waits for room must hear of a failure of the file, too, and gets its reason.
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
