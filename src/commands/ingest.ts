import type { Config } from '../config.ts';
import type { Outcome, Step } from '../ingest/outcomes/outcome.ts';
import { runIngest } from '../ingest/run.ts';
import type { RunOptions } from '../ingest/run.ts';
import { withCommandLog } from './command-log.ts';
import { ingestOptions } from '../service/ingest-options.ts';
import { createProgressBars } from './progress-bars.ts';

const EXIT_CODES: Record<Outcome['status'], number> = {
  promoted: 0,
  unchanged: 0,
  done: 0,
  failed: 1,
  rejected: 1,
  busy: 75,
};

/** `marquee ingest`: one run, with bars on a terminal and log events elsewhere. Answers with the exit code. */
export async function ingest(
  config: Config,
  { only, force, signal }: { only?: Step | undefined; force?: boolean | undefined; signal?: AbortSignal },
): Promise<number> {
  return run(config, { only, force }, signal);
}

/**
 * `marquee repair`: reads the build that is served, and where a file is damaged makes a build of what is whole: the kept
 * downloads, and the other files. Asks nobody.
 */
export function repair(config: Config, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  return run(config, { offline: true, repair: true }, signal);
}

async function run(config: Config, runOptions: RunOptions, signal: AbortSignal | undefined): Promise<number> {
  // Bars on a terminal, which lines of the log would tear.
  const progress = process.stderr.isTTY ? { progress: createProgressBars() } : {};
  const outcome = await withCommandLog(config, (log) =>
    runIngest(ingestOptions(config, { log, ...progress, ...(signal && { signal }) }), runOptions),
  );
  process.stderr.write(`${sentence(outcome, runOptions)}\n`);
  return EXIT_CODES[outcome.status];
}

/** One clear line. */
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
    case 'rejected':
      return `rejected in step ${outcome.step}: ${outcome.reason}`;
    case 'failed':
      return `failed in step ${outcome.step}: ${outcome.reason}`;
  }
}
