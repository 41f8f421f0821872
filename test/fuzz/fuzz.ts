import { availableParallelism, cpus } from 'node:os';
import process from 'node:process';

import { Command } from 'commander';

import { fuzz } from './campaign.ts';
import type { Failure, Findings } from './campaign.ts';
import { ACCESSES } from './roles.ts';
import { makeData, startFuzzTarget } from './target.ts';

const SHOWN_FAILURES = 100;

const { documents, seed, scale, atOnce, only } = new Command('fuzz')
  .description('Sends valid and broken queries to servers with and without tokens, and judges each answer.')
  .option('--documents <number>', 'valid queries, and as many broken ones', Number, 100_000)
  .option('--seed <number>', 'of the generator', Number, 1)
  .option('--scale <number>', 'of the made-up data', Number, 0.001)
  .option('--at-once <number>', 'requests on their way at a time', Number, 8)
  .option('--only <text>', 'servers with this in their name', '')
  .parse()
  .opts<{ documents: number; seed: number; scale: number; atOnce: number; only: string }>();

/** One line for each kind and role: how often each status came, with its code. */
function table({ counts }: Findings): string {
  const rows = new Map<string, string[]>();
  for (const [key, count] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    const [kind, role, outcome] = key.split(' | ');
    const row = `${kind} | ${role}`;
    rows.set(row, [...(rows.get(row) ?? []), `${count} × ${outcome}`]);
  }
  const lines = [...rows].toSorted(([a], [b]) => (a < b ? 1 : -1));
  const head = '| requests | role | answers |\n| --- | --- | --- |';
  return [head, ...lines.map(([row, outcomes]) => `| ${row} | ${outcomes.join(', ')} |`)].join('\n');
}

console.log(
  `${cpus()[0]?.model ?? 'a processor'}, ${availableParallelism()} cores, Node ${process.version}, seed ${seed}`,
);
const data = await makeData(scale);
let failed = 0;
let shown = 0;
try {
  for (const [at, access] of ACCESSES.entries()) {
    if (!access.name.includes(only)) continue;
    const target = await startFuzzTarget(data.folder, access);
    const count = Math.round((documents * access.share) / 100);
    const began = performance.now();
    const onFailure = (failure: Failure): void =>
      void (shown++ < SHOWN_FAILURES && console.log(JSON.stringify(failure)));
    const findings = await fuzz({ ...target, access, count, seed: seed + at, atOnce, onFailure });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const alive = (await fetch(`${target.url}/livez`)).status;
    const view = await target.look?.();
    const end = await target.stop?.();
    const errors = await target.errors();
    failed += findings.failures.length + errors.length + (end?.code === 0 && alive === 200 ? 0 : 1);
    console.log(`\n## ${access.name}\n\n${table(findings)}\n`);
    console.log(
      `${count} valid and ${count} broken in ${seconds} s, the slowest answer after ${findings.slowestMs.toFixed(0)} ms; ` +
        `${findings.failures.length} are not as promised, ${errors.length} errors in the log. ` +
        `Heap ${view?.heapMib.toFixed(0)} MiB; /livez ${alive}; the server ended with ${end?.code}.`,
    );
    for (const line of errors.slice(0, SHOWN_FAILURES)) console.log(line);
  }
} finally {
  await data.remove();
}
console.log(failed === 0 ? '\nEvery answer is as promised.' : `\n${failed} are not as promised.`);
process.exit(failed === 0 ? 0 : 1);
