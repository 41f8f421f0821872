import { join } from 'node:path';

import type { Config } from '../../config.ts';
import { isKept, readPointer } from '../../storage/builds/builds.ts';
import { checkBuild } from '../../storage/damage/check-build.ts';
import { noSuchBuild, runGoBack } from '../../ingest/promote/go-back.ts';
import { acquireLock } from '../../storage/files/acquire-lock.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import { audited, openAuditLog } from '../../service/administration/audit-log.ts';
import type { Action } from '../../service/administration/audit-log.ts';
import { ingestOptions } from '../../service/nightly/ingest-options.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { reasonOf } from '../../ingest/outcomes/outcome.ts';
import { pruneBuilds } from '../../ingest/promote/prune.ts';
import type { Logger } from '../../process/logger.ts';
import { withCommandLog } from '../console/command-log.ts';
import { makeFolders } from '../console/make-folders.ts';
import { noBuildIn } from './no-build.ts';

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
  if (id === undefined) return { line: noBuildIn(config.folders), exitCode: 1 };
  return acting(config, { action: 'verifyBuild', arguments: { buildId: id } }, async () => {
    const problems = await checkBuild(config.folders, id);
    if (problems.length > 0) return { line: problems.join('\n'), exitCode: 1, outcome: 'DAMAGED' };
    return { line: `build ${id} is as its manifest says`, exitCode: 0, outcome: 'WHOLE' };
  });
}

/** `marquee promote <build>`: goes back to a kept build, as a run of its own. */
export async function promoteBuild(config: Config, buildId: string): Promise<Verdict> {
  await makeFolders(config);
  return acting(config, { action: 'promoteBuild', arguments: { buildId } }, async (log) => {
    if (!(await isKept(config.folders, buildId))) {
      const line = `failed: ${await noSuchBuild(config.folders, buildId)}`;
      return { line, exitCode: 1, outcome: 'NO_SUCH_BUILD' };
    }
    const outcome = await runGoBack(buildId, ingestOptions(config, { log }), { startedBy: COMMAND_LINE });
    if (outcome.status === 'promoted') {
      return { line: `promoted: build ${buildId} is version ${outcome.version}`, exitCode: 0, outcome: 'PROMOTED' };
    }
    if (outcome.status === 'busy') return { ...BUSY, outcome: 'BUSY' };
    return failed('reason' in outcome ? outcome.reason : outcome.status);
  });
}

/** `marquee prune`: removes builds beyond those kept. A server that follows the pointer does not read these. */
export async function prune(config: Config): Promise<Verdict> {
  await makeFolders(config);
  return acting(config, { action: 'pruneBuilds' }, async (log) => {
    let release: (() => void) | null = null;
    try {
      release = await acquireLock(createIngestLock(join(config.folders.meta, 'ingest.lock')));
      if (release === null) return { ...BUSY, outcome: 'BUSY' };
      return { line: await pruned(config, log), exitCode: 0, outcome: 'DONE' };
    } catch (error) {
      return failed(reasonOf(error));
    } finally {
      release?.();
    }
  });
}

async function pruned({ folders, ingest: { keepBuilds, pruneGraceMs } }: Config, log: Logger): Promise<string> {
  const removed: string[] = [];
  const spared: string[] = [];
  await pruneBuilds(folders, {
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
}

function inWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds > 60 && seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`;
}

function failed(reason: string): Verdict & { outcome: string } {
  return { line: `failed: ${reason}`, exitCode: 1, outcome: 'FAILED' };
}

/** Runs an action of the command line with its log, and writes its entry of the audit log. */
async function acting(
  config: Config,
  action: Omit<Action, 'who'>,
  work: (log: Logger) => Promise<Verdict & { outcome: string }>,
): Promise<Verdict> {
  const { line, exitCode } = await withCommandLog(config, (log) => {
    const audit = openAuditLog({ folder: config.folders.meta, log });
    return audited(audit, { ...action, who: COMMAND_LINE }, async () => {
      const verdict = await work(log);
      return { ...verdict, reason: verdict.line };
    });
  });
  return { line, exitCode };
}
