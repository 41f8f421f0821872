import { setTimeout as sleep } from 'node:timers/promises';

import type { BenchContext } from '../bench-context.ts';
import { createGraphqlClient } from '../load/graphql-client.ts';
import { percentile } from '../load/percentile.ts';
import { memoryOf } from '../processes/process-usage.ts';
import { startMarquee } from '../processes/start-server.ts';
import { workloadOf } from '../load/workloads.ts';

const STARTS = 5;
const IDLE_MS = 2000;
/** In the demo data of every scale. */
const KNOWN_TITLE = 'tt0900001';

/** From the start of the program with an existing build to its first answer, and the memory it then takes. */
export async function benchStart(context: BenchContext): Promise<void> {
  context.say('start and idle memory');
  const starts: Start[] = [];
  for (let nth = 0; nth < STARTS; nth += 1) starts.push(await start(context));
  context.results.figures['startSeconds'] = median(starts.map(({ seconds }) => seconds));
  context.results.figures['idleBytes'] = median(starts.map(({ memoryBytes }) => memoryBytes));
}

interface Start {
  seconds: number;
  memoryBytes: number;
}

async function start({ dataFolder, folder }: BenchContext): Promise<Start> {
  const started = performance.now();
  const server = await startMarquee({ dataFolder, logFolder: folder });
  try {
    const client = createGraphqlClient(server.url, { query: workloadOf('card').queries.marquee, connections: 1 });
    await client.ask({ id: KNOWN_TITLE });
    const seconds = (performance.now() - started) / 1000;
    client.close();
    await sleep(IDLE_MS);
    return { seconds, memoryBytes: memoryOf(server.pids) };
  } finally {
    await server.stop();
  }
}

function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
