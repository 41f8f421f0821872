import type { Command } from 'commander';

import { readConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import type { DatasetActionOptions, DatasetActions } from '../../service/datasets/dataset-actions.ts';
import type { Verdict } from './builds.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { actOnDatasets, datasetLines } from './datasets.ts';
import { ingest } from './ingest.ts';
import { makeFolders } from '../console/make-folders.ts';
import { refuseDemoFolder } from '../console/refuse-demo-folder.ts';

export interface DatasetCommandParts {
  /** Prints the last lines of a command and sets its exit code. */
  says: (verdict: Verdict) => void;
  ends: (exitCode: number) => void;
  stopSignal: () => AbortSignal;
}

const NAMES = 'such as title.basics; all if not given';

/** Adds `marquee datasets list`, `download`, `extract`, `delete` and `process` to the command line. */
export function addDatasetCommands(program: Command, { says, ends, stopSignal }: DatasetCommandParts): void {
  const datasets = program.command('datasets').description("IMDb's files as this machine has them");

  async function act(config: Config, work: (actions: DatasetActions) => ReturnType<DatasetActions['download']>) {
    await makeFolders(config);
    says(await actOnDatasets(config, { act: work, signal: stopSignal() }));
  }

  datasets
    .command('list')
    .description('list the files: their sizes, times, rows, and which are whole and extracted')
    .action(async () => {
      process.stdout.write(`${await datasetLines(readConfig())}\n`);
    });

  datasets
    .command('download')
    .argument('[names...]', NAMES)
    .description('download the files that have changed, and no build')
    .action(async (names: string[]) => {
      const config = readConfig();
      refuseDemoFolder(config);
      await act(config, (actions) => actions.download(chosen(names)));
    });

  datasets
    .command('extract')
    .argument('[names...]', NAMES)
    .description('write the text of downloaded files to EXTRACT_DIR, if its disk has the room')
    .action(async (names: string[]) => act(readConfig(), (actions) => actions.extract(chosen(names))));

  datasets
    .command('delete')
    .argument('[names...]', NAMES)
    .description('delete downloads and the text extracted from them')
    .option('--force', 'also those that the served build was made from, so that it cannot be repaired without network')
    .option('--only-extracted', 'delete the extracted text alone')
    .action(async (names: string[], how: { force?: boolean; onlyExtracted?: boolean }) =>
      act(readConfig(), (actions) => actions.remove({ ...chosen(names), ...how })),
    );

  datasets
    .command('process')
    .description('download what has changed, make a build of it and promote it: the same as `marquee ingest`')
    .action(async () => {
      const config = readConfig();
      refuseDemoFolder(config);
      await makeFolders(config);
      ends(await ingest(config, { signal: stopSignal() }));
    });
}

/** Commander passes an empty list where no argument is given. */
function chosen(names: readonly string[]): DatasetActionOptions {
  return { names: names.length === 0 ? undefined : names, startedBy: COMMAND_LINE };
}
