import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Flushes a file, or the entries of a folder, to disk, so that they survive a power loss.
 * @throws the error of the system, with the path in its message.
 */
export async function fsync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    throw atPath(error, path);
  } finally {
    await handle.close();
  }
}

/** An error of an open file does not say which file it is. */
function atPath(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || 'path' in error) return error;
  return Object.assign(
    new Error(`${path}: ${error.message}`, { cause: error }),
    Object.fromEntries(Object.entries(error)),
    { path },
  );
}

/** Renames a file or folder and flushes the new name to disk. */
export async function durableRename(from: string, to: string): Promise<void> {
  await rename(from, to);
  await fsync(dirname(to));
}

/** Replaces a file atomically: readers see the old text or the new text, never a part. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  try {
    await writeDurably(temporary, text);
    await durableRename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    throw atPath(error, path);
  } finally {
    await handle.close();
  }
}

export async function replaceJson(path: string, value: unknown): Promise<void> {
  await replaceFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The value of a JSON file; undefined if the file is missing or is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
