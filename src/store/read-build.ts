import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { BUILD_ID, buildFolder, MANIFEST_FILE, pointerPath, tableFile } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import { isManifest, isPointer } from '../dataset/manifest.ts';
import type { Manifest, Pointer } from '../dataset/manifest.ts';
import { TABLES } from '../dataset/tables.ts';

/** The build to serve, and why it is not the one that the pointer names. */
export interface Choice {
  build: { manifest: Manifest; version: number } | null;
  problem: string | null;
}

/** Where builds and their pointer are. */
export type BuildPlaces = Pick<Folders, 'builds' | 'meta'>;

/**
 * The pointer's build; where the pointer or its build is bad, the newest one whose files are all there. Builds that
 * are known not to open count as bad.
 */
export async function chooseBuild(folders: BuildPlaces, bad: ReadonlySet<string> = new Set()): Promise<Choice> {
  const text = await readText(pointerPath(folders));
  const pointer = text === undefined ? undefined : parse(text);
  if (isPointer(pointer)) {
    const manifest = bad.has(pointer.buildId) ? undefined : await readBuild(folders, pointer);
    if (manifest !== undefined) return { build: { manifest, version: pointer.version }, problem: null };
  }
  const newest = await newestBuild(folders, isPointer(pointer) ? new Set([...bad, pointer.buildId]) : bad);
  if (newest === undefined && text === undefined) return { build: null, problem: null };
  const named = isPointer(pointer)
    ? `names build ${pointer.buildId}, which is not whole`
    : 'is missing or not readable';
  const instead = newest === undefined ? 'and there is no other' : `serving ${newest.buildId} instead`;
  return {
    build: newest === undefined ? null : { manifest: newest, version: newest.version },
    problem: `the pointer current.json ${named}: ${instead}`,
  };
}

async function newestBuild(folders: BuildPlaces, bad: ReadonlySet<string>): Promise<Manifest | undefined> {
  const names = await readdir(folders.builds).catch(() => []);
  const builds = await Promise.all(
    names.filter((name) => BUILD_ID.test(name) && !bad.has(name)).map((buildId) => readBuild(folders, { buildId })),
  );
  return builds.filter((manifest) => manifest !== undefined).sort((a, b) => b.version - a.version)[0];
}

/** The manifest of a build whose tables are all there in their right size. Its indexes may be missing. */
async function readBuild(
  folders: BuildPlaces,
  { buildId, manifestSha256 }: Pick<Pointer, 'buildId'> & Partial<Pointer>,
): Promise<Manifest | undefined> {
  const folder = buildFolder(folders, buildId);
  const text = await readText(join(folder, MANIFEST_FILE));
  if (text === undefined) return undefined;
  if (manifestSha256 !== undefined && manifestSha256 !== createHash('sha256').update(text).digest('hex'))
    return undefined;
  const manifest = parse(text);
  if (!isManifest(manifest) || manifest.buildId !== buildId) return undefined;
  const bytes = new Map(manifest.tables.map((table) => [table?.name, table?.bytes]));
  const sizes = await Promise.all(TABLES.map(({ name }) => sizeOf(join(folder, tableFile(name)))));
  return TABLES.every(({ name }, at) => sizes[at] !== undefined && sizes[at] === bytes.get(name))
    ? manifest
    : undefined;
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
