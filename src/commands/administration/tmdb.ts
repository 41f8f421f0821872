import type { Config } from '../../config.ts';
import { SILENT_PROGRESS } from '../../ingest/outcomes/progress.ts';
import { runTmdb } from '../../ingest/sources/tmdb/runs/run-tmdb.ts';
import type { TmdbRun } from '../../ingest/sources/tmdb/runs/run-tmdb.ts';
import type { TmdbFigures, TmdbOutcome } from '../../ingest/sources/tmdb/runs/tmdb-outcome.ts';
import { openAuditLog } from '../../service/administration/audit-log.ts';
import { tmdbRunOptions } from '../../service/nightly/tmdb-options.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { withCommandLog } from '../console/command-log.ts';
import { createProgressBars } from '../console/progress-bars.ts';
import type { Verdict } from './builds.ts';

const BUSY = 75;

/** `marquee tmdb <stage>`: runs a stage, with progress bars on a terminal. */
export async function runTmdbStage(
  config: Config,
  { stage, selection, signal }: Pick<TmdbRun, 'stage' | 'selection'> & { signal: AbortSignal },
): Promise<Verdict> {
  const progress = process.stderr.isTTY ? createProgressBars() : SILENT_PROGRESS;
  const outcome = await withCommandLog(config, async (log) => {
    const options = tmdbRunOptions(config, { log, signal, progress });
    const mostRequests = stage === 'nightly' ? config.tmdb.nightlyRequests : undefined;
    const ended = await runTmdb(options, { stage, selection, mostRequests });
    const audit = openAuditLog({ folder: config.folders.meta, log });
    await audit.write({
      who: COMMAND_LINE,
      action: 'mirrorTmdb',
      arguments: JSON.stringify({ stage, ...selection }),
      outcome: ended.status.toUpperCase(),
      reason: ended.status === 'failed' ? ended.reason : undefined,
    });
    return ended;
  });
  return { line: sentence(outcome), exitCode: exitCodeOf(outcome) };
}

function exitCodeOf({ status }: TmdbOutcome): number {
  if (status === 'done') return 0;
  return status === 'busy' ? BUSY : 1;
}

function sentence(outcome: TmdbOutcome): string {
  switch (outcome.status) {
    case 'busy':
      return 'busy: another run of the mirror is under way in this folder';
    case 'done':
      return `done: ${figuresOf(outcome)}${outcome.isBudgetSpent ? '; TMDB_NIGHTLY_REQUESTS are spent' : ''}`;
    case 'stopped':
      return `stopped: ${figuresOf(outcome)}; the next run goes on there`;
    case 'failed':
      return `failed: ${outcome.reason} (${figuresOf(outcome)}; the next run goes on there)`;
  }
}

function figuresOf({ held, failed, gone, requests, left, deleted }: TmdbFigures): string {
  const parts = [`${count(held)} answers in ${count(requests)} requests`];
  if (failed > 0)
    parts.push(`${count(failed)} failed: \`marquee tmdb failed\` asks again, \`marquee tmdb status\` says why`);
  if (gone > 0) parts.push(`${count(gone)} are gone at TMDB`);
  if (deleted > 0) parts.push(`${count(deleted)} answers of more than 180 days were deleted`);
  if (left > 0) parts.push(`${count(left)} left`);
  return parts.join(', ');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
