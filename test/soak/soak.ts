import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { Command } from 'commander';

import { runSoak } from './run-soak.ts';
import { brokenPromises, soakReport } from './soak-report.ts';

interface Options {
  minutes: number;
  scale: number;
  share: number;
  promoteMinutes: number;
  measureSeconds: number;
  mostSlope: number;
  mostKept: number;
}

const options = new Command('soak')
  .description('Drives a server for a long time, with promotions and an ingest, and looks at what is left of it.')
  .option('--minutes <number>', 'how long', Number, 30)
  .option('--scale <number>', 'of the made-up data', Number, 0.01)
  .option('--share <number>', 'of the most that the server does', Number, 0.8)
  .option('--measure-seconds <number>', 'to find out that most', Number, 20)
  .option('--promote-minutes <number>', 'time between two promotions', Number, 3)
  .option('--most-slope <number>', 'MiB by which memory may grow in an hour', Number, 60)
  .option('--most-kept <number>', 'MiB by which it may be larger at the end', Number, 100)
  .parse()
  .opts<Options>();

// The server ends with this process, which a signal would end without a word.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const dataFolder = await mkdtemp(join(tmpdir(), 'marquee-soak-'));
process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
const { minutes, scale, share, measureSeconds } = options;
const result = await runSoak({
  dataFolder,
  minutes,
  scale,
  share,
  measureSeconds,
  promoteEverySeconds: options.promoteMinutes * 60,
  sampleEverySeconds: 10,
  say: (line) => process.stderr.write(`${line}\n`),
});
const bounds = { mostMibPerHour: options.mostSlope, mostMibKept: options.mostKept };
const broken = brokenPromises(result, bounds);
process.stdout.write(soakReport(result, broken));
process.exitCode = broken.length === 0 ? 0 : 1;
