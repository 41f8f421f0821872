import type { Manifest, TableRecord } from '../../dataset/builds/manifest.ts';
import { tmdbExpiry } from '../../dataset/sources/tmdb-terms.ts';

/** Whether a build has rows that are too old to be kept. */
export function hasExpired({ tables }: Pick<Manifest, 'tables'>, now: Date): boolean {
  return tables.some((table) => isExpired(table, tmdbExpiry(now)));
}

/** The same of one table, by the time before which rows are too old, in ISO 8601. */
export function isExpired({ oldestFetchedAt }: TableRecord, expiry: string): boolean {
  return oldestFetchedAt != null && oldestFetchedAt < expiry;
}
