import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { episodeLinksOf, LINKED_EPISODES, TMDB_EPISODES } from '../../dataset/tables/tmdb-episode-links.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { inThread } from '../threads/in-thread.ts';
import { LINK_EPISODES } from './link-episodes.ts';

/**
 * Finds which episodes are the same in both sources, and lets something read them as the rows of tmdb_episode_links, by a
 * SELECT. DuckDB writes down what episodes are compared by, in the order of their series, and a thread aligns them.
 */
export async function withEpisodeLinks<T>(
  database: WorkConnection,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
  work: (select: string) => Promise<T>,
): Promise<T> {
  const [imdb, tmdb, lines] = ['imdb.parquet', 'tmdb.parquet', 'links.csv'].map((name) =>
    join(folder, `episodes_${name}`),
  ) as [string, string, string];
  try {
    await database.run(`COPY (${LINKED_EPISODES}) TO ${literal(imdb)} (FORMAT parquet)`);
    await database.run(`COPY (${TMDB_EPISODES}) TO ${literal(tmdb)} (FORMAT parquet)`);
    await inThread(LINK_EPISODES, { folder, imdb: rowsOf(imdb), tmdb: rowsOf(tmdb), path: lines, signal });
    return await work(
      episodeLinksOf(
        `SELECT * FROM read_csv(${literal(lines)}, header = false, auto_detect = false, delim = ',',
          columns = { 'tconst': 'INTEGER', 'tmdbKey': 'INTEGER', 'id': 'INTEGER', 'seasonNumber': 'INTEGER',
            'episodeNumber': 'INTEGER', 'confidence': 'DOUBLE' })`,
      ),
    );
  } finally {
    for (const path of [imdb, tmdb, lines]) await rm(path, { force: true });
  }
}

function rowsOf(path: string): string {
  return `SELECT * FROM read_parquet(${literal(path)})`;
}
