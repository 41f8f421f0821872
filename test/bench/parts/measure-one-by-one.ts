import type { BenchContext } from '../bench-context.ts';
import { measureReads } from '../load/reads.ts';
import type { Ask, Subject } from '../load/reads.ts';
import type { Workload } from '../load/workloads.ts';
import { startMarquee, withoutCaches } from '../processes/start-server.ts';

/** The subject, by which the goals find the rows. */
export const ONE_BY_ONE = 'marquee, one at a time';

/** Measures workloads by one client, without application caches, over uniform keys. */
export async function measureOneByOne(
  { dataFolder, folder, reading }: BenchContext,
  workloads: readonly Workload[],
): Promise<void> {
  const subject: Subject = { name: ONE_BY_ONE, target: 'marquee', caches: 'off' };
  const asks = workloads.map(({ name }): Ask => ({ workload: name, distribution: 'uniform', pace: { clients: 1 } }));
  const server = await startMarquee({ dataFolder, logFolder: folder, settings: withoutCaches() });
  try {
    await measureReads({ server, subject, asks }, reading);
  } finally {
    await server.stop();
  }
}
