import { setTimeout as sleep } from 'node:timers/promises';

import { Command } from 'commander';

import { seeded } from '../product/random-filters.ts';
import { ATTACKS, DEEP } from './attacks.ts';
import type { Attack } from './attacks.ts';
import { dearDocuments } from './dearest.ts';
import type { InsideView } from './inside.ts';
import { startProbes } from './probes.ts';
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

async function attackOnce({ url, look }: Target, { name, run }: Attack): Promise<Row> {
  await look?.();
  const probes = await startProbes(url);
  const began = performance.now();
  const outcomes = await run(url);
  const seconds = (performance.now() - began) / 1000;
  const { sent, failed, worstMs } = await probes.stop();
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

const { url, data, only = '', rounds, documents } = options;
if ((url === undefined) === (data === undefined)) throw new Error('Give --url or --data.');
const target = url === undefined ? await startTarget(data ?? '') : { url };
const attacks = [...ATTACKS, ...generated(documents)].filter(({ name }) => name.includes(only));
const inside =
  target.look === undefined
    ? ''
    : ' loop p99.9, ms | loop worst, ms | longest turn, CPU ms | heap, MiB | resident, MiB |';
for (let round = 0; round < rounds; round += 1) {
  const head = `| attack | answers | s | worst probe, ms | failed probes |${inside}`;
  console.log(`\n${head}\n${head.replaceAll(/[^|]+/g, ' --- ')}`);
  for (const attack of attacks) console.log(line(await attackOnce(target, attack)));
}
// The signal comes while it is at work.
const working = many(10, () => send(target.url, DEEP));
await sleep(100);
const end = await target.stop?.();
await working;
if (end !== undefined)
  console.log(`\nSIGTERM was heard after ${end.heardMs.toFixed(0)} ms; it ended with ${end.code}.`);
process.exit(0);
