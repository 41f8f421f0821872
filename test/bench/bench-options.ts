import { Command, InvalidArgumentError, Option } from 'commander';

import { LARGEST_SCALE, SMALLEST_SCALE } from '../../src/demo/generate.ts';
import { WORKLOADS } from './load/workloads.ts';

export const PARTS = ['reads', 'find', 'relations', 'documents', 'ingest', 'nights', 'serving', 'workers'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchOptions {
  scale: number;
  peers: boolean;
  /** Folder of its source. */
  imdbSqlite?: string;
  data: string;
  tsv?: string;
  only: readonly Part[];
  workloads: readonly string[];
  clients: readonly number[];
  seconds: number;
  warmupSeconds: number;
  json?: string;
  keep: boolean;
}

const EXPLANATION = `
The parts:
  reads    every workload, by a process of its own: with a number of clients that each wait for their answer, and at
           a constant rate, where a late request counts from the time it was due. Ids are uniform (none twice before
           all were asked for), Zipf (s = 1, by popularity) or hot (the 1000 most popular alone). Application caches off, and on after a warm-up.
  find     search, suggestions, filters and facets, by one client, application caches off
  relations  similar titles, paths, collaborators, grids and timelines, by one client, application caches off
  documents  one read of a document of each kind, from its file
  ingest   the whole pipeline by step, beside zcat of the same files and imdb-sqlite
  nights   only ratings changed, and every file changed by 1 %
  serving  start to first answer, idle memory, totalCount, and p99 while an ingest runs in the same process
  workers  two workers against one

Peers are measured where they are at hand: PostgreSQL by its Debian package (PostGraphile 5 is installed by npm into
the data folder), imdb-sqlite by the folder of its source (it needs python3 and its module tqdm).
Everything else on the machine should rest meanwhile. Ratios hold from machine to machine, figures do not.`;

/** Reads the command line; --help explains. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const names = WORKLOADS.map(({ name }) => name);
  return new Command('bench')
    .description('Measures marquee as a user runs it, and its peers over the same data.')
    .addOption(new Option('--scale <number>', '1 is the size of the real IMDb').default(0.01).argParser(scale))
    .option('--peers', 'measure PostGraphile and imdb-sqlite too', false)
    .option('--imdb-sqlite <folder>', 'where the source of imdb-sqlite is')
    .option('--data <folder>', 'where files, builds and peers are kept', 'data/bench')
    .option('--tsv <folder>', 'the seven files of this scale, where they are made already')
    .addOption(new Option('--only <parts>', `some of ${PARTS.join()}`).default(PARTS, 'all').argParser(listOf(PARTS)))
    .addOption(
      new Option('--workloads <names>', `some of ${names.join()}`).default(names, 'all').argParser(listOf(names)),
    )
    .addOption(
      new Option('--clients <numbers>', 'clients at a time').default([1, 16, 64], '1,16,64').argParser(numbers),
    )
    .addOption(new Option('--seconds <number>', 'length of each measurement').default(5).argParser(positive))
    .addOption(new Option('--warmup-seconds <number>', 'before each measurement').default(2).argParser(positive))
    .option('--json <file>', 'where the results go as JSON; results.json in the data folder if not given')
    .option('--keep', 'keep the build, for the next run to read', false)
    .addHelpText('after', EXPLANATION)
    .parse([...argv])
    .opts<BenchOptions>();
}

function scale(text: string): number {
  const value = positive(text);
  if (value < SMALLEST_SCALE || value > LARGEST_SCALE) {
    throw new InvalidArgumentError(`expected a number from ${SMALLEST_SCALE} to ${LARGEST_SCALE}`);
  }
  return value;
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('expected a number above 0');
  return value;
}

function numbers(text: string): number[] {
  const all = text.split(',').map(positive);
  if (!all.every(Number.isInteger)) throw new InvalidArgumentError('expected whole numbers');
  return all;
}

function listOf<T extends string>(allowed: readonly T[]): (text: string) => T[] {
  return (text) =>
    text.split(',').map((name) => {
      const found = allowed.find((one) => one === name);
      if (found === undefined) throw new InvalidArgumentError(`expected some of ${allowed.join()}`);
      return found;
    });
}
