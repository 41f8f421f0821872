import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, mkdtemp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'src/web');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/** Folder of the web app's bundle. */
export const WEB_FOLDER = join(ROOT, 'dist/web');

/**
 * Builds the web app if its bundle is missing or older than its sources, in a process of its own. The bundle appears
 * whole: it is written beside its place and renamed. Where Vite is not installed, as in the image, the bundle that was
 * shipped is served. Returns whether it was built; rejects with Vite's words if that fails.
 */
export async function buildWebApp(): Promise<boolean> {
  if (!existsSync(VITE) || !existsSync(SOURCES) || !(await isOutdated())) return false;
  await mkdir(dirname(WEB_FOLDER), { recursive: true });
  const made = await mkdtemp(join(dirname(WEB_FOLDER), '.web-'));
  try {
    const config = join(SOURCES, 'vite.config.ts');
    const args = [VITE, 'build', '--config', config, '--outDir', made, '--emptyOutDir', '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    await putInPlace(made);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return true;
}

async function isOutdated(): Promise<boolean> {
  const page = await stat(join(WEB_FOLDER, 'index.html')).catch(() => undefined);
  if (page === undefined) return true;
  for await (const name of glob('**/*.*', { cwd: SOURCES })) {
    const { mtimeMs } = await stat(join(SOURCES, name));
    if (mtimeMs > page.mtimeMs) return true;
  }
  return false;
}

/** Renames a new bundle to its place. Of several processes that build at once, the last one wins. */
async function putInPlace(made: string): Promise<void> {
  const old = `${made}-old`;
  try {
    await rename(WEB_FOLDER, old).catch(ignoreMissing);
    await rename(made, WEB_FOLDER).catch(ignoreTaken);
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Another process has put its bundle there meanwhile, made of the same sources. */
function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
