import type { Manifest, Pointer } from '../../dataset/builds/manifest.ts';
import { findBuild, findBuilds, NONE_BAD, NOT_THERE } from './find-builds.ts';
import type { BadBuilds, BuildFolders, FoundBuild } from './find-builds.ts';
import { findPointer } from './find-manifest.ts';
import type { FoundPointer } from './find-manifest.ts';

/** The build to serve, and the reason if it is not the one that the pointer names. */
export interface Choice {
  build: { manifest: Manifest; version: number } | null;
  /** Whether no build is intact and at least one is damaged, so that a new one must be made. */
  isNoneIntact: boolean;
  problem: string | null;
}

/**
 * Chooses the build to serve: the pointer's build; if the pointer or its build is bad, the newest build that is not
 * known to be damaged; if there is none, the pointer's build or the newest one with a readable manifest.
 */
export async function chooseBuild(folders: BuildFolders, bad: BadBuilds = NONE_BAD): Promise<Choice> {
  // Whoever serves finds a build without it, whatever keeps it from being read.
  const found = await findPointer(folders).catch((): FoundPointer => ({ state: 'missing' }));
  const pointer = found.state === 'whole' ? found.pointer : undefined;
  const named = pointer && (await findBuild(folders, { ...pointer, bad }));
  if (pointer !== undefined && named !== undefined && isIntact(named)) {
    const build = { manifest: named.manifest, version: pointer.version };
    return { build, isNoneIntact: false, problem: null };
  }
  const others = (await findBuilds(folders, bad)).filter(({ buildId }) => buildId !== pointer?.buildId);
  const all = [...(named === undefined ? [] : [named]), ...others];
  const whole = all.find(isIntact);
  const chosen = whole ?? all.find(({ manifest }) => manifest !== undefined);
  // Nothing was ever promoted here, in any format.
  if (found.state === 'missing' && all.every(({ refusal }) => refusal === NOT_THERE)) {
    return { build: null, isNoneIntact: false, problem: null };
  }
  const said = named === undefined ? 'is missing or not readable' : `names build ${named.buildId}, ${whyNot(named)}`;
  return {
    build: chosen?.manifest === undefined ? null : { manifest: chosen.manifest, version: versionOf(chosen, pointer) },
    isNoneIntact: whole === undefined && all.some(({ bad: file }) => file !== undefined),
    problem: `the pointer current.json ${said}: ${insteadOf(chosen, { pointer, whole })}`,
  };
}

function isIntact(found: FoundBuild): found is FoundBuild & { manifest: Manifest } {
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
