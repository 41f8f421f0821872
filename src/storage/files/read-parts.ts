import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ReadOptions {
  /** Highest speed, for reads in the background of a serving process. */
  bytesPerSecond?: number | undefined;
  /**
   * Whether to bypass the page cache (O_DIRECT) if the file system supports it: a cached page may be intact where the
   * disk is damaged, and the read evicts nothing from the cache.
   */
  direct?: boolean | undefined;
}

const PART_BYTES = 1 << 20;
const LEAST_PAUSE_MS = 1;

/**
 * Yields the bytes of a file part by part. A part is valid until the next one is requested.
 * @throws errors of the system, or the reason of the signal; ENOENT for a file that is removed during a slow read, so
 * that its disk space is freed.
 */
export async function* readParts(
  path: string,
  { bytesPerSecond, direct = false, signal }: ReadOptions & { signal?: AbortSignal | undefined } = {},
): AsyncGenerator<Uint8Array> {
  const part = takeMemory();
  let file: FileHandle | undefined;
  try {
    file = (direct ? await openDirect(path, part) : undefined) ?? (await open(path, 'r'));
    const started = performance.now();
    const { size } = await file.stat();
    for (let at = 0; at < size;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(part, 0, part.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield part.subarray(0, bytesRead);
      const aheadMs = bytesPerSecond === undefined ? 0 : (at / bytesPerSecond) * 1000 - (performance.now() - started);
      if (aheadMs < LEAST_PAUSE_MS) continue;
      // An abort during the pause ends the read with the reason of the signal.
      await sleep(aheadMs, undefined, signal === undefined ? {} : { signal }).catch(() => signal?.throwIfAborted());
      if ((await file.stat()).nlink === 0) throw new RemovedFile(path);
    }
  } finally {
    await file?.close();
    spare.push(part);
  }
}

class RemovedFile extends Error {
  readonly code = 'ENOENT';

  constructor(path: string) {
    super(`ENOENT: ${path} was removed while it was read`);
  }
}

/** Buffers that are not in use. */
const spare: Uint8Array[] = [];
/** Page size of WebAssembly memory. */
const PAGE_BYTES = 65_536;

/** A page-aligned buffer, which direct reads need: buffers of Node are not aligned, memory of WebAssembly is. */
function takeMemory(): Uint8Array {
  const pages = PART_BYTES / PAGE_BYTES;
  return spare.pop() ?? new Uint8Array(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer);
}

/** Opens a file for direct reads; undefined if the file system does not support them. */
async function openDirect(path: string, part: Uint8Array): Promise<FileHandle | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_DIRECT);
    // Some file systems accept the flag and refuse the first read.
    await file.read(part, 0, part.length, 0);
    return file;
  } catch (error) {
    await file?.close();
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return undefined;
    throw error;
  }
}
