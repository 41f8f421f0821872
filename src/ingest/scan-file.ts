import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { sourceFile } from '../dataset/sources.ts';
import type { Source } from '../dataset/sources.ts';
import { inThread, isWorthAThread } from './in-thread.ts';
import { Rejected } from './outcome.ts';

/** What reading a gzipped file to its end has shown. */
export interface ScannedFile {
  /** Compressed size. */
  bytes: number;
  /** Of the compressed bytes. */
  sha256: string;
  /** Lines after the header; empty ones are none. */
  rows: number;
}

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 10;
const EMPTY_LINE = Buffer.from([LINE_FEED, LINE_FEED]);
const CARRIAGE_RETURN = 13;
const MAX_HEADER_BYTES = 4096;

/**
 * Reads a source's file to the end: length, gzip CRC, header line and number of lines. DuckDB does not check gzip
 * trailers and ignores header names, so this is the only place that finds a cut, damaged or foreign file.
 * @throws Rejected with one line that names the file and what was expected.
 */
export async function scanFile(path: string, options: ScanOptions): Promise<ScannedFile> {
  return (await isWorthAThread(path)) ? inThread('scan', { path, ...options }) : scanHere(path, options);
}

export interface ScanOptions {
  source: Source;
  signal?: AbortSignal | undefined;
}

/** The same in this thread. */
export async function scanHere(path: string, { source, signal }: ScanOptions): Promise<ScannedFile> {
  const hash = createHash('sha256');
  const text = new TextCounter();
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
      createGunzip({ chunkSize: CHUNK_BYTES }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) text.add(chunk);
      },
      { signal },
    );
  } catch (error) {
    throw await explain(error, { path, file: sourceFile(source.name), bytes });
  }
  checkText(text, source);
  return { bytes, sha256: hash.digest('hex'), rows: text.lines - text.emptyLines - 1 };
}

class TextCounter {
  lines = 0;
  /** DuckDB passes over empty lines without a word. */
  emptyLines = 0;
  header = Buffer.alloc(0);
  /** Line of the first carriage return, counted from 1. */
  carriageReturnAt: number | undefined;
  #lastByte = LINE_FEED;
  #headerDone = false;

  add(chunk: Buffer): void {
    if (chunk.length === 0) return;
    if (this.#lastByte === LINE_FEED) this.lines += 1;
    if (!this.#headerDone) this.#readHeader(chunk);
    if (this.carriageReturnAt === undefined && chunk.includes(CARRIAGE_RETURN)) {
      this.carriageReturnAt = this.lines + countLineFeeds(chunk.subarray(0, chunk.indexOf(CARRIAGE_RETURN)));
    }
    if (this.#lastByte === LINE_FEED && chunk[0] === LINE_FEED) this.emptyLines += 1;
    this.emptyLines += countPairs(chunk);
    const lastByte = chunk.at(-1) ?? LINE_FEED;
    // A line feed ends a line; the line after the last one is counted when its first byte comes.
    this.lines += countLineFeeds(chunk) - (lastByte === LINE_FEED ? 1 : 0);
    this.#lastByte = lastByte;
  }

  #readHeader(chunk: Buffer): void {
    const end = chunk.indexOf(LINE_FEED);
    this.header = Buffer.concat([this.header, end === -1 ? chunk : chunk.subarray(0, end)]);
    this.#headerDone = end !== -1 || this.header.length > MAX_HEADER_BYTES;
  }
}

function countLineFeeds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}

function countPairs(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(EMPTY_LINE); at !== -1; at = chunk.indexOf(EMPTY_LINE, at + 1)) count += 1;
  return count;
}

function checkText(text: TextCounter, source: Source): void {
  const file = sourceFile(source.name);
  const expected = source.columns.join('\t');
  const header = text.header.toString('utf8');
  if (header !== expected) {
    throw new Rejected(
      `${file}: the header line is ${quoted(header)}, expected the columns ${quoted(expected)} separated by tabs`,
    );
  }
  if (text.carriageReturnAt !== undefined) {
    throw new Rejected(
      `${file}: line ${text.carriageReturnAt} holds a carriage return, expected lines that end with a line feed`,
    );
  }
  if (text.lines - text.emptyLines < 2) throw new Rejected(`${file}: no rows after the header line`);
}

async function explain(
  error: unknown,
  { path, file, bytes }: { path: string; file: string; bytes: number },
): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR' && bytes === 0) return new Rejected(`${file}: the file is empty, expected a gzip file`);
  if (code === 'Z_BUF_ERROR') return new Rejected(`${file}: the gzip file is cut off before its end`, { cause: error });
  if (code === 'Z_DATA_ERROR') {
    const beginning = await firstBytes(path);
    return beginning.startsWith('\u001f')
      ? new Rejected(`${file}: the gzip data is damaged (checksum or coding)`, { cause: error })
      : new Rejected(`${file}: expected a gzip file, but it begins with ${quoted(beginning)}`, { cause: error });
  }
  return error;
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(40), 0, 40, 0);
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await handle.close();
  }
}

/** In quotes, with whatever cannot be seen (such as a byte order mark) escaped. */
function quoted(text: string): string {
  const json = JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
  return json.replaceAll(/[\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
