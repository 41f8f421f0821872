import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import { withoutOddLines } from './text-counter.ts';
import { fileTask } from '../../threads/file-task.ts';

export interface CleanInput {
  /** The gzipped file. */
  path: string;
  /** Its bytes without what comes after the end of the gzip data. */
  gzipBytes: number;
  /** Where the copy goes. */
  to: string;
}

const CHUNK_BYTES = 1 << 20;
/** The copy is read once and removed. */
const FASTEST = 1;

/** Copies a gzipped file, in this thread, without what DuckDB must not be given; see `OddBytes`. */
export async function cleanCopyHere({ path, gzipBytes, to }: CleanInput): Promise<void> {
  await pipeline(
    createReadStream(path, { end: gzipBytes - 1, highWaterMark: CHUNK_BYTES }),
    createGunzip({ chunkSize: CHUNK_BYTES }),
    withoutOddLines,
    createGzip({ level: FASTEST, chunkSize: CHUNK_BYTES }),
    createWriteStream(to),
  );
}

export const CLEAN_COPY = fileTask(import.meta.url, cleanCopyHere);
