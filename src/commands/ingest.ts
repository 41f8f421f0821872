import type { Config } from '../config.ts';
import type { Outcome, Step } from '../ingest/outcome.ts';
import { runIngest } from '../ingest/run.ts';
import { createLogger, openLogFiles } from '../logger.ts';
import { ingestOptions } from './ingest-options.ts';
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
  const terminal = process.stderr.isTTY;
  // On a terminal the bars and the last line say what a person wants to know; the log would tear the bars.
  const files = config.logFiles === undefined ? undefined : await openLogFiles(config.logFiles);
  const log = createLogger({ level: terminal ? 'silent' : config.logLevel, pretty: false, files });
  const progress = terminal ? createProgressBars() : undefined;
  const options = ingestOptions(config, { log, ...(progress && { progress }), ...(signal && { signal }) });
  const outcome = await runIngest(options, { only, force });
  files?.end();
  process.stderr.write(`${sentence(outcome)}\n`);
  return EXIT_CODES[outcome.status];
}

/** One clear line. */
function sentence(outcome: Outcome): string {
  switch (outcome.status) {
    case 'promoted':
      return `promoted: build ${outcome.buildId} is version ${outcome.version}`;
    case 'unchanged':
      return `unchanged: the sources are those of build ${outcome.buildId}`;
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
