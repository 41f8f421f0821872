import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { tmdbSnapshotFile } from '../../../../dataset/builds/paths.ts';
import type { SnapshotFile } from '../../../../dataset/sources/tmdb-snapshot.ts';
import type { TmdbSnapshotName } from '../../../../dataset/sources/tmdb-snapshot.ts';

/** A file of a snapshot while it is written, under a name of its own until all files are there. */
export interface SnapshotWriter {
  name: TmdbSnapshotName;
  /** Appends rows. Never waits: await `settle` from time to time. */
  add(rows: readonly SnapshotRow[]): void;
  /** A promise to await while the compressor is behind, otherwise undefined. */
  settle(): Promise<unknown> | undefined;
  /** Writes the rest; resolves when the whole file is on the disk. */
  close(): Promise<SnapshotFile>;
  /** Abandons the file. */
  abort(): void;
}

/** Its columns are those of its table. */
export interface SnapshotRow {
  fetchedAt: string;
  [column: string]: unknown;
}

const CHUNK_CHARACTERS = 256 << 10;
/** Each level above takes more time than the disk that it saves. */
const LEVEL = 2;

/** Path of a file of a snapshot that is not complete yet. */
export function unfinishedFile(folder: string, name: TmdbSnapshotName): string {
  return join(folder, `${tmdbSnapshotFile(name)}.new`);
}

export function openSnapshotFile(folder: string, name: TmdbSnapshotName): SnapshotWriter {
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK_CHARACTERS });
  const hash = createHash('sha256');
  const failure = new AbortController();
  let bytes = 0;
  async function* measured(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  const file = createWriteStream(unfinishedFile(folder, name), { flush: true });
  const written = pipeline(gzip, measured, file, { signal: failure.signal });
  // A failure of the file must also reject the promise of a caller that waits for the compressor.
  const stopped = new AbortController();
  written.catch((error: unknown) => stopped.abort(error));
  let pending = '';
  let behind = false;
  let rows = 0;
  let oldest: string | null = null;
  let newest: string | null = null;

  function flush(): void {
    if (!gzip.write(pending)) behind = true;
    pending = '';
  }
  return {
    name,
    add(added) {
      for (const row of added) {
        pending += `${JSON.stringify(row)}\n`;
        if (oldest === null || row.fetchedAt < oldest) oldest = row.fetchedAt;
        if (newest === null || row.fetchedAt > newest) newest = row.fetchedAt;
      }
      rows += added.length;
      if (pending.length >= CHUNK_CHARACTERS) flush();
    },
    settle() {
      if (!behind) return undefined;
      behind = false;
      return gzip.writableNeedDrain ? once(gzip, 'drain', { signal: stopped.signal }).catch(() => written) : undefined;
    },
    async close() {
      if (pending !== '') flush();
      gzip.end();
      await written;
      return { name, bytes, sha256: hash.digest('hex'), rows, oldestFetchedAt: oldest, newestFetchedAt: newest };
    },
    abort: () => failure.abort(),
  };
}
