import { availableParallelism, cpus, loadavg } from 'node:os';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { Command } from 'commander';

import { seeded } from '../product/random-filters.ts';
import { ATTACKS, deep } from './attacks.ts';
import type { Attack } from './attacks.ts';
import { dearDocuments } from './dearest.ts';
import type { InsideView } from './inside.ts';
import { createProbes } from './probes.ts';
import type { Probes } from './probes.ts';
import { many, send } from './send.ts';
import { startTarget } from './target.ts';
import type { Target } from './target.ts';

interface Options {
  url?: string;
  data?: string;
  only?: string;
  rounds: number;
  documents: number;
}

/** What an attack has come to. */
interface Row {
  attack: string;
  answers: string;
  seconds: number;
  worstProbeMs: number;
  failedProbes: string;
  view?: InsideView | undefined;
}

const MOST_COST = 2_000_000;
/** Documents of the generator that are sent at once. */
const AT_ONCE = 4;

const options = new Command('attack')
  .description('Attacks a server, and says what others see of it meanwhile: /livez and a small query every 50 ms.')
  .option('--url <address>', 'a server that runs, such as http://localhost:4000')
  .option('--data <folder>', 'a data folder over which a server is started, which is seen from inside too')
  .option('--only <text>', 'attacks with this in their name')
  .option('--rounds <number>', 'times that all of it is done', Number, 1)
  .option('--documents <number>', 'dear documents that a generator makes up', Number, 40)
  .parse()
  .opts<Options>();

/** Documents by chance, the dearest of their shape that are let through. */
function generated(count: number): Attack[] {
  const documents = dearDocuments(seeded(1), { count, most: MOST_COST });
  return documents.map((query, at) => ({
    name: `made up ${at + 1}: ${query.slice(0, 100)}`,
    run: (url) => many(AT_ONCE, () => send(url, query)),
  }));
}

async function attackOnce({ name, run }: Attack, { url, look, probes }: Target & { probes: Probes }): Promise<Row> {
  await look?.();
  let seconds = 0;
  const { value: outcomes, probes: seen } = await probes.during(async () => {
    const began = performance.now();
    const value = await run(url);
    seconds = (performance.now() - began) / 1000;
    return value;
  });
  const { sent, failed, worstMs } = seen;
  const answers = [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(', ');
  return {
    attack: name,
    answers,
    seconds,
    worstProbeMs: worstMs,
    failedProbes: `${failed} of ${sent}`,
    view: await look?.(),
  };
}

function line({ attack, answers, seconds, worstProbeMs, failedProbes, view }: Row): string {
  const inside =
    view === undefined
      ? []
      : [
          view.loopP999Ms.toFixed(0),
          view.loopWorstMs.toFixed(0),
          view.longestTurnMs.toFixed(0),
          view.heapMib.toFixed(0),
          view.residentMib.toFixed(0),
        ];
  return `| ${[attack, answers, seconds.toFixed(1), worstProbeMs.toFixed(0), failedProbes, ...inside].join(' | ')} |`;
}

/** What all rounds come to, in one paragraph. */
function summary(rounds: readonly (readonly Row[])[]): string {
  const all = rounds.flat();
  const byProbe = worst(all, ({ worstProbeMs }) => worstProbeMs);
  const failed = all.reduce((sum, { failedProbes }) => sum + Number.parseInt(failedProbes, 10), 0);
  const probes = `Worst probe: ${byProbe?.worstProbeMs.toFixed(0)} ms, of "${byProbe?.attack}"; ${failed} probes failed.`;
  const byLoop = worst(all, ({ view }) => view?.loopP999Ms ?? 0);
  if (byLoop?.view === undefined) return probes;
  const ends = rounds.map((ofRound) => ofRound.at(-1)?.view);
  const each = (of: (view: InsideView) => number): string =>
    ends.map((view) => (view === undefined ? '?' : of(view).toFixed(0))).join(', ');
  return (
    `${probes} Worst loop p99.9: ${byLoop.view.loopP999Ms.toFixed(0)} ms, of "${byLoop.attack}". ` +
    `After each round: heap ${each((view) => view.heapMib)} MiB, resident ${each((view) => view.residentMib)} MiB.`
  );
}

function worst(rows: readonly Row[], of: (row: Row) => number): Row | undefined {
  return rows.toSorted((a, b) => of(b) - of(a))[0];
}

const { url, data, only = '', rounds, documents } = options;
if ((url === undefined) === (data === undefined)) throw new Error('Give --url or --data.');
console.log(
  `${cpus()[0]?.model ?? 'a processor'}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);
const target = url === undefined ? await startTarget(data ?? '') : { url };
const attacks = [...ATTACKS, ...generated(documents)].filter(({ name }) => name.includes(only));
const inside =
  target.look === undefined
    ? ''
    : ' loop p99.9, ms | loop worst, ms | longest turn, CPU ms | heap, MiB | resident, MiB |';
const probes = createProbes(target.url);
const rows: Row[][] = [];
for (let round = 0; round < rounds; round += 1) {
  const head = `| attack | answers | s | worst probe, ms | failed probes |${inside}`;
  console.log(`\n${head}\n${head.replaceAll(/[^|]+/g, ' --- ')}`);
  const ofRound: Row[] = [];
  for (const attack of attacks) {
    const row = await attackOnce(attack, { ...target, probes });
    console.log(line(row));
    ofRound.push(row);
  }
  rows.push(ofRound);
}
await probes.end();
// The signal comes while it is at work.
const working = many(10, (at) => send(target.url, deep(1_000_000 + at)));
await sleep(100);
const end = await target.stop?.();
await working;
console.log(`\n${summary(rows)}`);
if (end !== undefined)
  console.log(`SIGTERM was heard after ${end.heardMs.toFixed(0)} ms; the server ended with ${end.code}.`);
process.exit(0);
