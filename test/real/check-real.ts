import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { Command, InvalidArgumentError } from 'commander';

import { markdownTable } from '../bench/markdown.ts';
import { createAsk } from './ask.ts';
import { checkFiles } from './check-files.ts';
import type { FileResult } from './check-files.ts';

interface Options {
  sample: number;
  odd: number;
  seed: number;
  url?: string;
  dataDir?: string;
  keep: boolean;
}

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const MOST_SHOWN = 50;
/** Differences, or a run that could not be made. */
const FAILED = 1;

const EXPLANATION = `
The files are read by a parser of the check's own, which splits lines at tabs and follows the table of odd values in
deploy/OPERATIONS.md. Of IMDb's real files an ingest takes a quarter of an hour and 20 GB, the check some minutes more.`;

const command = new Command('check-real')
  .description(
    'Ingests the seven files of a folder, and compares a sample of them with what is answered, field by field.',
  )
  .argument('<folder>', 'the folder with the seven .tsv.gz')
  .option('--sample <number>', 'lines of each file, picked at random', whole, 2000)
  .option('--odd <number>', 'lines of each file besides, of each kind of odd value', whole, 100)
  .option('--seed <number>', 'other seeds pick other lines', whole, 1)
  .option('--url <address>', 'a server that has a build of these files, in place of an ingest')
  .option('--data-dir <folder>', 'where the build is made, and kept')
  .option('--keep', 'keep the build also without --data-dir', false)
  .addHelpText('after', EXPLANATION)
  .parse();
const options = command.opts<Options>();
const folder = resolve(command.args[0] ?? '');

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number');
  return Number(text);
}

/** Runs `work` with the address of a server over a build of the files. */
async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  if (options.url !== undefined) return work(options.url);
  const dataDir = resolve(options.dataDir ?? (await mkdtemp(join(tmpdir(), 'marquee-real-'))));
  const isKept = options.keep || options.dataDir !== undefined;
  await mkdir(dataDir, { recursive: true });
  try {
    // Without the settings and the .env of a checkout, which may name the folders of a server.
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
    const stdio = ['ignore', process.stderr, 'inherit'] as const;
    const ingest = spawn(process.execPath, [MAIN, 'ingest', '--from', folder], {
      cwd: dataDir,
      env,
      stdio: [...stdio],
    });
    const [code] = (await once(ingest, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the ingest has ended with ${code}`);
    const server = await startServer(dataDir, { ...env, SCHEDULE: 'off', PORT: '0', COST_MODE: 'off' });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    if (isKept) process.stderr.write(`The build is in ${dataDir}.\n`);
    else await rm(dataDir, { recursive: true, force: true });
  }
}

/** @throws Error with what it says where it ends at once. */
async function startServer(
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [MAIN, 'serve'], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const url = Promise.withResolvers<string>();
  let text = '';
  // Read to its end, as a server waits for who reads its log.
  child.stdout.on('data', (chunk: Buffer) => {
    text = `${text}${chunk.toString()}`.slice(-10_000);
    const [, address] = /"event":"listening","url":"([^"]+)"/.exec(text) ?? [];
    if (address !== undefined) url.resolve(address);
  });
  child.once('exit', (code) => url.reject(new Error(`the server has ended with ${code}: ${text}`)));
  return {
    url: await url.promise,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function onRead(name: string, lines: number): void {
  process.stderr.write(`${name}: ${lines} lines\n`);
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? 'none';
}

function report(results: readonly FileResult[]): string {
  const rows = results.map(({ differences: all, ...counts }) => Object.assign(counts, { differences: all.length }));
  const differences = results.flatMap((result) => result.differences);
  const shown = differences.slice(0, MOST_SHOWN).map(({ file, line, column, text, expected, answer }) => {
    return { file, line: String(line), column, text, expected: textOf(expected), answer: textOf(answer) };
  });
  const more = differences.length > shown.length ? [`The first ${shown.length} of them are shown.`] : [];
  return [markdownTable(rows), ...(shown.length > 0 ? [markdownTable(shown)] : []), ...more, ''].join('\n\n');
}

// Ctrl-C ends what was started, and this then cleans up; the second one ends it too.
process.once('SIGINT', () => undefined);
try {
  const results = await withServer((url) => checkFiles(createAsk(url), { ...options, folder, onRead }));
  process.stdout.write(report(results));
  if (results.some(({ differences }) => differences.length > 0)) process.exitCode = FAILED;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = FAILED;
}
