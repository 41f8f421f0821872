import type { Config } from '../../config.ts';
import type { Outcome, Step } from '../../ingest/outcomes/outcome.ts';
import { runIngest } from '../../ingest/run.ts';
import type { RunOptions } from '../../ingest/run.ts';
import { NO_ANSWER } from '../../ingest/sources/http/http-get.ts';
import { auditOf, openAuditLog } from '../../service/administration/audit-log.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { withCommandLog } from '../console/command-log.ts';
import { ingestOptions } from '../../service/nightly/ingest-options.ts';
import { createProgressBars } from '../console/progress-bars.ts';

const EXIT_CODES: Record<Outcome['status'], number> = {
  promoted: 0,
  unchanged: 0,
  done: 0,
  failed: 1,
  rejected: 1,
  cancelled: 1,
  busy: 75,
};

/** `marquee ingest`: runs one ingest, with progress bars on a terminal. Returns the exit code. */
export async function ingest(
  config: Config,
  { only, force, signal }: { only?: Step | undefined; force?: boolean | undefined; signal?: AbortSignal },
): Promise<number> {
  return run(config, { force, ...(only && { steps: [only] }) }, signal);
}

/**
 * `marquee repair`: checks the served build. If a file is damaged, it makes a build from the kept downloads and the
 * intact files, without network.
 */
export function repair(config: Config, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  return run(config, { offline: true, repair: true }, signal);
}

async function run(config: Config, runOptions: RunOptions, signal: AbortSignal | undefined): Promise<number> {
  // Progress bars on a terminal only, where log lines would break them.
  const progress = process.stderr.isTTY ? { progress: createProgressBars() } : {};
  const outcome = await withCommandLog(config, async (log) => {
    const ended = await runIngest(ingestOptions(config, { log, ...progress, ...(signal && { signal }) }), {
      ...runOptions,
      startedBy: COMMAND_LINE,
    });
    await openAuditLog({ folder: config.folders.meta, log }).write({
      who: COMMAND_LINE,
      action: 'ingest',
      ...auditOf(ended),
    });
    return ended;
  });
  process.stderr.write(`${sentence(outcome, runOptions)}\n`);
  return EXIT_CODES[outcome.status];
}

const OFFLINE =
  '. Is there a network? HTTPS_PROXY names a proxy, and `--from <folder>` reads files that are here already.';

/** The outcome in one line. */
function sentence(outcome: Outcome, { repair: isRepair = false }: RunOptions): string {
  switch (outcome.status) {
    case 'promoted':
      return `promoted: build ${outcome.buildId} is version ${outcome.version}`;
    case 'unchanged':
      return isRepair
        ? `whole: every file of build ${outcome.buildId} is as its manifest says`
        : `unchanged: the sources are those of build ${outcome.buildId}`;
    case 'done':
      return `done: ${outcome.detail}`;
    case 'busy':
      return 'busy: another ingest is running on this data folder';
    case 'cancelled':
      return `${outcome.reason} in step ${outcome.step}: the build that is served stays, and the next ingest goes on with what was downloaded`;
    case 'rejected':
      return `rejected in step ${outcome.step}: ${outcome.reason}`;
    case 'failed':
      return `failed in step ${outcome.step}: ${outcome.reason}${outcome.reason.includes(NO_ANSWER) ? OFFLINE : ''}`;
  }
}
