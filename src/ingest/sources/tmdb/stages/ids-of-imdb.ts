import { filesOfTable } from '../../../../dataset/builds/manifest.ts';
import { buildFolder, commandOver } from '../../../../dataset/builds/paths.ts';
import type { Folders } from '../../../../dataset/builds/paths.ts';
import { interruptOn } from '../../../../duckdb/interrupt-on.ts';
import { parquetOf } from '../../../../duckdb/literal.ts';
import { openDatabase } from '../../../../duckdb/open-database.ts';
import { readCurrent } from '../../../../storage/builds/builds.ts';
import { Failed } from '../../../outcomes/outcome.ts';
import { fetchDue } from './fetch-things.ts';
import type { YearOptions } from './ids-by-year.ts';
import type { MirrorWork } from './mirror-work.ts';

export interface ImdbOptions extends Partial<YearOptions> {
  folders: Folders;
  /** As DuckDB reads it: `1GiB`. */
  memoryLimit: string;
}

/** Types that TMDB has no titles of: it has episodes inside of series, and no games. */
const WITHOUT = "('tvEpisode', 'videoGame')";

/**
 * Looks up the titles of the served build at TMDB by their IMDb ids, one request for each, and makes those wanted that
 * it has. Years and votes are IMDb's. TMDB's lists of ids do not name IMDb's, so that this is the way to fetch nothing
 * that IMDb does not have.
 */
export async function wantIdsOfImdb(work: MirrorWork, options: ImdbOptions): Promise<void> {
  for await (const ids of imdbIds(options, work.signal)) {
    work.mirror.want(ids.map((id) => ({ kind: 'find', id, part: 0 })));
  }
  await fetchDue(['find'], work);
}

/** The numbers of IMDb's ids, some thousand at a time. */
async function* imdbIds(
  { folders, years: [first, last] = [0, 9999], minVotes = 0, memoryLimit }: ImdbOptions,
  signal: AbortSignal,
): AsyncGenerator<number[]> {
  const manifest = await readCurrent(folders);
  if (manifest === undefined) {
    throw new Failed(`there is no build whose ids could be looked up: run ${commandOver(folders, 'ingest')} first`);
  }
  const folder = buildFolder(folders, manifest.buildId);
  const tableOf = (name: string): string => {
    const table = manifest.tables.find((one) => one.name === name);
    return parquetOf(folder, table === undefined ? [] : filesOfTable(table).map(({ file }) => file));
  };
  const database = await openDatabase(folder, { tmpFolder: folders.tmp, memoryLimit, threads: 1 });
  const { connection } = database;
  const stopInterrupting = interruptOn(signal, connection);
  try {
    const result = await connection.stream(
      `SELECT tconst FROM ${tableOf('titles')} AS titles LEFT JOIN ${tableOf('ratings')} AS ratings USING (tconst)
       WHERE titleType NOT IN ${WITHOUT} AND coalesce(numVotes, 0) >= $minVotes
         AND (startYear BETWEEN $first AND $last OR ($first = 0 AND startYear IS NULL))`,
      { minVotes, first, last },
    );
    for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0;) {
      yield chunk.getColumnValues(0).map(Number);
      chunk = await result.fetchChunk();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    stopInterrupting();
    await database.close();
  }
}
