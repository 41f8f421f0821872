import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { Command, InvalidArgumentError, Option } from 'commander';

import { foldersIn, pointerPath } from '../../src/dataset/builds/paths.ts';
import { UsageError } from '../../src/errors.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { postgresBinaries, startPostgres } from '../support/databases/postgres.ts';
import { demoFiles } from './data/demo-files.ts';
import { costOf, runIngest } from './data/run-ingest.ts';
import type { Cost } from './data/run-ingest.ts';
import { describeMachine } from './machine.ts';
import { markdownTable, mebibytes } from './markdown.ts';
import { runImdbSqlite } from './peers/imdb-sqlite.ts';
import { prepareCsv, runPlainCopy } from './peers/plain-copy.ts';
import { startLogged } from './processes/child-process.ts';
import { environment, MARQUEE } from './processes/start-server.ts';

interface Options {
  scale: number;
  pairs: number;
  data: string;
  engines: readonly string[];
  imdbSqlite?: string;
}

interface Measured extends Cost {
  name: string;
}

const ENGINES = ['postgres', 'sqlite'];
const EXPORTED: ReadonlySet<string> = new Set(EXPORT_TABLES.map(({ from }) => from));
const EXPORT = 'marquee export to PostgreSQL';
const COPY = String.raw`plain \copy into PostgreSQL`;
const SQLITE = 'marquee export to SQLite';
const IMDB_SQLITE = 'imdb-sqlite';

/** `npm run bench:exports`: exports beside what else fills such databases, in pairs whose order alternates. */
async function benchExports({ scale, pairs, data, engines, imdbSqlite }: Options): Promise<void> {
  const folder = resolve(data, `scale-${scale}`);
  const [tsvFolder, dataFolder, csvFolder] = [join(folder, 'tsv'), join(folder, 'data'), join(folder, 'csv')];
  await mkdir(csvFolder, { recursive: true });
  await demoFiles({ folder: tsvFolder, scale });
  const folders = foldersIn(dataFolder);
  if (!existsSync(pointerPath(folders))) await runIngest({ dataFolder, from: tsvFolder, logFolder: folder });
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error(`there is no build in ${dataFolder}`);
  const measured: Measured[] = [];
  const say = (run: Measured): void => {
    measured.push(run);
    process.stderr.write(`${run.name}: ${run.seconds.toFixed(1)} s, ${mebibytes(run.peakBytes).toFixed(0)} MiB\n`);
  };
  try {
    const rows = manifest.tables.reduce((sum, table) => sum + (EXPORTED.has(table.name) ? table.rows : 0), 0);
    if (engines.includes('postgres')) {
      await prepareCsv({ folders, manifest, folder: csvFolder });
      await benchPostgres({ dataFolder, csvFolder, pairs, say });
    }
    if (engines.includes('sqlite')) await benchSqlite({ dataFolder, tsvFolder, folder, pairs, imdbSqlite, say });
    process.stdout.write(`\n${rows.toLocaleString('en')} rows, scale ${scale}\n\n${report(measured)}\n`);
    const results = { date: new Date().toISOString(), scale, rows, ...describeMachine(), measured };
    await writeFile(join(folder, 'exports.json'), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await rm(csvFolder, { recursive: true, force: true });
  }
}

interface Surroundings {
  dataFolder: string;
  pairs: number;
  say: (run: Measured) => void;
}

async function benchPostgres({
  dataFolder,
  csvFolder,
  pairs,
  say,
}: Surroundings & { csvFolder: string }): Promise<void> {
  const binaries = postgresBinaries();
  if (binaries === undefined) throw new UsageError('There is no PostgreSQL: install the package postgresql.');
  const server = await startPostgres({ binaries, logFolder: csvFolder });
  const url = server.connectionString;
  const copy = async (): Promise<Measured> => ({
    name: COPY,
    ...(await runPlainCopy({ psql: join(binaries, 'psql'), url, schema: 'plain', folder: csvFolder })),
  });
  const ours = async (): Promise<Measured> => {
    await server.psql('CREATE SCHEMA ours');
    // The demo data dangles nearly everywhere; the other has no foreign keys either.
    return { name: EXPORT, ...(await runExport(dataFolder, ['--to', `${url}&schema=ours`, '--no-foreign-keys'])) };
  };
  try {
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const run of pair % 2 === 0 ? [copy, ours] : [ours, copy]) {
        say(await run());
        await server.psql('DROP SCHEMA IF EXISTS plain, ours CASCADE', 'CHECKPOINT');
      }
    }
  } finally {
    await server.remove();
  }
}

async function benchSqlite({
  dataFolder,
  tsvFolder,
  folder,
  pairs,
  imdbSqlite,
  say,
}: Surroundings & Pick<Options, 'imdbSqlite'> & { tsvFolder: string; folder: string }): Promise<void> {
  const path = join(folder, 'exported.db');
  const ours = async (): Promise<void> => {
    say({ name: SQLITE, ...(await runExport(dataFolder, ['--to', `sqlite:${path}`])) });
    await rm(path, { force: true });
  };
  const theirs = async (): Promise<void> => {
    const run = await runImdbSqlite({ source: imdbSqlite, tsvFolder, folder });
    if (typeof run === 'string') process.stderr.write(`${run}\n`);
    else say({ name: IMDB_SQLITE, ...run });
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const run of pair % 2 === 0 ? [theirs, ours] : [ours, theirs]) await run();
  }
}

/** `marquee export`, as a user runs it. @throws Error where nothing was exported. */
async function runExport(dataFolder: string, flags: readonly string[]): Promise<Cost> {
  const run = startLogged([process.execPath, MARQUEE, 'export', ...flags], {
    env: environment({ DATA_DIR: dataFolder }),
    cwd: dataFolder,
    logFile: join(dataFolder, 'export.log'),
  });
  const cost = await costOf(run);
  if (!/^exported: /m.test(run.output())) throw new Error(`the export failed: ${run.output().slice(-2000)}`);
  return cost;
}

/** The median of each, and how many times the other it took. */
function report(measured: readonly Measured[]): string {
  const median = (name: string, of: (run: Measured) => number): number => {
    const values = measured
      .filter((run) => run.name === name)
      .map(of)
      .sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? NaN;
  };
  const names = [...new Set(measured.map(({ name }) => name))];
  const peers: Record<string, string> = { [EXPORT]: COPY, [SQLITE]: IMDB_SQLITE };
  return markdownTable(
    names.map((name) => ({
      'median of the runs': name,
      s: median(name, ({ seconds }) => seconds),
      'processor, s': median(name, ({ cpuSeconds }) => cpuSeconds),
      'peak memory, MiB': mebibytes(median(name, ({ peakBytes }) => peakBytes)),
      'times its peer': median(name, ({ seconds }) => seconds) / median(peers[name] ?? name, ({ seconds }) => seconds),
    })),
  );
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('expected a number above 0');
  return value;
}

try {
  await benchExports(
    new Command('bench:exports')
      .description('Measures exports beside psql and imdb-sqlite, over the same rows.')
      .addOption(new Option('--scale <number>', '1 is the size of the real IMDb').default(0.01).argParser(positive))
      .addOption(new Option('--pairs <number>', 'runs of each').default(3).argParser(positive))
      .option('--data <folder>', 'where files and builds are kept', 'data/bench')
      .addOption(new Option('--engines <names...>', 'the databases').choices(ENGINES).default(ENGINES))
      .option('--imdb-sqlite <folder>', 'where the source of imdb-sqlite is')
      .parse(process.argv)
      .opts<Options>(),
  );
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
