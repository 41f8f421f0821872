import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { inThread, isWorthAThread } from './in-thread.ts';

const CHUNK_BYTES = 1 << 20;

/** SHA-256 of a file, in hexadecimal. */
export async function sha256(path: string, signal?: AbortSignal): Promise<string> {
  return (await isWorthAThread(path)) ? inThread('sha256', { path, signal }) : sha256Here(path, signal);
}

/** The same in this thread. */
export async function sha256Here(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), hash, { signal });
  return hash.digest('hex');
}
