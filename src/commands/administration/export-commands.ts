import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

import { readConfig, withPlaces } from '../../config.ts';
import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import { flag } from '../console/npm-flags.ts';
import type { Verdict } from './builds.ts';
import { countExported, emptyTargets, exportToTargets, printSchema, testTargets } from './exports.ts';
import { exportAsFiles } from './export-to-files.ts';
import { filesOf } from './export-flags.ts';
import type { ExportFlags } from './export-flags.ts';
import { FILE_FORMATS } from '../../export/files/export-files.ts';
import { DIALECT_NAMES } from '../../export/dialects/dialects.ts';
import { questionsFile } from '../../export/questions/questions-file.ts';
import type { DialectName } from '../../export/dialects/dialect.ts';

export interface ExportCommandParts {
  /** Prints the last lines of a command and sets its exit code. */
  says: (verdict: Verdict) => void;
  stopSignal: () => AbortSignal;
}

const TO = 'address of the database, instead of EXPORT_URL: postgres://user:password@host/database, sqlite:films.db';

/** Adds `marquee export`, and `test`, `counts`, `truncate` and `schema` below it. */
export function addExportCommands(program: Command, { says, stopSignal }: ExportCommandParts): void {
  const command = program
    .command('export')
    .description('put the build that is served into a database, or into files: everything, or a part of it')
    .addOption(new Option('--to <address>', TO).argParser(address))
    .addOption(new Option('--format <format>', 'files instead of a database').choices(FILE_FORMATS))
    .option('--out <folder>', 'folder of the files, with --format')
    .addOption(flag('--data-dir <folder>', 'of which data, instead of DATA_DIR'))
    .addOption(new Option('--only <tables>', 'some tables, such as title_basics,title_ratings').argParser(list))
    .addOption(new Option('--types <types>', 'titles of some types, such as movie,tvSeries').argParser(list))
    .addOption(new Option('--min-votes <number>', 'titles with so many votes').argParser(votes))
    .option(
      '--drop-dangling <report>',
      'leave out rows that name a title or person which is not exported, and write them to this file',
    )
    .option(
      '--tmdb',
      "export TMDB's data too, whose terms go with it; without it the tables that an earlier export has made of it go (EXPORT_TMDB)",
    )
    .option('--no-tmdb', "leave TMDB's data out, whatever EXPORT_TMDB says")
    .option('--replace', 'replace tables of these names that no export has made')
    .option('--no-foreign-keys', 'without foreign keys; else those that all rows honour')
    .addOption(
      new Option('--parallel <number>', 'parts that are loaded at a time, instead of EXPORT_PARALLEL').argParser(
        sessions,
      ),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 exported or unchanged, 75 another export to the same place is running, 1 failed, 2 wrong usage.',
    )
    .action(async (flags: ExportFlags) => {
      const config = configOf(flags);
      const files = filesOf(flags);
      const signal = stopSignal();
      says(
        await (files === undefined
          ? exportToTargets(config, { flags, signal })
          : exportAsFiles(config, { files, flags, signal })),
      );
    });
  command
    .command('test')
    .description('connect to the database, and say what it is and what is there')
    .action(async () => says(await testTargets(configOf(command.opts()), command.opts())));
  command
    .command('counts')
    .description('count the rows of each exported table, beside those of the build that is served')
    .action(async () => says(await countExported(configOf(command.opts()), command.opts())));
  command
    .command('truncate')
    .description('empty the tables that exports have made')
    .action(async () => says(await emptyTargets(configOf(command.opts()), command.opts())));
  command
    .command('schema')
    .description('print the tables, indexes and views as SQL, for psql, mysql, sqlite3 or sqlcmd')
    .addOption(new Option('--dialect <dialect>', 'whose SQL').choices(DIALECT_NAMES).makeOptionMandatory())
    .action(
      ({ dialect }: { dialect: DialectName }) =>
        void process.stdout.write(printSchema(dialect, { tmdb: command.opts<ExportFlags>().tmdb === true })),
    );
  command
    .command('questions')
    .description(
      'print SQL for common questions: top rated movies, episodes, cast, films of a director, busiest actors',
    )
    .addOption(new Option('--dialect <dialect>', 'whose SQL').choices(DIALECT_NAMES).makeOptionMandatory())
    .action(({ dialect }: { dialect: DialectName }) => void process.stdout.write(questionsFile(dialect)));
}

function configOf({ dataDir }: ExportFlags): Config {
  return withPlaces(readConfig(), { dataDir });
}

function address(text: string, before?: string): string {
  if (before === undefined) return text;
  // Not InvalidArgumentError, which shows the address with its password.
  throw new UsageError('--to is there twice: give one address, or several in EXPORT_URL, separated by commas.');
}

function list(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  const names = parts.filter((part) => part !== '');
  if (names.length === 0) throw new InvalidArgumentError('expected names, separated by commas');
  return names;
}

function votes(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number of votes');
  return Number(text);
}

function sessions(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 16)) throw new InvalidArgumentError('expected 1 to 16');
  return value;
}
