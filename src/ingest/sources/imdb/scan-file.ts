import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import type { RejectedLine } from '../../../dataset/builds/manifest.ts';
import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { Source } from '../../../dataset/sources/imdb.ts';
import { explainGzip, refuseRubbish } from './check-gzip.ts';
import { checkText, refuseForeign } from './check-text.ts';
import { inThread, isWorthAThread } from '../../threads/in-thread.ts';
import { TextCounter } from './text-counter.ts';
import { fileTask } from '../../threads/file-task.ts';

/** What reading a gzipped file to its end has shown. */
export interface ScannedFile {
  /** Compressed size. */
  bytes: number;
  /** Of the compressed bytes. */
  sha256: string;
  /** Lines after the header; empty ones are none. */
  rows: number;
  /** Size of the text that the file holds. */
  textBytes: number;
  /** What DuckDB must not be given; undefined where it can read the file as it is. */
  odd?: OddBytes | undefined;
}

/** Parts of a gzipped file that DuckDB fails at, or reads wrong. */
export interface OddBytes {
  /** Bytes up to the end of the gzip data: block devices leave zeros after it. */
  gzipBytes: number;
  /** Lines with a carriage return or of more than two megabytes, with the first of them as samples. */
  lines: { rows: number; samples: RejectedLine[] };
}

const CHUNK_BYTES = 1 << 20;

/**
 * Reads a source's file to the end: length, gzip CRC, header line, number of lines, and what DuckDB cannot read. DuckDB
 * does not check gzip trailers and ignores header names, so this is the only place that finds a cut, damaged or foreign
 * file, and one that is much larger than it looks. DuckDB decompresses the file once more: leaving the text for it on the
 * disk would save 2 % of the processor time of an ingest, and take four times the room of all downloads.
 * @throws Rejected with one line that names the file and what was expected.
 */
export async function scanFile(path: string, options: ScanOptions): Promise<ScannedFile> {
  return (await isWorthAThread(path)) ? inThread(SCAN, { path, ...options }) : scanHere({ path, ...options });
}

export interface ScanOptions {
  source: Source;
  /** Where the text that is read is also written; nowhere if not given. */
  to?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** As scanFile, in this thread. */
export async function scanHere({ path, source, to, signal }: ScanOptions & { path: string }): Promise<ScannedFile> {
  const hash = createHash('sha256');
  const text = new TextCounter();
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const { size } = await stat(path);
  const copy = to === undefined ? undefined : await open(to, 'w');
  let bytes = 0;
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: CHUNK_BYTES }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      gunzip,
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          text.add(chunk);
          refuseForeign(text, { source, size });
          await copy?.writeFile(chunk);
        }
      },
      { signal },
    );
  } catch (error) {
    throw await explainGzip(error, { path, file: sourceFile(source.name), bytes });
  } finally {
    await copy?.close();
  }
  text.end();
  checkText(text, source);
  const { bytesWritten: gzipBytes } = gunzip;
  if (gzipBytes < bytes) await refuseRubbish(path, { file: sourceFile(source.name), from: gzipBytes });
  const rows = text.lines - text.emptyLines - 1;
  const lines = { rows: text.returns + text.tooLong, samples: text.samples };
  const odd = gzipBytes < bytes || lines.rows > 0 ? { gzipBytes, lines } : undefined;
  return { bytes, sha256: hash.digest('hex'), rows, textBytes: text.bytes, odd };
}

const SCAN = fileTask(import.meta.url, scanHere);
