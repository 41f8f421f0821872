import { createHash } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { Asset } from './send-asset.ts';

/** The files of the web app, as `npm run web:build` writes them. */
export interface WebBundle {
  /** HTML of every page, with the mark that `pageAt` replaces. */
  html: string;
  /** Hash of the HTML, which names all other files. */
  hash: string;
  /** Files by path below the root, such as `assets/main-Cx1aYHS2.js`; those in `assets/` have a hash in their names. */
  files: ReadonlyMap<string, Asset>;
}

const PAGE = 'index.html';
const HASH_CHARACTERS = 27;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The bundle in a folder, kept in memory, and read again once another one is in its place: one process of several makes
 * it while all serve. Undefined as long as there is none.
 */
export function webBundleIn(folder: string): () => Promise<WebBundle | undefined> {
  let known: { madeAt: number; bundle: WebBundle } | undefined;
  return async () => {
    const page = await stat(join(folder, PAGE)).catch(ignoreMissing);
    // Between two bundles there is none for a moment.
    if (page === undefined || page.mtimeMs === known?.madeAt) return known?.bundle;
    const bundle = await readWebBundle(folder);
    if (bundle !== undefined) known = { madeAt: page.mtimeMs, bundle };
    return known?.bundle;
  };
}

/** Reads the bundle, a hundred kilobytes; undefined if there is none. */
async function readWebBundle(folder: string): Promise<WebBundle | undefined> {
  const files = new Map<string, Asset>();
  // The encodings are written beside each file: what has both is part of the bundle.
  for await (const name of glob('**/*.gz', { cwd: folder })) {
    const path = name.slice(0, -'.gz'.length).replaceAll('\\', '/');
    const mediaType = MEDIA_TYPES[extname(path)];
    if (mediaType === undefined) continue;
    const [gzip, br] = await Promise.all(['gz', 'br'].map((form) => readFile(join(folder, `${path}.${form}`))));
    if (gzip === undefined || br === undefined) continue;
    const encoded = { gzip: new Uint8Array(gzip), br: new Uint8Array(br) };
    files.set(path, { fileName: path.startsWith('assets/') ? path : `${path}-${hashOf(gzip)}`, mediaType, encoded });
  }
  const html = await readFile(join(folder, PAGE), 'utf8').catch(ignoreMissing);
  return html === undefined ? undefined : { html, hash: hashOf(html), files };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, HASH_CHARACTERS);
}
