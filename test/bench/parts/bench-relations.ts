import type { BenchContext } from '../bench-context.ts';
import { RELATION_WORKLOADS } from '../load/relation-workloads.ts';
import { measureOneByOne } from './measure-one-by-one.ts';

/**
 * Similar titles, paths and whatever else joins titles and people, by one client without application caches. What their
 * files take in a build, in seconds and bytes, stands among the steps and files of the ingest: feature_counts,
 * similar_titles, credit_graph and changes.
 */
export async function benchRelations(context: BenchContext): Promise<void> {
  context.say('relations');
  await measureOneByOne(context, RELATION_WORKLOADS);
}
