import { join } from 'node:path';

import type { Config } from '../config.ts';
import { commandOver } from '../dataset/builds/paths.ts';
import { isKept, readPointer } from '../storage/builds/builds.ts';
import { checkBuild } from '../storage/damage/check-build.ts';
import { goBack, noSuchBuild } from '../ingest/promote/go-back.ts';
import { createIngestLock } from '../storage/files/lock.ts';
import { reasonOf } from '../ingest/outcomes/outcome.ts';
import { pruneBuilds } from '../ingest/promote/prune.ts';
import type { Logger } from '../process/logger.ts';
import { withCommandLog } from './command-log.ts';
import { makeFolders } from './make-folders.ts';

/** The last line of a command, and its exit code. */
export interface Verdict {
  line: string;
  exitCode: number;
}

const BUSY: Verdict = { line: 'busy: an ingest is running on this data folder', exitCode: 75 };

/** `marquee verify [build]`: checks a build, by default the served one, against its manifest. */
export async function verifyBuild(config: Config, buildId: string | undefined): Promise<Verdict> {
  const id = buildId ?? (await readPointer(config.folders))?.buildId;
  if (buildId !== undefined && !(await isKept(config.folders, buildId))) {
    return { line: `failed: ${await noSuchBuild(config.folders, buildId)}`, exitCode: 1 };
  }
  if (id === undefined)
    return { line: `there is no build yet: run ${commandOver(config.folders, 'ingest')}`, exitCode: 1 };
  const problems = await checkBuild(config.folders, id);
  if (problems.length === 0) return { line: `build ${id} is as its manifest says`, exitCode: 0 };
  return { line: problems.join('\n'), exitCode: 1 };
}

/** `marquee promote <build>`: goes back to a kept build. */
export async function promoteBuild(config: Config, buildId: string): Promise<Verdict> {
  return underLock(config, async (log) => {
    const { version } = await goBack(buildId, { folders: config.folders, now: () => new Date(), log });
    return `promoted: build ${buildId} is version ${version}`;
  });
}

/** `marquee prune`: removes builds beyond those kept. A server that follows the pointer does not read these. */
export async function prune(config: Config): Promise<Verdict> {
  const removed: string[] = [];
  const spared: string[] = [];
  const { keepBuilds, pruneGraceMs } = config.ingest;
  return underLock(config, async (log) => {
    await pruneBuilds(config.folders, {
      keepBuilds,
      graceMs: pruneGraceMs,
      now: () => new Date(),
      inUse: () => false,
      log,
      onPruned: (buildId) => removed.push(buildId),
      onSpared: (buildId) => spared.push(buildId),
    });
    const what = removed.length === 0 ? 'nothing to remove' : `removed: ${removed.join(', ')}`;
    if (spared.length === 0) return what;
    const builds = spared.length === 1 ? '1 build was' : `${spared.length} builds were`;
    const more = removed.length === 0 ? ' yet: ' : '; not yet removed: ';
    return `${what}${more}${builds} replaced less than ${inWords(pruneGraceMs)} ago and may still be read`;
  });
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds > 60 && seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`;
}

async function underLock(config: Config, work: (log: Logger) => Promise<string>): Promise<Verdict> {
  await makeFolders(config);
  let release: (() => void) | null = null;
  try {
    release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
    if (release === null) return BUSY;
    return { line: await withCommandLog(config, work), exitCode: 0 };
  } catch (error) {
    return { line: `failed: ${reasonOf(error)}`, exitCode: 1 };
  } finally {
    release?.();
  }
}
