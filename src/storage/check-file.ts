import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FileRecord } from '../dataset/builds/manifest.ts';
import type { ReadOptions } from './read-parts.ts';
import { sha256 } from './sha256.ts';

/**
 * Reads a file of a build to its end and compares it with its record. Answers with what is wrong, which ends the sentence
 * `<file> …`; undefined where it is whole.
 * @throws what the system says that is no damage of the file, as that too many are open; the signal's reason.
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

/** What an error of the system says of the file itself. */
function damageOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is missing';
  // The disk, and what file systems with checksums say.
  return ['EIO', 'EBADMSG', 'EUCLEAN', 'EISDIR'].includes(code) ? `cannot be read from the disk (${code})` : undefined;
}
