import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FileRecord } from '../../dataset/builds/manifest.ts';
import type { ReadOptions } from '../files/read-parts.ts';
import { sha256 } from '../files/sha256.ts';

/**
 * Checks the size and checksum of a file of a build. Returns the damage, which completes the sentence `<file> …`;
 * undefined if the file is intact.
 * @throws errors of the system that are no damage of the file, such as too many open files; the reason of the signal.
 */
export async function checkFile(
  folder: string,
  { file, bytes, sha256: expected, signal, ...how }: CheckedFile & ReadOptions & { signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  const path = join(folder, file);
  try {
    const { size } = await stat(path);
    if (size !== bytes) return `has ${size} bytes, expected ${bytes}`;
    const found = await sha256(path, { ...how, signal });
    return found === expected ? undefined : 'has another checksum than the manifest';
  } catch (error) {
    const damage = damageOf(error);
    if (damage === undefined) throw error;
    return damage;
  }
}

export type CheckedFile = Pick<FileRecord, 'file' | 'bytes' | 'sha256'>;

/** The damage of a file that an error of the system reports; undefined for any other error. */
function damageOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
  // Errors of the disk, and of file systems with checksums.
  return ['EIO', 'EBADMSG', 'EUCLEAN', 'EISDIR'].includes(code) ? `cannot be read from the disk (${code})` : undefined;
}
