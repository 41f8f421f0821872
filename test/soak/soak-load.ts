import { createHistogram } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

import { closedLoop, openLoop } from '../bench/load/pacing.ts';
import type { Period } from '../bench/load/pacing.ts';
import { seeded } from '../product/random-filters.ts';
import type { LoadCounts, LoadOrder, LoadReport } from './load-messages.ts';
import { nextOperation } from './operations.ts';
import type { Pools } from './operations.ts';
import { createSoakClient } from './soak-client.ts';
import type { Failure, SoakClient } from './soak-client.ts';

/** The process of the load: it waits for no server, and no server waits for it. */
/** One of so many clients leaves. */
const LEAVES_OF = 100;
const LEAVE_WITHIN_MS = 20;
const MOST_SUBSCRIPTIONS = 8;
const SUBSCRIBE_EVERY_MS = 500;
const STAY_AT_MOST_MS = 20_000;
/** Requests that may wait for answers: where the server is further behind, what is due is held back. */
const MOST_WAITING = 500;
const SUBSCRIPTION = 'subscription { datasetUpdated { buildId version } }';
const MOST_FAILURES_TOLD = 20;
const POOL_PAGES = 10;

const random = seeded(19);
const period: Period = { start: 0, end: 0 };
let asked: Promise<void> = Promise.resolve();

process.on('message', (order: LoadOrder) => {
  if (order.do === 'stop') {
    period.end = performance.now();
    return;
  }
  asked = asked
    .then(() => obey(order))
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
});

// Nobody waits for what it would go on with.
process.once('disconnect', () => process.exit());

async function obey(order: Exclude<LoadOrder, { do: 'stop' }>): Promise<void> {
  const client = createSoakClient(order.url);
  try {
    const pools = await readPools(client);
    tell(
      order.do === 'measure' ? await measure(client, { pools, ...order }) : await drive(client, { pools, ...order }),
    );
  } finally {
    client.close();
  }
}

function tell(report: LoadReport): void {
  process.send?.(report);
}

async function measure(
  client: SoakClient,
  { pools, clients, warmupSeconds, seconds }: { pools: Pools } & Extract<LoadOrder, { do: 'measure' }>,
): Promise<LoadReport> {
  const counting = startCounting();
  const send = sender(client, { pools, counting, leaves: false });
  for (const round of [warmupSeconds, seconds]) {
    counting.answered = 0;
    period.start = performance.now();
    period.end = period.start + round * 1000;
    await closedLoop(clients, { period, send });
  }
  const perSecond = counting.answered / ((performance.now() - period.start) / 1000);
  return { done: 'measure', perSecond, counts: countsOf(counting) };
}

/** A constant rate until it is told to stop. */
async function drive(
  client: SoakClient,
  { pools, perSecond }: { pools: Pools } & Extract<LoadOrder, { do: 'drive' }>,
): Promise<LoadReport> {
  const counting = startCounting();
  period.start = performance.now();
  period.end = Infinity;
  await Promise.all([
    openLoop(perSecond, { period, send: sender(client, { pools, counting, leaves: true }) }),
    comeAndGo(client, counting),
  ]);
  return { done: 'drive', counts: countsOf(counting) };
}

function sender(
  client: SoakClient,
  { pools, counting, leaves }: { pools: Pools; counting: Counting; leaves: boolean },
): (due: number) => Promise<void> {
  let waiting = 0;
  return async (due) => {
    if (waiting >= MOST_WAITING) {
      counting.heldBack += 1;
      return;
    }
    waiting += 1;
    const leaveAfterMs = leaves && random(LEAVES_OF) === 0 ? random(LEAVE_WITHIN_MS) : undefined;
    const failure = await client.ask(nextOperation(pools, random), leaveAfterMs);
    waiting -= 1;
    if (failure !== null) fail(counting, failure);
    else if (leaveAfterMs !== undefined) counting.left += 1;
    else {
      counting.answered += 1;
      counting.latencies.record(Math.max(1, Math.round((performance.now() - due) * 1000)));
    }
  };
}

/** Subscriptions that come and go, and all go at the end. */
async function comeAndGo(client: SoakClient, counting: Counting): Promise<void> {
  const open = new Set<() => void>();
  const ends: Promise<unknown>[] = [];
  while (performance.now() < period.end) {
    if (open.size < MOST_SUBSCRIPTIONS) {
      const { ended, leave } = client.subscribe(SUBSCRIPTION, () => (counting.events += 1));
      counting.subscriptions += 1;
      open.add(leave);
      const leaving = setTimeout(leave, random(STAY_AT_MOST_MS));
      ends.push(
        ended
          .then((failure: Failure) => failure !== null && fail(counting, failure))
          .finally(() => {
            clearTimeout(leaving);
            open.delete(leave);
          }),
      );
    }
    await sleep(SUBSCRIBE_EVERY_MS);
  }
  for (const leave of open) leave();
  await Promise.all(ends);
}

async function readPools(client: SoakClient): Promise<Pools> {
  const [titles, people]: [string[], string[]] = [[], []];
  const words = new Set<string>();
  for (let page = 0; page < POOL_PAGES; page += 1) {
    const data = (await client.data({
      query: `query Pool($skip: Int!) { titles(first: 100, offset: $skip) { nodes { id primaryTitle } }
        people(first: 100, offset: $skip) { nodes { id primaryName } } }`,
      variables: { skip: 100 * page },
    })) as { titles: { nodes: { id: string; primaryTitle: string | null }[] }; people: { nodes: { id: string }[] } };
    titles.push(...data.titles.nodes.map(({ id }) => id));
    people.push(...data.people.nodes.map(({ id }) => id));
    for (const { primaryTitle } of data.titles.nodes)
      for (const word of (primaryTitle ?? '').split(/[^\p{L}]+/u)) if (word.length > 2) words.add(word);
  }
  return { titles, people, words: [...words] };
}

interface Counting extends Omit<LoadCounts, 'p50Ms' | 'p99Ms' | 'worstMs'> {
  /** In microseconds. */
  latencies: ReturnType<typeof createHistogram>;
}

function startCounting(): Counting {
  const latencies = createHistogram();
  return { answered: 0, left: 0, failed: 0, failures: [], heldBack: 0, subscriptions: 0, events: 0, latencies };
}

function fail(counting: Counting, failure: string): void {
  counting.failed += 1;
  if (counting.failures.length < MOST_FAILURES_TOLD) counting.failures.push(failure);
}

function countsOf({ latencies, ...counts }: Counting): LoadCounts {
  const [p50Ms, p99Ms] = [latencies.percentile(50) / 1000, latencies.percentile(99) / 1000];
  return { ...counts, p50Ms, p99Ms, worstMs: latencies.max / 1000 };
}
