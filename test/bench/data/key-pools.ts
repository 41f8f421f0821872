import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import type { PoolName } from '../load/workloads.ts';
import { FIND_POOLS } from './find-pools.ts';

/** The most keys of a pool: enough that uniform draws come from everywhere, whatever the scale. */
const POOL_SIZE = 1_000_000;
const SMALL_POOL = 50_000;
const SEED = 1;

/** One column of keys that exist, the most popular first. `$tables` is the folder of the build's tables. */
const POOLS: Record<PoolName, string> = {
  titles: `SELECT tconst FROM (SELECT tconst, numVotes FROM '$tables/title_cards/*.parquet' ORDER BY hash(tconst, ${SEED}) LIMIT ${POOL_SIZE})
    ORDER BY numVotes DESC NULLS LAST, tconst`,
  // Titles that have a list of similar ones.
  compared: `SELECT tconst FROM '$tables/similar_titles.parquet' GROUP BY tconst ORDER BY tconst`,
  connected: `SELECT nconst FROM '$tables/person_cards/*.parquet' WHERE credits >= 5 ORDER BY credits DESC, nconst LIMIT ${POOL_SIZE}`,
  // Seasons of at most 500 episodes, which are one page.
  series: `SELECT parentTconst FROM '$tables/episodes_by_series.parquet' GROUP BY parentTconst HAVING count(*) BETWEEN 10 AND 500
    AND parentTconst IN (SELECT tconst FROM '$tables/titles.parquet' WHERE titleType IN ('tvSeries', 'tvMiniSeries'))
    ORDER BY sum(numVotes) DESC NULLS LAST, parentTconst LIMIT ${SMALL_POOL}`,
  people: `SELECT nconst FROM '$tables/person_cards/*.parquet' WHERE credits >= 50 ORDER BY credits DESC, nconst LIMIT ${SMALL_POOL}`,
  words: `SELECT DISTINCT regexp_extract(primaryTitle, '[[:alpha:]]+ [[:alpha:]]+') AS words
    FROM (SELECT primaryTitle FROM '$tables/title_cards/*.parquet' WHERE numVotes > 0 ORDER BY hash(tconst, ${SEED}) LIMIT ${SMALL_POOL})
    WHERE length(words) > 6 ORDER BY hash(words)`,
  pages: `SELECT (range * 20)::INTEGER FROM range(25)`,
  ...FIND_POOLS,
};

/** Draws the keys of every pool from the tables of a build and writes each as a JSON file. Answers with their paths. */
export async function writeKeyPools({
  tables,
  folder,
}: {
  tables: string;
  folder: string;
}): Promise<Record<PoolName, string>> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GiB' });
  const connection = await instance.connect();
  try {
    const paths: [string, string][] = [];
    for (const [name, sql] of Object.entries(POOLS)) {
      const reader = await connection.runAndReadAll(sql.replaceAll('$tables', tables.replaceAll("'", "''")));
      const path = join(folder, `keys-${name}.json`);
      await writeFile(path, JSON.stringify(reader.getRows().map(([key]) => key)));
      paths.push([name, path]);
    }
    return Object.fromEntries(paths) as Record<PoolName, string>;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
