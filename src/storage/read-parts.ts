import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ReadOptions {
  /** No faster than this: for reading beside those who are served. */
  bytesPerSecond?: number | undefined;
  /**
   * Reads the disk and not the memory of the system (O_DIRECT), where the file system can do that: what is in memory may
   * be right where the disk no longer is, and what others have read stays there.
   */
  direct?: boolean | undefined;
}

const PART_BYTES = 1 << 20;
const LEAST_PAUSE_MS = 1;

/**
 * The bytes of a file, part by part; each part lasts until the next one is asked for.
 * @throws what the system says, or the signal's reason; for a file that is removed while it is read slowly ENOENT, so
 * that its room on the disk is not held.
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
      // What ends the pause ends the reading, and says why.
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

/** What nobody reads into. */
const spare: Uint8Array[] = [];
/** Of WebAssembly. */
const PAGE_BYTES = 65_536;

/** Direct reads need memory that begins where a page does: no buffer of Node does, and all memory of WebAssembly. */
function takeMemory(): Uint8Array {
  const pages = PART_BYTES / PAGE_BYTES;
  return spare.pop() ?? new Uint8Array(new WebAssembly.Memory({ initial: pages, maximum: pages }).buffer);
}

/** undefined where the file system reads nothing directly. */
async function openDirect(path: string, part: Uint8Array): Promise<FileHandle | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_DIRECT);
    // Some take the flag, and refuse the first read.
    await file.read(part, 0, part.length, 0);
    return file;
  } catch (error) {
    await file?.close();
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return undefined;
    throw error;
  }
}
