import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { FileRecord } from '../../dataset/builds/manifest.ts';
import { sha256 } from '../../storage/files/sha256.ts';

/** Size and checksum of a file in a build's folder: right after it was written, while it is in the page cache. */
export async function fileRecord(
  file: string,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
): Promise<FileRecord> {
  const path = join(folder, file);
  return { file, bytes: (await stat(path)).size, sha256: await sha256(path, { signal }) };
}
