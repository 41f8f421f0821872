import { join } from 'node:path';

import type { Config } from '../../config.ts';
import { findRunning } from '../../ingest/runs/current-run.ts';
import type { CurrentRun } from '../../ingest/runs/current-run.ts';
import { readRuns } from '../../ingest/runs/run-records.ts';
import type { RunRecord } from '../../ingest/runs/run-records.ts';
import { audited, openAuditLog } from '../../service/administration/audit-log.ts';
import { cancelRun } from '../../service/administration/administer-ingests.ts';
import { createIngestLock } from '../../storage/files/lock.ts';
import type { Verdict } from './builds.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { withCommandLog } from '../console/command-log.ts';

/** `marquee runs`: the run that goes on, in whichever process, and those that ended last. */
export async function listRuns({ folders }: Config): Promise<string> {
  const running = await findRunning(folders.meta, surroundings(folders.meta));
  const runs = await readRuns(folders.meta);
  return [
    'now',
    `  ${running === undefined ? 'no run' : describe(running)}`,
    '',
    'ended',
    ...(runs.length === 0 ? ['  none yet'] : runs.map((run) => `  ${describeEnd(run)}`)),
  ].join('\n');
}

/** `marquee runs cancel`: ends the run that goes on, also one of a server. */
export async function cancelRuns(config: Config): Promise<Verdict> {
  const { meta } = config.folders;
  const { outcome, run } = await withCommandLog(config, (log) =>
    audited(openAuditLog({ folder: meta, log }), { who: COMMAND_LINE, action: 'cancelIngest' }, () =>
      cancelRun(COMMAND_LINE, { folder: meta, ...surroundings(meta) }),
    ),
  );
  switch (outcome) {
    case 'CANCELLED':
      return { line: `cancelled: run ${run?.id}`, exitCode: 0 };
    case 'CANCELLING':
      return { line: 'cancelling: the run was asked to end and has not yet, see `marquee runs`', exitCode: 1 };
    case 'TOO_LATE':
      return { line: `too late: run ${run?.id} has ended as ${run?.outcome}`, exitCode: 1 };
    case 'NOT_RUNNING':
      return { line: 'no run goes on', exitCode: 0 };
  }
}

function surroundings(meta: string) {
  return { lock: createIngestLock(join(meta, 'ingest.lock')), now: () => new Date() };
}

function describe({ id, kind, startedAt, startedBy, step, stepShare, estimatedSeconds }: CurrentRun): string {
  const share = stepShare === undefined ? '' : ` ${Math.floor(stepShare * 100)} %`;
  const left = estimatedSeconds === undefined ? '' : `, about ${estimatedSeconds} s left`;
  return `${id}  ${kind}, by ${startedBy}, since ${startedAt}: ${step}${share}${left}`;
}

function describeEnd({ id, kind, startedAt, startedBy, outcome, reason, buildId, steps }: RunRecord): string {
  const seconds = steps.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  const what = reason ?? (buildId === undefined ? undefined : `build ${buildId}`);
  return `${id}  ${kind}, by ${startedBy}, ${startedAt}, ${seconds.toFixed(1)} s: ${outcome}${what === undefined ? '' : `: ${what}`}`;
}
