import { join } from 'node:path';

import { buildFolder, buildIdAt, MANIFEST_FILE, STAGING_PREFIX, stagingFolder } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { BUILD_FORMAT, filesOf } from '../../dataset/builds/manifest.ts';
import type { BuildStamp, Manifest, Pointer } from '../../dataset/builds/manifest.ts';
import { DRAFT_FILE } from '../../dataset/builds/draft.ts';
import { findManifest, findPointer, manifestOf, stampOf } from './find-manifest.ts';
import type { FoundManifest } from './find-manifest.ts';
import { listBuildIds, listFolder } from '../files/list-folder.ts';
import { sizeOf } from '../files/size-of.ts';

/** A build in the staging folder: made once it has a draft, verified once it has a manifest. */
export interface StagedBuild {
  buildId: string;
  state: 'unfinished' | 'made' | 'verified';
}

/** The pointer; undefined if it is missing or unreadable. */
export async function readPointer(folders: Folders): Promise<Pointer | undefined> {
  const found = await findPointer(folders);
  return found.state === 'whole' ? found.pointer : undefined;
}

/** Manifests of all promoted builds in a format that this program reads, newest first. */
export async function readBuilds(folders: Folders): Promise<Manifest[]> {
  const manifests = (await findManifests(folders)).map(manifestOf);
  return manifests.filter((manifest) => manifest !== undefined).sort(newestFirst);
}

/** Whether a promoted build has this id, be it one that can be read or not. */
export async function isKept(folders: Folders, buildId: string): Promise<boolean> {
  return (await listBuildIds(folders)).includes(buildId);
}

/** What all promoted builds say of themselves, those of other programs too, newest first. */
export async function readStamps(folders: Folders): Promise<BuildStamp[]> {
  const stamps = (await findManifests(folders)).map(stampOf);
  return stamps.filter((stamp) => stamp !== undefined).sort(newestFirst);
}

async function findManifests(folders: Folders): Promise<FoundManifest[]> {
  const ids = await listBuildIds(folders);
  return Promise.all(ids.map((id) => findManifest(buildFolder(folders, id))));
}

function newestFirst(one: BuildStamp, other: BuildStamp): number {
  return other.version - one.version;
}

/** Whether the build that the pointer names, or otherwise the newest build, has an older format than this program's. */
export async function isOutdated(folders: Folders): Promise<boolean> {
  const pointer = await readPointer(folders);
  const stamps = await readStamps(folders);
  const current = stamps.find(({ buildId }) => buildId === pointer?.buildId) ?? stamps[0];
  return current !== undefined && current.format < BUILD_FORMAT;
}

/**
 * Manifest of the build that the pointer names; undefined if there is none, or if a file is missing or has another
 * size.
 */
export async function readCurrent(folders: Folders): Promise<Manifest | undefined> {
  const pointer = await readPointer(folders);
  if (pointer === undefined) return undefined;
  const folder = buildFolder(folders, pointer.buildId);
  const found = await findManifest(folder);
  if (found.state !== 'whole' || found.sha256 !== pointer.manifestSha256) return undefined;
  const { manifest } = found;
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
  const names = (await listFolder(folders.builds)).filter((name) => name.startsWith(STAGING_PREFIX));
  return Promise.all(
    names.map(async (name) => {
      const buildId = name.slice(STAGING_PREFIX.length);
      const files = await listFolder(stagingFolder(folders, buildId));
      const made = files.includes(DRAFT_FILE) ? 'made' : 'unfinished';
      return { buildId, state: files.includes(MANIFEST_FILE) ? 'verified' : made };
    }),
  );
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
  const taken = new Set((await listFolder(folders.builds)).map((name) => name.replace(STAGING_PREFIX, '')));
  const id = buildIdAt(time);
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
