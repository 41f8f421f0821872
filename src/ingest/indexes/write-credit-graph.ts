import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { creditGraphFile } from '../../dataset/builds/paths.ts';
import { EDGE_CATEGORY_SQL } from '../../dataset/indexes/credit-graph.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import { tableList } from '../tables/writing/table-files.ts';
import { inThread } from '../threads/in-thread.ts';
import { stopFlag } from '../threads/stop-flag.ts';
import { PACK_GRAPH } from './packing/pack-graph.ts';

/** Writes the graph of credits. Answers with the number of its edges. */
export async function writeCreditGraph({
  folder,
  signal,
}: {
  folder: string;
  signal: AbortSignal | undefined;
}): Promise<number> {
  const path = join(folder, creditGraphFile());
  const creditsIn = (table: 'principals' | 'credits_by_person'): string =>
    `SELECT nconst AS person, tconst AS title, ${EDGE_CATEGORY_SQL} AS category FROM read_parquet(${tableList(folder, table)})`;
  // A thread in which DuckDB works is not ended from outside.
  const { stop, release } = stopFlag(signal);
  try {
    const [byPerson, byTitle] = [creditsIn('credits_by_person'), creditsIn('principals')];
    return await inThread(PACK_GRAPH, { folder, byPerson, byTitle, path, stop, signal });
  } catch (error) {
    await rm(path, { force: true });
    signal?.throwIfAborted();
    throw new Failed(`lookup credit_graph: ${reasonOf(error)}`, { cause: error });
  } finally {
    release();
  }
}
