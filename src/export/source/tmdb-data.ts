import { hasTmdb } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { tmdbExpiry, tmdbKeepUntil } from '../../dataset/sources/tmdb-terms.ts';
import { ExportFailed } from '../export-failed.ts';
import { selectedTmdbTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { TMDB_EXPORT_NOTICE } from '../shape/tmdb-export-tables.ts';

/** What an export says of TMDB's data that it has. */
export interface ExportedTmdb {
  /** TMDB's sentence and its terms, which go with the data. */
  notice: string;
  /** When the oldest of the rows was asked of TMDB, in ISO 8601, UTC; undefined without rows. */
  oldestFetchedAt?: string | undefined;
  /** The day by which the rows have to be renewed or deleted: `YYYY-MM-DD`. */
  keepUntil?: string | undefined;
}

/** What goes with the data of TMDB in a selection; undefined where it has none. */
export function tmdbOf({ tables }: Pick<Manifest, 'tables'>, selection: Selection): ExportedTmdb | undefined {
  const names = new Set<string>(selectedTmdbTables(selection).map(({ from }) => from));
  if (names.size === 0) return undefined;
  const times = tables.filter(({ name }) => names.has(name)).map(({ oldestFetchedAt }) => oldestFetchedAt ?? undefined);
  const oldestFetchedAt = times.filter((time) => time !== undefined).sort()[0];
  return {
    notice: TMDB_EXPORT_NOTICE,
    ...(oldestFetchedAt !== undefined && { oldestFetchedAt, keepUntil: tmdbKeepUntil(oldestFetchedAt) }),
  };
}

/**
 * Looks whether a build has the data of TMDB that is asked for, and may give it away.
 * @throws ExportFailed before anything is read or written.
 */
export function refuseWithoutTmdb(manifest: Manifest, { selection, now }: { selection: Selection; now: Date }): void {
  if (selection.tmdb !== true) return;
  const { buildId, tmdb } = manifest;
  if (!hasTmdb(manifest)) {
    const why = tmdb?.problem === undefined ? '' : ` (${tmdb.problem})`;
    throw new ExportFailed(
      'REFUSED',
      `build ${buildId} has no data of TMDB's${why}: nothing was exported; deploy/TMDB.md says how a build comes to it, and an export without --tmdb and EXPORT_TMDB has IMDb's tables alone`,
    );
  }
  const { oldestFetchedAt } = tmdbOf(manifest, selection) ?? {};
  if (oldestFetchedAt === undefined || oldestFetchedAt >= tmdbExpiry(now)) return;
  throw new ExportFailed(
    'REFUSED',
    `build ${buildId} has rows of TMDB's from ${oldestFetchedAt}, which its terms allow to keep until ${tmdbKeepUntil(oldestFetchedAt)}: nothing was exported; an ingest renews them or leaves them out`,
  );
}
