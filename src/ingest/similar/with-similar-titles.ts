import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import pMap from 'p-map';

import { tableFile } from '../../dataset/builds/paths.ts';
import { MOST_SIMILAR } from '../../dataset/similarity/measure.ts';
import { comparedCredits, comparedTitles } from '../../dataset/tables/similar-tables.ts';
import { comparedTexts } from '../../dataset/tables/similar-tmdb-tables.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import { literal } from '../jobs/work-database.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { inThread } from '../threads/in-thread.ts';
import { COMPARE_TITLES } from './compare-titles.ts';
import { FIND_SIMILAR } from './find-similar.ts';
import type { SimilarLists } from './find-similar.ts';
import { WRITE_LISTS } from './write-lists.ts';

/** Parts of the work that threads take one after the other, so that none waits long for the last one. */
const PARTS = 16;

export interface SimilarTitlesOptions {
  folder: string;
  /** The votes that a title needs to be in lists, and to have one. */
  minVotes: number;
  /** Whether what TMDB says of them counts. */
  withTmdb: boolean;
  threads: number;
  signal?: AbortSignal | undefined;
}

/**
 * Finds the titles that are similar to each, and lets something read them as the rows of the table similar_titles, by a
 * SELECT; or of tmdb_similar_titles. DuckDB writes down what titles are compared by, threads make vectors of it, search the lists of these, and
 * write the rows, which come in the order of the table.
 */
export async function withSimilarTitles<T>(
  database: WorkConnection,
  { folder, minVotes, withTmdb, threads, signal }: SimilarTitlesOptions,
  work: (select: string) => Promise<T>,
): Promise<T> {
  const [titles, credits, texts, rows] = ['titles.parquet', 'credits.parquet', 'texts.parquet', 'rows.csv'].map(
    (name) => join(folder, `similar_${name}`),
  ) as [string, string, string, string];
  const countsIn = (table: TableName): string => rowsOf(join(folder, tableFile(table)));
  try {
    await database.run(`COPY (${comparedTitles(minVotes)}) TO ${literal(titles)} (FORMAT parquet)`);
    await database.run(`COPY (${comparedCredits(minVotes)}) TO ${literal(credits)} (FORMAT parquet)`);
    if (withTmdb) await database.run(`COPY (${comparedTexts(minVotes)}) TO ${literal(texts)} (FORMAT parquet)`);
    const compared = await inThread(COMPARE_TITLES, {
      folder,
      counts: countsIn('feature_counts'),
      titles: rowsOf(titles),
      credits: rowsOf(credits),
      tmdb: withTmdb ? { counts: countsIn('tmdb_feature_counts'), texts: rowsOf(texts) } : undefined,
      signal,
    });
    const count = compared.ids.length;
    const lists = sharedLists(count);
    const ends = Array.from({ length: PARTS + 1 }, (_, part) => Math.round((part * count) / PARTS));
    await pMap(
      Array.from({ length: PARTS }, (_, part) => ({ from: ends[part] ?? 0, to: ends[part + 1] ?? 0 })),
      (range) => inThread(FIND_SIMILAR, { titles: compared, lists, ...range, signal }),
      { concurrency: threads },
    );
    await inThread(WRITE_LISTS, { ids: compared.ids, lists, path: rows, signal });
    return await work(
      `SELECT * FROM read_csv(${literal(rows)}, header = false, auto_detect = false, delim = ',',
        columns = { 'tconst': 'INTEGER', 'position': 'INTEGER', 'neighbour': 'INTEGER', 'score': 'DOUBLE' })`,
    );
  } finally {
    for (const path of [titles, credits, texts, rows]) await rm(path, { force: true });
  }
}

function rowsOf(path: string): string {
  return `SELECT * FROM read_parquet(${literal(path)})`;
}

function sharedLists(titles: number): SimilarLists {
  const places = titles * MOST_SIMILAR;
  return {
    lengths: new Uint8Array(new SharedArrayBuffer(titles)),
    neighbours: new Int32Array(new SharedArrayBuffer(4 * places)),
    scores: new Uint16Array(new SharedArrayBuffer(2 * places)),
  };
}
