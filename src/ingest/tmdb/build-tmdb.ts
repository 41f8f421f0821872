import { buildFolder } from '../../dataset/builds/paths.ts';
import { hasTmdb, isOwnFormat } from '../../dataset/builds/manifest.ts';
import type { IndexRecord, Manifest, TableRecord, TmdbRecord } from '../../dataset/builds/manifest.ts';
import type { SnapshotFile } from '../../dataset/sources/tmdb-snapshot.ts';
import { tmdbExpiry } from '../../dataset/sources/tmdb-terms.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import type { Parts } from '../jobs/file-job.ts';
import { Failed, reasonOf } from '../outcomes/outcome.ts';
import type { FoundSnapshot } from './find-snapshot.ts';
import { makeTmdbFiles } from './make-tmdb-files.ts';
import { removeTmdb } from './remove-tmdb.ts';
import { rowsOfBuild, rowsOfSnapshot } from './snapshot-rows.ts';
import type { TmdbRows } from './snapshot-rows.ts';

/** What a build has of TMDB's data. */
export interface TmdbFiles {
  tmdb: TmdbRecord;
  tables: readonly TableRecord[];
  lookups: readonly IndexRecord[];
}

export interface TmdbOptions {
  found: FoundSnapshot;
  /** The build whose files may be taken, if they are whole. */
  before: Manifest | undefined;
  now: Date;
}

/**
 * Makes TMDB's tables and documents, when those of IMDb are made. A snapshot that is not whole, or that cannot be read,
 * keeps no build from being made: the tables of an earlier build take its place, as far as TMDB's terms allow, or the
 * build is made without, and the log says why.
 * @throws the reason of the signal alone.
 */
export async function buildTmdb(parts: Parts, { found, before, now }: TmdbOptions): Promise<TmdbFiles> {
  const { log, signal, earlier = [], tmdbSimilarity = false } = parts.options;
  const similarity = tmdbSimilarity ? { similarity: true } : {};
  const served = earlier.find((one) => isOwnFormat(one) && hasTmdb(one));
  const { sha256: snapshotSha256 } = found;
  const without = { tmdb: { snapshotSha256, sources: [] }, tables: [], lookups: [] };
  const expiry = tmdbExpiry(now);
  if (found.state === 'none') {
    if (served !== undefined) log.warn({ event: 'tmdb left out', reason: 'there is no snapshot of its data any more' });
    return without;
  }
  let problem = found.state === 'broken' ? found.reason : '';
  if (found.state === 'whole') {
    try {
      const { folder, files: sources } = found;
      const rowsOf = (table: Table, file: SnapshotFile): TmdbRows => rowsOfSnapshot(table, { folder, file });
      return {
        ...(await makeTmdbFiles(parts, { sources, rowsOf, before, expiry })),
        tmdb: { snapshotSha256, sources: [...sources], ...similarity },
      };
    } catch (error) {
      problem = await giveUp(parts, error);
    }
  }
  if (served !== undefined) {
    try {
      const sources = served.tmdb?.sources ?? [];
      const folder = buildFolder(parts.options.folders, served.buildId);
      const rowsOf = ({ name }: Table): TmdbRows => {
        const record = served.tables.find((one) => one.name === name);
        if (record === undefined) throw new Failed(`build ${served.buildId} has no table ${name}`);
        return rowsOfBuild(record, folder);
      };
      const made = await makeTmdbFiles(parts, { sources, rowsOf, before: served, expiry, mustTake: true });
      log.warn({ event: 'tmdb snapshot not used', reason: problem, buildId: served.buildId });
      return { ...made, tmdb: { snapshotSha256, sources, problem, ...similarity } };
    } catch (error) {
      problem = `${problem}; the tables of build ${served.buildId} cannot be taken: ${await giveUp(parts, error)}`;
    }
  }
  signal?.throwIfAborted();
  log.warn({ event: 'tmdb left out', reason: problem });
  return { ...without, tmdb: { ...without.tmdb, problem } };
}

/** Removes what was made, and says why it is no use. */
async function giveUp({ folder, options: { signal } }: Parts, error: unknown): Promise<string> {
  signal?.throwIfAborted();
  await removeTmdb(folder);
  return reasonOf(error);
}
