import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { LATER_TABLES } from '../dataset/tables/later-tables.ts';
import { BUILD_ID, buildFolder, MANIFEST_FILE, pointerPath, tableFile } from '../dataset/builds/layout.ts';
import type { Folders } from '../dataset/builds/layout.ts';
import { filesOfTable, isManifest, isPointer, isStamp, refusalOf } from '../dataset/builds/manifest.ts';
import type { Manifest, Pointer } from '../dataset/builds/manifest.ts';
import { isSealed } from '../dataset/builds/seal.ts';
import { TABLES } from '../dataset/tables/tables.ts';

/** The build to serve, and the reason if it is not the one that the pointer names. */
export interface Choice {
  build: { manifest: Manifest; version: number } | null;
  /** Whether no build is intact and at least one is damaged, so that a new one must be made. */
  isNoneWhole: boolean;
  problem: string | null;
}

/** Folders of the builds and of the pointer. */
export type BuildPlaces = Pick<Folders, 'builds' | 'meta'>;

/** Builds that must not be served, by id. */
export interface BadBuilds {
  /** Builds with a damaged file. If no build is intact, one of these is served without what needs the file. */
  damaged: ReadonlyMap<string, BadFile>;
  /** Builds that failed to open. */
  unopened: ReadonlySet<string>;
}

/** A path inside the build's folder, and its damage, which completes the sentence `<file> …`. */
export interface BadFile {
  file: string;
  reason: string;
}

/** A build as found on disk: intact, or with the reason why it is not. */
export interface FoundBuild {
  buildId: string;
  /** Undefined if it cannot be read. */
  manifest?: Manifest;
  bad?: BadFile;
  /** Any other reason why it is not served; completes the sentence `build …, …`. */
  refusal?: string;
}

const NONE_BAD: BadBuilds = { damaged: new Map(), unopened: new Set() };

/**
 * Chooses the build to serve: the pointer's build; if the pointer or its build is bad, the newest build that is not
 * known to be damaged; if there is none, the pointer's build or the newest one with a readable manifest.
 */
export async function chooseBuild(folders: BuildPlaces, bad: BadBuilds = NONE_BAD): Promise<Choice> {
  const text = await readText(pointerPath(folders));
  const parsed = text === undefined ? undefined : parse(text);
  const pointer = isPointer(parsed) ? parsed : undefined;
  const named = pointer && (await readBuild(folders, { ...pointer, bad }));
  if (pointer !== undefined && named !== undefined && isWhole(named)) {
    const build = { manifest: named.manifest, version: pointer.version };
    return { build, isNoneWhole: false, problem: null };
  }
  const others = (await readBuilds(folders, bad)).filter(({ buildId }) => buildId !== pointer?.buildId);
  const all = [...(named === undefined ? [] : [named]), ...others];
  const whole = all.find(isWhole);
  const chosen = whole ?? all.find(({ manifest }) => manifest !== undefined);
  // Nothing was ever promoted here, in any format.
  if (text === undefined && all.every(({ refusal }) => refusal === MISSING)) {
    return { build: null, isNoneWhole: false, problem: null };
  }
  const said = named === undefined ? 'is missing or not readable' : `names build ${named.buildId}, ${whyNot(named)}`;
  return {
    build: chosen?.manifest === undefined ? null : { manifest: chosen.manifest, version: versionOf(chosen, pointer) },
    isNoneWhole: whole === undefined && all.some(({ bad: file }) => file !== undefined),
    problem: `the pointer current.json ${said}: ${insteadOf(chosen, { pointer, whole })}`,
  };
}

/** All builds, newest first. */
export async function readBuilds(folders: BuildPlaces, bad: BadBuilds = NONE_BAD): Promise<FoundBuild[]> {
  const names = await readdir(folders.builds).catch(() => []);
  const ids = names.filter((name) => BUILD_ID.test(name));
  const all = await Promise.all(ids.map((buildId) => readBuild(folders, { buildId, bad })));
  return all.toSorted((one, other) => (other.manifest?.version ?? 0) - (one.manifest?.version ?? 0));
}

function isWhole(found: FoundBuild): found is FoundBuild & { manifest: Manifest } {
  return found.manifest !== undefined && found.bad === undefined && found.refusal === undefined;
}

function whyNot({ bad, refusal = '' }: FoundBuild): string {
  return bad === undefined ? refusal : `whose ${bad.file} ${bad.reason}`;
}

function versionOf({ buildId, manifest }: FoundBuild, pointer: Pointer | undefined): number {
  return pointer?.buildId === buildId ? pointer.version : (manifest?.version ?? 0);
}

/** What is served instead, as the end of a sentence. */
function insteadOf(
  chosen: FoundBuild | undefined,
  { pointer, whole }: { pointer: Pointer | undefined; whole: FoundBuild | undefined },
): string {
  if (chosen === undefined) return 'and there is no other';
  if (whole !== undefined) return `serving ${chosen.buildId} instead`;
  const what = chosen.buildId === pointer?.buildId ? 'it' : `${chosen.buildId}, ${whyNot(chosen)},`;
  return `serving ${what} all the same, as no build is whole: what needs the file is refused`;
}

const MISSING = 'which is not there';

/**
 * Reads the state of a build. It is intact if its manifest is valid and its tables have their sizes; indexes may be
 * missing.
 */
async function readBuild(
  folders: BuildPlaces,
  { buildId, manifestSha256, bad }: Pick<Pointer, 'buildId'> & Partial<Pointer> & { bad: BadBuilds },
): Promise<FoundBuild> {
  const folder = buildFolder(folders, buildId);
  const damaged = bad.damaged.get(buildId);
  if (bad.unopened.has(buildId)) {
    return { buildId, ...(damaged && { bad: damaged }), refusal: 'which does not open: see the log' };
  }
  const text = await readText(join(folder, MANIFEST_FILE));
  if (text === undefined) {
    const isThere = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isThere ? { buildId, bad: { file: MANIFEST_FILE, reason: 'is missing' } } : { buildId, refusal: MISSING };
  }
  const manifest = parse(text);
  const isDamaged = typeof manifest !== 'object' || manifest === null || ('seal' in manifest && !isSealed(manifest));
  const refusal = !isDamaged && isStamp(manifest) ? refusalOf(manifest) : undefined;
  if (refusal !== undefined) return { buildId, refusal: `which is ${refusal}` };
  const hasSum = manifestSha256 === undefined || manifestSha256 === createHash('sha256').update(text).digest('hex');
  if (!hasSum || !isManifest(manifest) || manifest.buildId !== buildId) {
    return { buildId, bad: { file: MANIFEST_FILE, reason: 'is damaged' } };
  }
  const file = damaged ?? (await wrongTable(folder, manifest));
  return file === undefined ? { buildId, manifest } : { buildId, manifest, bad: file };
}

/** The first table that is missing or has another size than the manifest says. */
async function wrongTable(folder: string, manifest: Manifest): Promise<BadFile | undefined> {
  const records = new Map(manifest.tables.map((table) => [table?.name, table]));
  const needed = TABLES.flatMap(({ name }): readonly { file: string; bytes: number | undefined }[] => {
    const record = records.get(name);
    if (record !== undefined) return filesOfTable(record);
    // Later tables can be read without their files: see `createRelations`.
    return name in LATER_TABLES ? [] : [{ file: tableFile(name), bytes: undefined }];
  });
  const sizes = await Promise.all(needed.map(({ file }) => sizeOf(join(folder, file))));
  const at = needed.findIndex(({ bytes }, index) => sizes[index] === undefined || sizes[index] !== bytes);
  const wrong = needed[at];
  if (wrong === undefined) return undefined;
  const { file, bytes } = wrong;
  return {
    file,
    reason: sizes[at] === undefined ? 'is missing' : `has ${sizes[at]} bytes, expected ${String(bytes)}`,
  };
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
