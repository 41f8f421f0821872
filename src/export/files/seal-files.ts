import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { fsync } from '../../storage/files/durable.ts';
import type { SealedFile } from './file-outcome.ts';

/** Flushes all files of a folder to disk. Answers with the size and the SHA-256 of each, in the order of their paths. */
export async function sealFiles(folder: string, signal: AbortSignal): Promise<SealedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const sealed: SealedFile[] = [];
  for (const path of paths.sort()) {
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          hash.update(chunk);
          bytes += chunk.length;
        }
      },
      { signal },
    );
    await fsync(path);
    sealed.push({ file: relative(folder, path), bytes, sha256: hash.digest('hex') });
  }
  return sealed;
}
