import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { LATER_TABLES } from '../dataset/later-tables.ts';
import { BUILD_ID, buildFolder, MANIFEST_FILE, pointerPath, tableFile } from '../dataset/layout.ts';
import type { Folders } from '../dataset/layout.ts';
import { isManifest, isPointer, isStamp, refusalOf } from '../dataset/manifest.ts';
import type { Manifest, Pointer } from '../dataset/manifest.ts';
import { TABLES } from '../dataset/tables.ts';

/** The build to serve, and why it is not the one that the pointer names. */
export interface Choice {
  build: { manifest: Manifest; version: number } | null;
  problem: string | null;
}

/** Where builds and their pointer are. */
export type BuildPlaces = Pick<Folders, 'builds' | 'meta'>;

/** A build as it was found on disk: it can be served, or not, and then why. */
type Found = { manifest: Manifest } | { manifest?: never; why: string };

/**
 * The pointer's build; where the pointer or its build is bad, the newest one whose files are all there. Builds that
 * are known not to open count as bad, those of a format that this program does not read too.
 */
export async function chooseBuild(folders: BuildPlaces, bad: ReadonlySet<string> = new Set()): Promise<Choice> {
  const text = await readText(pointerPath(folders));
  const parsed = text === undefined ? undefined : parse(text);
  const pointer = isPointer(parsed) ? parsed : undefined;
  let named = 'is missing or not readable';
  if (pointer !== undefined) {
    const found = bad.has(pointer.buildId) ? NOT_WHOLE : await readBuild(folders, pointer);
    if (found.manifest !== undefined) {
      return { build: { manifest: found.manifest, version: pointer.version }, problem: null };
    }
    named = `names build ${pointer.buildId}, which is ${found.why}`;
  }
  const found = await readAll(folders, pointer === undefined ? bad : new Set([...bad, pointer.buildId]));
  const newest = found
    .map(({ manifest }) => manifest)
    .filter((manifest) => manifest !== undefined)
    .sort((a, b) => b.version - a.version)[0];
  // Nothing was ever promoted here, by a program of any format.
  const isNew = newest === undefined && found.every((one) => one === NOT_WHOLE);
  if (text === undefined && isNew) return { build: null, problem: null };
  const instead = newest === undefined ? 'and there is no other' : `serving ${newest.buildId} instead`;
  return {
    build: newest === undefined ? null : { manifest: newest, version: newest.version },
    problem: `the pointer current.json ${named}: ${instead}`,
  };
}

async function readAll(folders: BuildPlaces, bad: ReadonlySet<string>): Promise<Found[]> {
  const names = await readdir(folders.builds).catch(() => []);
  return Promise.all(
    names.filter((name) => BUILD_ID.test(name) && !bad.has(name)).map((buildId) => readBuild(folders, { buildId })),
  );
}

const NOT_WHOLE: Found = { why: 'not whole' };

/** The manifest of a build whose tables are all there in their right size. Its indexes may be missing. */
async function readBuild(
  folders: BuildPlaces,
  { buildId, manifestSha256 }: Pick<Pointer, 'buildId'> & Partial<Pointer>,
): Promise<Found> {
  const folder = buildFolder(folders, buildId);
  const text = await readText(join(folder, MANIFEST_FILE));
  if (text === undefined) return NOT_WHOLE;
  if (manifestSha256 !== undefined && manifestSha256 !== createHash('sha256').update(text).digest('hex')) {
    return NOT_WHOLE;
  }
  const manifest = parse(text);
  const refusal = isStamp(manifest) ? refusalOf(manifest) : undefined;
  if (refusal !== undefined) return { why: refusal };
  if (!isManifest(manifest) || manifest.buildId !== buildId) return NOT_WHOLE;
  const bytes = new Map(manifest.tables.map((table) => [table?.name, table?.bytes]));
  // These can be read without their files, see `openBuildReaders`.
  const needed = TABLES.filter(({ name }) => bytes.has(name) || !(name in LATER_TABLES));
  const sizes = await Promise.all(needed.map(({ name }) => sizeOf(join(folder, tableFile(name)))));
  const isWhole = needed.every(({ name }, at) => sizes[at] !== undefined && sizes[at] === bytes.get(name));
  return isWhole ? { manifest } : NOT_WHOLE;
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
