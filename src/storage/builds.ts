import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import {
  BUILD_ID,
  buildFolder,
  buildIdAt,
  MANIFEST_FILE,
  pointerPath,
  STAGING_PREFIX,
  stagingFolder,
} from '../dataset/builds/layout.ts';
import type { Folders } from '../dataset/builds/layout.ts';
import { BUILD_FORMAT, filesOf, isManifest, isPointer, isStamp, refusalOf } from '../dataset/builds/manifest.ts';
import type { BuildStamp, Manifest, Pointer } from '../dataset/builds/manifest.ts';
import { DRAFT_FILE } from '../dataset/builds/draft.ts';
import { isMissing, readJson } from './durable.ts';

/** A build in the staging folder: made once it has a draft, verified once it has a manifest. */
export interface StagedBuild {
  buildId: string;
  state: 'unfinished' | 'made' | 'verified';
}

/** The pointer; undefined if it is missing or unreadable. */
export async function readPointer(folders: Folders): Promise<Pointer | undefined> {
  const pointer = await readJson(pointerPath(folders));
  return isPointer(pointer) ? pointer : undefined;
}

/** Manifests of all promoted builds in a format that this program reads, newest first. */
export async function readBuilds(folders: Folders): Promise<Manifest[]> {
  return (await readStamps(folders)).filter(isManifest);
}

/** Whether a promoted build has this id, be it one that can be read or not. */
export async function isKept(folders: Folders, buildId: string): Promise<boolean> {
  return BUILD_ID.test(buildId) && (await entries(folders.builds)).includes(buildId);
}

/** What all promoted builds say of themselves, those of other programs too, newest first. */
export async function readStamps(folders: Folders): Promise<BuildStamp[]> {
  const ids = (await entries(folders.builds)).filter((name) => BUILD_ID.test(name));
  const stamps = await Promise.all(ids.map((id) => readJson(join(buildFolder(folders, id), MANIFEST_FILE))));
  return stamps.filter(isStamp).sort((a, b) => b.version - a.version);
}

/** Whether the build that the pointer names, or otherwise the newest build, has an older format than this program's. */
export async function isOutdated(folders: Folders): Promise<boolean> {
  const pointer = await readPointer(folders);
  const stamps = await readStamps(folders);
  const current = stamps.find(({ buildId }) => buildId === pointer?.buildId) ?? stamps[0];
  return current !== undefined && current.format < BUILD_FORMAT;
}

/** Reason why this program does not read a promoted build, as one sentence; undefined if it does. */
export async function refusedBuild(folders: Folders, buildId: string): Promise<string | undefined> {
  const stamp = await readJson(join(buildFolder(folders, buildId), MANIFEST_FILE));
  const refusal = isStamp(stamp) ? refusalOf(stamp) : undefined;
  return refusal === undefined ? undefined : `build ${buildId} is ${refusal}`;
}

/**
 * Manifest of the build that the pointer names; undefined if there is none, or if a file is missing or has another
 * size.
 */
export async function readCurrent(folders: Folders): Promise<Manifest | undefined> {
  const pointer = await readPointer(folders);
  if (pointer === undefined) return undefined;
  const folder = buildFolder(folders, pointer.buildId);
  const manifest = await readManifest(folder);
  if (manifest === undefined) return undefined;
  const text = await readFile(join(folder, MANIFEST_FILE));
  if (createHash('sha256').update(text).digest('hex') !== pointer.manifestSha256) return undefined;
  const files = filesOf(manifest);
  const sizes = await Promise.all(files.map(({ file }) => sizeOf(join(folder, file))));
  return files.every(({ bytes }, index) => sizes[index] === bytes) ? manifest : undefined;
}

/**
 * Manifest that the guards compare with and that earlier data comes from: of the build that the pointer names, or
 * otherwise of the newest. Its files may be damaged, but its row counts are valid all the same.
 */
export async function readComparable(folders: Folders): Promise<Manifest | undefined> {
  const pointer = await readPointer(folders);
  const builds = await readBuilds(folders);
  return builds.find(({ buildId }) => buildId === pointer?.buildId) ?? builds[0];
}

/** The served build and those before it, newest first: the sources of data that cannot be made from downloads. */
export async function readEarlier(folders: Folders): Promise<Manifest[]> {
  const served = await readComparable(folders);
  const builds = await readBuilds(folders);
  return served === undefined ? [] : [served, ...builds.filter(({ version }) => version < served.version)];
}

/** Staged builds, oldest first: at most one, unless a process was killed. */
export async function readStaged(folders: Folders): Promise<StagedBuild[]> {
  const names = (await entries(folders.builds)).filter((name) => name.startsWith(STAGING_PREFIX));
  return Promise.all(
    names.map(async (name) => {
      const buildId = name.slice(STAGING_PREFIX.length);
      const files = await entries(stagingFolder(folders, buildId));
      const made = files.includes(DRAFT_FILE) ? 'made' : 'unfinished';
      return { buildId, state: files.includes(MANIFEST_FILE) ? 'verified' : made };
    }),
  );
}

export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const manifest = await readJson(join(folder, MANIFEST_FILE));
  return isManifest(manifest) ? manifest : undefined;
}

/**
 * Version of the next promotion: greater than every earlier one, even if the pointer is lost or a newer program made
 * it.
 */
export async function nextVersion(folders: Folders): Promise<number> {
  const pointer = await readPointer(folders);
  const versions = (await readStamps(folders)).map(({ version }) => version);
  return Math.max(0, pointer?.version ?? 0, ...versions) + 1;
}

/** An unused build id: the time in seconds, with a number if a build of the same second exists. */
export async function newBuildId(folders: Folders, time: Date): Promise<string> {
  const taken = new Set((await entries(folders.builds)).map((name) => name.replace(STAGING_PREFIX, '')));
  const id = buildIdAt(time);
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
