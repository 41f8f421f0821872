import { readFileSync } from 'node:fs';
import process from 'node:process';

import { createGraphqlClient } from './graphql-client.ts';
import { createSampler } from './key-sampler.ts';
import type { LoadJob, LoadMessage, LoadResult } from './load-job.ts';
import { closedLoop, openLoop } from './pacing.ts';
import type { Period } from './pacing.ts';
import { percentile } from './percentile.ts';
import { workloadOf } from './workloads.ts';
import type { Key } from './workloads.ts';

/** A process of its own, so that the load does not wait for the server nor the server for the load. */
const MOST_CONNECTIONS = 256;

let period: Period = { start: 0, end: 0 };
let stopped = false;

process.on('message', (message: LoadJob | 'stop') => {
  if (message === 'stop') {
    stopped = true;
    period.end = performance.now();
    return;
  }
  run(message).then(
    (result) => tell({ event: 'done', result }),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});

function tell(message: LoadMessage): void {
  process.send?.(message, () => message.event === 'done' && process.disconnect());
}

async function run(job: LoadJob): Promise<LoadResult> {
  const { target, pace } = job;
  const workload = workloadOf(job.workload);
  const query = workload.queries[target];
  if (query === undefined) throw new Error(`${job.workload} has no query for ${target}`);
  const pool = JSON.parse(readFileSync(job.pools[workload.pool] ?? '', 'utf8')) as Key[];
  if (pool.length === 0) throw new Error(`the pool of ${job.workload} is empty: use a larger scale`);
  const draw = createSampler(pool.length, job);
  const connections = 'clients' in pace ? pace.clients : MOST_CONNECTIONS;
  const client = createGraphqlClient(job.url, { query, connections });
  let drawn = 0;

  function nextVariables(): Record<string, unknown> {
    const keys = Array.from({ length: workload.keys }, () => pool[draw()] ?? 0);
    drawn += workload.keys;
    return query?.variables(keys) ?? {};
  }

  const round = async (seconds: number): Promise<Round> => {
    const found: Round = { latencies: [], failures: 0, bytes: 0, elapsedMs: 0 };
    const send = async (due: number): Promise<void> => {
      try {
        const { bytes } = await client.ask(nextVariables());
        found.bytes += bytes;
        found.latencies.push(performance.now() - due);
      } catch (error) {
        found.failures += 1;
        found.failure ??= String(error);
      }
    };
    const start = performance.now();
    period = { start, end: stopped ? start : start + seconds * 1000 };
    await ('clients' in pace ? closedLoop(pace.clients, { period, send }) : openLoop(pace.perSecond, { period, send }));
    return { ...found, elapsedMs: performance.now() - start };
  };

  await round(job.warmupSeconds);
  tell({ event: 'warm' });
  const before = process.cpuUsage();
  const found = await round(job.seconds);
  const { user, system } = process.cpuUsage(before);
  client.close();
  return { ...summary(found), drawn, loadCpu: (user + system) / 1000 / found.elapsedMs };
}

interface Round {
  latencies: number[];
  failures: number;
  failure?: string | undefined;
  bytes: number;
  elapsedMs: number;
}

function summary({ latencies, failures, failure, bytes, elapsedMs }: Round): Omit<LoadResult, 'drawn' | 'loadCpu'> {
  const sorted = Float64Array.from(latencies).sort();
  const requests = sorted.length;
  return {
    requests,
    perSecond: requests / (elapsedMs / 1000),
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
    maxMs: percentile(sorted, 1),
    failures,
    failure,
    answerBytes: bytes / Math.max(requests, 1),
  };
}
