import { execFile } from 'node:child_process';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A copy of a data folder whose files are hard links: a build is never changed, so that nothing is shared that could be. */
export async function linkedCopy(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await run('cp', ['-al', from, to]);
  // A lock is held by file, which would be the same one.
  await rm(join(to, 'ingest.lock'), { force: true });
}

/** The files below a folder and their sizes. */
export async function filesIn(folder: string): Promise<{ name: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (path) => ({ name: path.slice(folder.length + 1), bytes: (await stat(path)).size })),
  );
}
