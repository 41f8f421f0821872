import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import type { DuckDBConnection } from '@duckdb/node-api';

import { openInstance } from '../../duckdb/open-instance.ts';
import { fileTask } from '../threads/file-task.ts';
import { alignEpisodes } from './align-episodes.ts';
import type { EpisodeFacts } from './episode-fields.ts';

/** For scans of files that are sorted already. */
const MEMORY_LIMIT = '256MiB';

export interface LinkEpisodesInput {
  /** Of the build, in which the SELECTs read. */
  folder: string;
  /** SELECTs of tmdbKey, id, season, number, title and year, in the order of tmdbKey. */
  imdb: string;
  tmdb: string;
  /** The file to write. */
  path: string;
}

interface Episode extends EpisodeFacts {
  series: number;
  id: number;
}

/** Aligns the episodes of each series, and writes a line for each pair: tconst, tmdbKey, id, season, number, confidence. */
export async function linkEpisodesHere({ folder, imdb, tmdb, path }: LinkEpisodesInput): Promise<void> {
  // A database that is open in one thread cannot be used in another.
  const instance = await openInstance({
    memoryLimit: MEMORY_LIMIT,
    threads: 1,
    folders: [folder],
    spill: join(folder, 'episodes.spill'),
  });
  const connections = [await instance.connect(), await instance.connect()] as const;
  const file = openSync(path, 'w');
  try {
    const others = bySeries(connections[1], tmdb);
    let other = await others.next();
    for await (const [series, episodes] of bySeries(connections[0], imdb)) {
      while (other.done !== true && other.value[0] < series) other = await others.next();
      if (other.done === true) return;
      if (other.value[0] !== series) continue;
      const there = other.value[1];
      const lines = alignEpisodes(episodes, there).map((pair) => {
        const { id, season, number } = there[pair.tmdb] as Episode;
        const tconst = (episodes[pair.imdb] as Episode).id;
        return `${tconst},${series},${id},${season ?? ''},${number ?? ''},${pair.confidence.toFixed(4)}\n`;
      });
      writeSync(file, lines.join(''));
    }
  } finally {
    closeSync(file);
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  }
}

/** The episodes of one series after another. */
async function* bySeries(connection: DuckDBConnection, select: string): AsyncGenerator<[number, Episode[]]> {
  let episodes: Episode[] = [];
  const result = await connection.stream(select);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const [series, id, season, number, title, year] of chunk.getRows()) {
      const [last] = episodes;
      if (last !== undefined && last.series !== series) {
        yield [last.series, episodes];
        episodes = [];
      }
      episodes.push({ series, id, season, number, title, year } as Episode);
    }
  }
  const [last] = episodes;
  if (last !== undefined) yield [last.series, episodes];
}

/** DuckDB ends the process when the thread ends that it works for. */
export const LINK_EPISODES = fileTask(import.meta.url, linkEpisodesHere, { endsByItself: true });
