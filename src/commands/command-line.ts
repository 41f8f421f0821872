import cluster from 'node:cluster';
import { statSync } from 'node:fs';

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';

import { readConfig, withPlaces } from '../config.ts';
import { LARGEST_SCALE, SMALLEST_SCALE } from '../demo/generate.ts';
import { DEMO_DIR } from '../demo/stamp.ts';
import { Failed } from '../ingest/outcomes/outcome.ts';
import { UsageError } from '../errors.ts';
import { STEPS } from '../ingest/outcomes/outcome.ts';
import type { Step } from '../ingest/outcomes/outcome.ts';
import { SAME_SIGNAL_MS } from '../process/lifecycle.ts';
import { addBuildCommands } from './administration/build-commands.ts';
import type { Verdict } from './administration/builds.ts';
import { addDatasetCommands } from './administration/dataset-commands.ts';
import { addExportCommands } from './administration/export-commands.ts';
import { addTmdbCommands } from './administration/tmdb-commands.ts';
import { demo } from './demo.ts';
import { ingest, repair } from './administration/ingest.ts';
import { makeFolders } from './console/make-folders.ts';
import { flag, refuseLostFlags, switchOf } from './console/npm-flags.ts';
import { demoRefusal, refuseDemoFolder } from './console/refuse-demo-folder.ts';
import { serve } from '../service/serve.ts';
import { serving } from './serving.ts';
import { showConfig } from './administration/show-config.ts';
import { status } from './administration/status.ts';
import { writeVectors } from './administration/vectors.ts';
import { newToken } from './administration/token.ts';
import type { TokenFlags } from './administration/token.ts';
import { programVersion } from '../process/program-version.ts';

const WRONG_USAGE = 2;
const FAILED = 1;

interface DemoFlags {
  scale: number;
  seed: number;
  port?: number;
  dataDir: string;
  tmdb: boolean;
}

/** Runs `marquee <command>` and returns the exit code; for a command that serves, once it is serving. */
export async function runCommandLine(argv: readonly string[], variables: NodeJS.ProcessEnv): Promise<number> {
  let exitCode = 0;
  const ends = (code: number): void => {
    exitCode = code;
  };
  try {
    refuseLostFlags(variables);
    await commands(ends).parseAsync([...argv]);
  } catch (error) {
    // A worker that failed to start would stay alive while it is connected to the primary process.
    cluster.worker?.disconnect();
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    process.stderr.write(`${textOf(error)}\n`);
    return error instanceof UsageError ? WRONG_USAGE : FAILED;
  }
  return exitCode;
}

function commands(ends: (code: number) => void): Command {
  const says = ({ line, exitCode }: Verdict): void => {
    process.stderr.write(`${line}\n`);
    ends(exitCode);
  };
  const program = new Command('marquee')
    .description('A self-hosted GraphQL gateway over the IMDb non-commercial datasets.')
    .version(programVersion())
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText(
      'after',
      '\nSettings come from the environment or a .env file: see `marquee config` and deploy/SETTINGS.md.',
    );

  program
    .command('serve')
    .description('serve the GraphQL API, and refresh the data every night')
    .addOption(portOption())
    .action(async ({ port }: { port?: number }) => {
      const config = withPlaces(readConfig(), { port });
      if (!config.schedule.off) refuseDemoFolder(config);
      const whyNoDownload = demoRefusal(config);
      await serving(config, (parts) => serve(config, { ...parts, whyNoDownload }));
    });

  program
    .command('ingest')
    .description('download what has changed, make a build of it and promote it')
    .addOption(new Option('--only <step>', 'run one step alone, with what the steps before it left').choices(STEPS))
    .option(
      '--force',
      'make a build although the files have not changed, take files of which too much does not fit or stands in quotes, and accept a build that the guards refuse',
    )
    .option('--from <folder>', 'build from the seven files in a folder, without network')
    .addHelpText(
      'after',
      '\nExit codes: 0 promoted or unchanged, 75 another ingest is running, 1 failed or refused, 2 wrong usage.',
    )
    .action(async ({ only, force, from }: { only?: Step; force?: boolean; from?: string }) => {
      if (from !== undefined && !statSync(from, { throwIfNoEntry: false })?.isDirectory()) {
        throw new UsageError(`--from ${from}: there is no such folder.`);
      }
      const config = withPlaces(readConfig(), { from });
      if (only === undefined || only === 'download') refuseDemoFolder(config);
      await makeFolders(config);
      ends(await ingest(config, { only, force, signal: stopSignal() }));
    });

  program
    .command('demo')
    .description('make up a dataset in the format of IMDb, ingest it and serve it')
    .addOption(flag('--scale <number>', '1 is the size of the real IMDb').default(0.001).argParser(scale))
    .addOption(flag('--seed <number>', 'another seed, other films').default(1).argParser(wholeNumber))
    .addOption(portOption())
    .addOption(flag('--data-dir <folder>', 'where the demo keeps its files').default(DEMO_DIR))
    .addOption(switchOf('--tmdb', 'make up a TMDB over the same titles too, publish and mirror it'))
    .action(async (flags: DemoFlags) => {
      const { port, dataDir } = flags;
      const config = withPlaces(readConfig(), { port, dataDir });
      await serving(config, (parts) => demo(config, { ...parts, ...flags }));
    });

  addDatasetCommands(program, { says, ends, stopSignal });
  addExportCommands(program, { says, stopSignal });

  program
    .command('repair')
    .description('read the build that is served, and make damaged files anew from the kept downloads, without network')
    .addHelpText('after', '\nExit codes: 0 whole or repaired, 75 an ingest is running, 1 failed.')
    .action(async () => {
      const config = readConfig();
      await makeFolders(config);
      ends(await repair(config, { signal: stopSignal() }));
    });

  addBuildCommands(program, says);

  addTmdbCommands(program, { says, stopSignal });

  program
    .command('status')
    .description('show which steps are done, the builds, their versions and ages')
    .addOption(flag('--data-dir <folder>', 'of which data, instead of DATA_DIR'))
    .action(async ({ dataDir }: { dataDir?: string }) => {
      process.stdout.write(`${await status(withPlaces(readConfig(), { dataDir }))}\n`);
    });

  program
    .command('token')
    .description('make a token for administration or reading, and its line for the settings')
    .addOption(new Option('--role <role>', 'what it is for').choices(['admin', 'read']).default('admin'))
    .addOption(new Option('--name <name>', 'its name in the log and the audit log').argParser(tokenName))
    .action((flags: TokenFlags) => void process.stdout.write(`${newToken(flags)}\n`));

  program
    .command('vectors')
    .argument('<file>', 'the Parquet file to write')
    .description('export the vectors that similar titles are found by, as lists of FLOAT')
    .action(async (file: string) => says(await writeVectors(readConfig(), file)));

  program
    .command('config')
    .description('print the settings in force, without secrets')
    .action(() => {
      process.stdout.write(`${showConfig(readConfig())}\n`);
    });

  explainErrors(program);
  return program;
}

function explainErrors(command: Command): void {
  for (const child of command.commands) {
    explainErrors(child.exitOverride().showHelpAfterError('(--help shows what there is)'));
  }
}

/** A signal that aborts at the first SIGINT or SIGTERM; the second one ends the process at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let stoppedAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stoppedAt !== undefined && performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(FAILED);
      stoppedAt ??= performance.now();
      stop.abort(new Error(signal));
    });
  }
  return stop.signal;
}

/** The text of an error: one line for what an operator can fix, the stack for a bug. */
function textOf(error: unknown): string {
  // Their messages are whole sentences that name the file, the flag or the setting.
  if (error instanceof UsageError || error instanceof Failed) return error.message;
  // An error of the system, such as an unreadable folder: its message names the path.
  if (error instanceof Error && 'syscall' in error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function portOption(): Option {
  return flag('--port <number>', 'instead of PORT (4000)').argParser((text) => {
    const port = wholeNumber(text);
    if (port > 65_535) throw new InvalidArgumentError('expected a port from 0 to 65535');
    return port;
  });
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}

function tokenName(text: string): string {
  if (!/^[\w.-]{1,40}$/.test(text)) throw new InvalidArgumentError('expected at most 40 letters, digits and . _ -');
  return text;
}

function scale(text: string): number {
  const value = Number(text);
  if (!(value >= SMALLEST_SCALE && value <= LARGEST_SCALE)) {
    throw new InvalidArgumentError(`expected a number from ${SMALLEST_SCALE} to ${LARGEST_SCALE}`);
  }
  return value;
}
