import type { TableFacts } from '../../dataset/builds/manifest.ts';
import { USUAL_MIN_VOTES } from '../../dataset/similarity/measure.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import type { Parts } from '../jobs/file-job.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { writeTable } from '../tables/writing/write-table.ts';
import { withSimilarTitles } from './with-similar-titles.ts';

export interface MakeSimilarOptions extends Pick<Parts['options'], 'threads' | 'similarMinVotes' | 'signal'> {
  /** Of lists: similar_titles, or tmdb_similar_titles. */
  table: Table;
  folder: string;
  /** Whether what TMDB says of titles counts. */
  withTmdb: boolean;
}

/** Makes a table of similar titles; its record has the votes that a title needed. */
export async function makeSimilarTitles(
  database: WorkConnection,
  { table, folder, similarMinVotes: minVotes = USUAL_MIN_VOTES, ...options }: MakeSimilarOptions,
): Promise<Omit<TableFacts, 'name'>> {
  return withSimilarTitles(database, { ...options, folder, minVotes }, async (select) => ({
    rows: await writeTable(database, { table, select, folder }),
    minVotes,
  }));
}
