import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { MANIFEST_FILE, pointerPath, STAGING_PREFIX } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { isManifest, isPointer, isStamp, refusalOf } from '../../dataset/builds/manifest.ts';
import type { BuildStamp, Manifest, Pointer } from '../../dataset/builds/manifest.ts';
import { isSealed } from '../../dataset/builds/seal.ts';
import { isMissing } from '../files/durable.ts';

/** What stands where the manifest of a build should be. */
export type FoundManifest =
  | { state: 'whole'; manifest: Manifest; sha256: string }
  /** Of a format that this program does not read; `refusal` completes the sentence `build … is`. */
  | { state: 'refused'; stamp: BuildStamp; refusal: string }
  /** `stamp` is what it says all the same. */
  | { state: 'damaged'; stamp?: BuildStamp }
  | { state: 'missing' };

/** What stands where the pointer should be. */
export type FoundPointer = { state: 'whole'; pointer: Pointer } | { state: 'damaged' } | { state: 'missing' };

/** What is wrong with a manifest, which completes the sentence `manifest.json …`. */
export const WRONG = { damaged: 'is damaged', missing: 'is missing' } as const;

/**
 * Reads the manifest in the folder of a build, promoted or staged. It must name the build that the folder is of.
 * @throws errors of the system, except that there is no such file.
 */
export async function findManifest(folder: string): Promise<FoundManifest> {
  const bytes = await readBytes(join(folder, MANIFEST_FILE));
  if (bytes === undefined) return { state: 'missing' };
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null) return { state: 'damaged' };
  const stamp = isStamp(value) ? { stamp: value } : {};
  if ('seal' in value && !isSealed(value)) return { state: 'damaged', ...stamp };
  const refusal = isStamp(value) ? refusalOf(value) : undefined;
  if (isStamp(value) && refusal !== undefined) return { state: 'refused', stamp: value, refusal };
  const buildId = basename(folder).replace(STAGING_PREFIX, '');
  if (!isManifest(value) || value.buildId !== buildId) return { state: 'damaged', ...stamp };
  return { state: 'whole', manifest: value, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Reads the pointer.
 * @throws errors of the system, except that there is no such file.
 */
export async function findPointer(folders: Pick<Folders, 'meta'>): Promise<FoundPointer> {
  const bytes = await readBytes(pointerPath(folders));
  if (bytes === undefined) return { state: 'missing' };
  const pointer = parse(bytes);
  return isPointer(pointer) ? { state: 'whole', pointer } : { state: 'damaged' };
}

/** What a manifest says of itself, be it whole or not. */
export function stampOf(found: FoundManifest): BuildStamp | undefined {
  switch (found.state) {
    case 'whole':
      return found.manifest;
    case 'refused':
    case 'damaged':
      return found.stamp;
    case 'missing':
      return undefined;
  }
}

/** A manifest that is whole. */
export function manifestOf(found: FoundManifest): Manifest | undefined {
  return found.state === 'whole' ? found.manifest : undefined;
}

async function readBytes(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
