import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

import { readConfig } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import { CHANGES_DAYS } from '../../ingest/sources/tmdb/stages/changes.ts';
import type { TmdbSelection, TmdbStage } from '../../ingest/sources/tmdb/stages/run-stage.ts';
import { makeFolders } from '../console/make-folders.ts';
import type { Verdict } from './builds.ts';
import { tmdbStatus } from './tmdb-status.ts';
import { runTmdbStage } from './tmdb.ts';

export interface TmdbCommandParts {
  /** Prints the last lines of a command and sets its exit code. */
  says: (verdict: Verdict) => void;
  stopSignal: () => AbortSignal;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const STAGES = {
  genres: 'fetch the genres of films and series',
  ids: "read which titles there are: of TMDB's file of the day, or those that the flags ask for",
  details: 'fetch all titles that are due, with their credits, their seasons and collections',
  people: 'fetch all people that are due, whom credits name',
  all: 'genres, ids, details and people, one after the other',
  failed: 'ask again for everything that failed',
  nightly: 'what the serving process does each night, for a timer: old answers, changes, what is new and what failed',
} as const satisfies Record<TmdbStage, string>;

const EXIT_CODES =
  '\nWhatever has come is kept: a run that is stopped or killed goes on where it was.' +
  '\nExit codes: 0 done, 75 another run is under way, 1 failed or stopped, 2 wrong usage.';

/** Adds `marquee tmdb`, with a command below it for each stage. */
export function addTmdbCommands(program: Command, { says, stopSignal }: TmdbCommandParts): void {
  const command = program
    .command('tmdb')
    .description('mirror TMDB as a second source: one stage of it, or all (deploy/TMDB.md)');
  for (const stage of Object.keys(STAGES) as TmdbStage[]) {
    const one = command.command(stage).description(STAGES[stage]).addHelpText('after', EXIT_CODES);
    if (stage === 'ids' || stage === 'all') addSelection(one);
    one.action(async (flags: TmdbSelection) => {
      const config = readConfig();
      await makeFolders(config);
      refuseMixed(flags);
      says(await runTmdbStage(config, { stage, selection: flags, signal: stopSignal() }));
    });
  }
  command
    .command('credits')
    .description('says how credits come: with the details of their titles')
    .action(() => {
      says({
        line: 'nothing to do: cast and crew come with the details of each title, in the same request. `marquee tmdb details` fetches them.',
        exitCode: 0,
      });
    });
  command
    .command('status')
    .description('show what is there, what is due, how old it is, and how many requests a night it needs')
    .action(() => void process.stdout.write(`${tmdbStatus(readConfig(), new Date())}\n`));
}

function addSelection(command: Command): void {
  command
    .addOption(new Option('--years <years>', 'titles of these years, such as 1994 or 1990-1999').argParser(years))
    .addOption(new Option('--min-votes <number>', 'titles with so many votes').argParser(votes))
    .option(
      '--only-imdb-known',
      'titles of the served build, each looked up by its IMDb id; years and votes are IMDb’s',
    )
    .addOption(new Option('--since <day>', 'what changed since a day, at most 14 days ago').argParser(day));
}

function refuseMixed({ years: ofYears, minVotes, onlyImdbKnown, since }: TmdbSelection): void {
  if (since === undefined) return;
  if (ofYears !== undefined || minVotes !== undefined || onlyImdbKnown === true) {
    throw new UsageError(
      '--since is for what is mirrored already: it goes without --years, --min-votes and --only-imdb-known.',
    );
  }
}

function years(text: string): [number, number] {
  const [, first, last = first] = /^([0-9]{4})(?:-([0-9]{4}))?$/.exec(text) ?? [];
  if (first === undefined || Number(first) > Number(last)) {
    throw new InvalidArgumentError('expected a year, or two of them such as 1990-1999');
  }
  return [Number(first), Number(last)];
}

function votes(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number of votes');
  return Number(text);
}

function day(text: string): Date {
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  // A day that no month has becomes one of the next month.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(text))
    throw new InvalidArgumentError('expected a day such as 2026-11-30');
  const ageDays = (Date.now() - time.getTime()) / DAY_MS;
  if (ageDays < 0) throw new InvalidArgumentError('that day is still to come');
  if (ageDays >= CHANGES_DAYS + 1)
    throw new InvalidArgumentError(`TMDB tells changes of the last ${CHANGES_DAYS} days; for older ones, fetch all`);
  return time;
}
