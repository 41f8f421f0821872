import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { buildFolder, foldersIn } from '../../src/dataset/layout.ts';
import { UsageError } from '../../src/errors.ts';
import { readCurrent } from '../../src/ingest/builds.ts';
import type { BenchContext } from './bench-context.ts';
import { readOptions } from './bench-options.ts';
import type { BenchOptions } from './bench-options.ts';
import { benchReads } from './bench-reads.ts';
import { demoFiles, scaleOf } from './demo-files.ts';
import { writeKeyPools } from './key-pools.ts';
import { describeMachine } from './machine.ts';
import { readLine, report } from './report.ts';
import type { Results } from './results.ts';
import { runIngest } from './run-ingest.ts';

/** `npm run bench`. */
async function bench(options: BenchOptions): Promise<void> {
  const folder = resolve(options.data, `scale-${options.scale}`);
  await mkdir(folder, { recursive: true });
  const results: Results = {
    date: new Date().toISOString(),
    scale: options.scale,
    ...describeMachine(),
    reads: [],
    ingests: [],
    steps: [],
    files: [],
    figures: {},
    notes: [],
  };
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const tsvFolder = await sources(options, { folder, results });
  const dataFolder = join(folder, 'data');
  const tables = await currentTables(dataFolder, { tsvFolder, folder, say });
  const context: BenchContext = {
    options,
    folder,
    tsvFolder,
    dataFolder,
    tables,
    peersFolder: resolve(options.data, 'peers'),
    pools: await writeKeyPools({ tables, folder }),
    results,
    say,
    sayRow: (row) => say(readLine(row)),
  };
  await mkdir(context.peersFolder, { recursive: true });
  if (options.only.includes('reads')) await benchReads(context);
  await writeFile(options.json ?? join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(report(results));
  if (!options.keep) await rm(dataFolder, { recursive: true, force: true });
}

async function sources(
  { tsv, scale }: BenchOptions,
  { folder, results }: { folder: string; results: Results },
): Promise<string> {
  if (tsv === undefined) {
    const made = join(folder, 'tsv');
    const seconds = await demoFiles({ folder: made, scale });
    if (seconds > 0) results.figures['demoSeconds'] = seconds;
    return made;
  }
  const found = await scaleOf(tsv);
  if (found !== scale) throw new UsageError(`The files in ${tsv} are of scale ${found}: give --scale ${found}.`);
  return resolve(tsv);
}

/** The tables of the build that is there, or of one that is made. */
async function currentTables(
  dataFolder: string,
  { tsvFolder, folder, say }: { tsvFolder: string; folder: string; say: (line: string) => void },
): Promise<string> {
  const folders = foldersIn(dataFolder);
  if ((await readCurrent(folders)) === undefined) {
    say('making a build');
    await runIngest({ dataFolder, from: tsvFolder, logFolder: folder });
  }
  const manifest = await readCurrent(folders);
  if (manifest === undefined) throw new Error(`there is no build in ${dataFolder}`);
  return join(buildFolder(folders, manifest.buildId), 'tables');
}

await bench(readOptions(process.argv));
