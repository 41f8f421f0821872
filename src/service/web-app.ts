import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, mkdtemp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { Logger } from '../process/logger.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the web app's bundle. */
export const WEB_FOLDER = bundleOf(ROOT);

/** Builds the web app in the background: the graph is served meanwhile, and if it fails. */
export async function makeWebApp(log: Logger, { root = ROOT } = {}): Promise<void> {
  const started = performance.now();
  try {
    const isBuilt = await buildWebApp({ root });
    if (isBuilt) log.info({ event: 'web app built', durationMs: Math.round(performance.now() - started) });
  } catch (err) {
    log.error({ event: 'web app not built', err });
  }
}

/**
 * Builds the web app if its bundle is missing or older than its sources, in a process of its own. The bundle appears
 * whole: it is written beside its place and renamed. Where Vite is not installed, as in the image, the bundle that was
 * shipped is served. Returns whether it was built; rejects with Vite's words if that fails.
 */
export async function buildWebApp({ root = ROOT } = {}): Promise<boolean> {
  const [sources, bundle, vite] = [join(root, 'src/web'), bundleOf(root), join(root, 'node_modules/vite/bin/vite.js')];
  const all = [sources, join(root, 'src/pictures')];
  if (!existsSync(vite) || !existsSync(sources) || !(await isOutdated(bundle, all))) return false;
  await mkdir(dirname(bundle), { recursive: true });
  const made = await mkdtemp(join(dirname(bundle), '.web-'));
  try {
    const config = join(sources, 'vite.config.ts');
    const args = [vite, 'build', '--config', config, '--outDir', made, '--emptyOutDir', '--logLevel', 'warn'];
    // In another environment, such as that of tests, Vite makes an app that is not for production.
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { NODE_ENV: 'production' } });
    await putInPlace(made, bundle);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return true;
}

function bundleOf(root: string): string {
  return join(root, 'dist/web');
}

async function isOutdated(bundle: string, sources: readonly string[]): Promise<boolean> {
  const page = await stat(join(bundle, 'index.html')).catch(() => undefined);
  if (page === undefined) return true;
  for (const folder of sources) {
    for await (const name of glob('**/*.{ts,tsx,graphql,css,html,svg,png,webmanifest}', { cwd: folder })) {
      const { mtimeMs } = await stat(join(folder, name));
      if (mtimeMs > page.mtimeMs) return true;
    }
  }
  return false;
}

/** Renames a new bundle to its place. Of several processes that build at once, the last one wins. */
async function putInPlace(made: string, bundle: string): Promise<void> {
  const old = `${made}-old`;
  try {
    await rename(bundle, old).catch(ignoreMissing);
    await rename(made, bundle).catch(ignoreTaken);
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
