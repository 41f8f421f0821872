import type { BenchContext } from '../bench-context.ts';
import { measureReads } from '../load/reads.ts';
import type { Ask, Subject } from '../load/reads.ts';
import { startMarquee, withoutCaches } from '../processes/start-server.ts';

/** Pages, and beside each the same with its `totalCount`. */
export const COUNTED = { 'person page': 'person counted', 'series page': 'series counted' } as const;

const SUBJECT: Subject = { name: 'marquee index', target: 'marquee', caches: 'off' };

/** One client, so that nothing is batched across requests. */
export async function benchTotalCount({ dataFolder, folder, reading, say }: BenchContext): Promise<void> {
  say('totalCount');
  const asks = Object.entries(COUNTED)
    .flat()
    .map((workload): Ask => ({ workload, distribution: 'uniform', pace: { clients: 1 } }));
  const server = await startMarquee({ dataFolder, logFolder: folder, settings: withoutCaches() });
  try {
    await measureReads({ server, subject: SUBJECT, asks }, reading);
  } finally {
    await server.stop();
  }
}
