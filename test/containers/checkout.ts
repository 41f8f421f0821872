import { chmod, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ROOT } from '../support/docs.ts';

/** What a checkout has besides the code. */
const NOT_COPIED: ReadonlySet<string> = new Set(['.env', '.git', 'client', 'data', 'dist', 'node_modules']);

/** A text that must not be in an image. */
export const SECRET = 'a-secret-of-the-operator';

/** What people have in a checkout that is not for others. */
const PRIVATE_FILES: Readonly<Record<string, string>> = {
  '.env': `ADMIN_TOKENS=${SECRET}`,
  '.git/config': SECRET,
  'node_modules/planted/index.js': SECRET,
  'data/downloads/title.basics.tsv.gz': SECRET,
  'notes.txt': SECRET,
};

/** With the times of the files, by which an engine knows again what it has built already. */
const COPY = { recursive: true, preserveTimestamps: true } as const;

/** Copies this checkout to a folder. */
export async function copyCheckout(folder: string): Promise<void> {
  for (const name of await readdir(ROOT)) {
    if (!NOT_COPIED.has(name)) await cp(join(ROOT, name), join(folder, name), { ...COPY, filter: isOurs });
  }
  await chmod(folder, 0o755);
}

function isOurs(path: string): boolean {
  return !path.includes('/node_modules');
}

/** Puts files into a checkout that have no place in its image. */
export async function plantPrivateFiles(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(PRIVATE_FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
