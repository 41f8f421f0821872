import { existsSync, writeFileSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { pointerPath, foldersIn } from '../../src/dataset/builds/paths.ts';
import { UsageError } from '../../src/errors.ts';
import type { BenchContext } from './bench-context.ts';
import { benchNights, benchOthers, benchWhole, currentBuild } from './parts/bench-ingest.ts';
import { readOptions } from './bench-options.ts';
import type { BenchOptions, Part } from './bench-options.ts';
import { benchDocuments } from './parts/bench-documents.ts';
import { benchFind } from './parts/bench-find.ts';
import { benchReads } from './parts/bench-reads.ts';
import { benchRelations } from './parts/bench-relations.ts';
import { benchStart } from './parts/bench-start.ts';
import { benchTotalCount } from './parts/bench-total-count.ts';
import { benchWhileIngest } from './parts/bench-while-ingest.ts';
import { benchWorkers } from './parts/bench-workers.ts';
import { demoFiles, scaleOf } from './data/demo-files.ts';
import { writeKeyPools } from './data/key-pools.ts';
import { describeMachine } from './machine.ts';
import { readLine, report } from './report.ts';
import type { Results } from './results.ts';
import { openSourceFolder } from './data/source-folder.ts';

/** In the order they run: the night's are last, as they read the build of the whole ingest. */
const PARTS: Record<Part, readonly ((context: BenchContext) => Promise<void>)[]> = {
  reads: [benchReads],
  find: [benchFind],
  relations: [benchRelations],
  documents: [benchDocuments],
  workers: [benchWorkers],
  serving: [benchStart, benchTotalCount, benchWhileIngest],
  nights: [benchNights],
  ingest: [benchOthers],
};

const INTERRUPTED = 130;

/** `npm run bench`. */
async function bench(options: BenchOptions): Promise<void> {
  const folder = resolve(options.data, `scale-${options.scale}`);
  await mkdir(folder, { recursive: true });
  const results = emptyResults(options.scale);
  const json = resolve(options.json ?? join(folder, 'results.json'));
  const finish = await resultsFile(json, results);
  const context = await openContext(options, { folder, results });
  try {
    for (const [part, steps] of Object.entries(PARTS) as [Part, (typeof PARTS)[Part]][]) {
      if (options.only.includes(part)) for (const step of steps) await step(context);
    }
  } finally {
    finish();
  }
  if (!options.keep) await rm(context.dataFolder, { recursive: true, force: true });
}

/**
 * Opens the file of the results, so that a path that cannot be written is known before hours have passed. Answers with
 * what writes them there and to the screen, which is done too where the program is stopped: nothing measured is lost.
 */
async function resultsFile(path: string, results: Results): Promise<() => void> {
  const file = await open(path, 'a').catch((cause: unknown) => {
    throw new UsageError(`The results cannot be written to ${path}: ${String(cause)}`, { cause });
  });
  await file.close();
  const finish = (): void => {
    process.stdout.write(report(results));
    writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      finish();
      process.exit(INTERRUPTED);
    });
  }
  return finish;
}

async function openContext(
  options: BenchOptions,
  { folder, results }: { folder: string; results: Results },
): Promise<BenchContext> {
  const tsvFolder = await sourceFiles(options, { folder, results });
  const sources = await openSourceFolder({ path: join(folder, 'sources'), files: tsvFolder });
  const dataFolder = join(folder, 'data');
  const surroundings = { folder, dataFolder, sources, results, say };
  // A kept build has the measures of the run that made it.
  const isKept = existsSync(pointerPath(foldersIn(dataFolder)));
  if (options.only.includes('ingest') || !isKept) await benchWhole(surroundings);
  const tables = join(await currentBuild(dataFolder), 'tables');
  const peersFolder = resolve(options.data, 'peers');
  await mkdir(peersFolder, { recursive: true });
  return {
    ...surroundings,
    options,
    tsvFolder,
    tables,
    peersFolder,
    reading: {
      pools: await writeKeyPools({ tables, folder }),
      seconds: options.seconds,
      warmupSeconds: options.warmupSeconds,
      onRow(row) {
        results.reads.push(row);
        say(readLine(row));
      },
    },
  };
}

/** Progress, apart from the report. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Where the seven files are: at hand, or made. */
async function sourceFiles(
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

function emptyResults(scale: number): Results {
  const lists = { reads: [], ingests: [], steps: [], files: [], notes: [] };
  return { date: new Date().toISOString(), scale, ...describeMachine(), ...lists, figures: {} };
}

try {
  await bench(readOptions(process.argv));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
