import type { BenchContext } from '../bench-context.ts';
import { measureReads } from '../load/reads.ts';
import type { Ask, Subject } from '../load/reads.ts';
import { RELATION_WORKLOADS } from '../load/relation-workloads.ts';
import { startMarquee, withoutCaches } from '../processes/start-server.ts';

/**
 * Similar titles, paths and whatever else joins titles and people, by one client without application caches. What the lists take in a build, in seconds
 * and bytes, stands among the steps and files of the ingest: feature_counts, similar_titles, credit_graph and changes.
 */
export async function benchRelations({ dataFolder, folder, reading, say }: BenchContext): Promise<void> {
  say('relations');
  const subject: Subject = { name: 'marquee, one at a time', target: 'marquee', caches: 'off' };
  const asks = RELATION_WORKLOADS.map(({ name }): Ask => ({
    workload: name,
    distribution: 'uniform',
    pace: { clients: 1 },
  }));
  const server = await startMarquee({ dataFolder, logFolder: folder, settings: withoutCaches() });
  try {
    await measureReads({ server, subject, asks }, reading);
  } finally {
    await server.stop();
  }
}
