import type { TableFacts } from '../../dataset/builds/manifest.ts';
import { TMDB_SEARCH_TABLES } from '../../dataset/tables/tmdb-search-tables.ts';
import { NO_TMDB_ROWS, TMDB_MADE } from '../../dataset/tables/tmdb-tables.ts';
import type { TableName, TmdbMadeTableName, TmdbSearchTableName } from '../../dataset/tables/table-names.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { literal } from '../jobs/work-database.ts';
import type { Parts } from '../jobs/file-job.ts';
import type { Scalar, WorkConnection } from '../jobs/work-database.ts';
import { Rejected } from '../outcomes/outcome.ts';
import { makeSimilarTitles } from '../similar/make-similar-titles.ts';
import type { MakeSimilarOptions } from '../similar/make-similar-titles.ts';
import { writeTable } from '../tables/writing/write-table.ts';
import { fitting } from './snapshot-rows.ts';
import type { TmdbRows } from './snapshot-rows.ts';
import { withEpisodeLinks } from './with-episode-links.ts';

/**
 * Makes a table of TMDB's rows: without those that are older than `expiry`, in ISO 8601, and without those that lack
 * what each row has. Each row is in the table or counted as left out.
 * @throws Rejected where rows are lost or repeat a key, DuckDB's errors where a line cannot be read.
 */
export async function makeTmdbTable(
  database: WorkConnection,
  { table, from, expiry, folder }: { table: Table; from: TmdbRows; expiry: string; folder: string },
): Promise<Omit<TableFacts, 'name'>> {
  const fits = fitting(table);
  const isFresh = `fetchedAt >= ${literal(expiry)}`;
  const select = `SELECT * FROM (${from.select}) WHERE ${fits} AND ${isFresh}`;
  const rows = await writeTable(database, { table, select, folder });
  const leftOut = { tooOld: 0, unfit: 0 };
  let read = rows;
  if (rows !== from.rows) {
    // Only then, as the whole file is read again.
    const [counted] = await database.rows(
      `SELECT count(*) AS rows, count(*) FILTER (WHERE NOT (${fits})) AS unfit, count(*) FILTER (WHERE ${fits} AND NOT ${isFresh}) AS tooOld
       FROM (${from.select})`,
    );
    Object.assign(leftOut, { tooOld: Number(counted?.['tooOld']), unfit: Number(counted?.['unfit']) });
    read = Number(counted?.['rows']);
  }
  if (read !== from.rows) throw new Rejected(`${from.name}: ${from.rows} lines in the file, but ${read} were read`);
  return { rows, leftOut, ...(await agesOf(database, table)) };
}

const SELECTS = { ...TMDB_MADE, ...TMDB_SEARCH_TABLES };

/** Makes a table that is derived from TMDB's other tables and IMDb's. Those for similar titles are empty unless they were asked for. */
export async function makeDerivedTmdbTable(
  database: WorkConnection,
  { table, tmdbSimilarity = false, ...options }: Omit<MakeSimilarOptions, 'withTmdb'> & TmdbSimilarity,
): Promise<Omit<TableFacts, 'name'>> {
  const { folder, signal } = options;
  const name = table.name as TmdbMadeTableName | TmdbSearchTableName;
  const write = (select: string): Promise<number> => writeTable(database, { table, select, folder });
  if (!tmdbSimilarity && isForSimilarity(name)) return { rows: await write(NO_TMDB_ROWS[name]) };
  if (name === 'tmdb_similar_titles') return makeSimilarTitles(database, { ...options, table, withTmdb: true });
  if (name !== 'tmdb_episode_links') return { rows: await write(SELECTS[name]) };
  return { rows: await withEpisodeLinks(database, { folder, signal }, write), ...(await agesOf(database, table)) };
}

type TmdbSimilarity = Pick<Parts['options'], 'tmdbSimilarity'>;

/** Whether a table of TMDB's is there for similar titles alone. */
export function isForSimilarity(name: TableName): boolean {
  return name === 'tmdb_feature_counts' || name === 'tmdb_similar_titles';
}

async function agesOf(
  database: WorkConnection,
  { name }: Table,
): Promise<Pick<TableFacts, 'oldestFetchedAt' | 'newestFetchedAt'>> {
  const [row] = await database.rows(`SELECT min(fetchedAt) AS oldest, max(fetchedAt) AS newest FROM ${name}`);
  return { oldestFetchedAt: textOf(row?.['oldest']), newestFetchedAt: textOf(row?.['newest']) };
}

function textOf(value: Scalar | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
