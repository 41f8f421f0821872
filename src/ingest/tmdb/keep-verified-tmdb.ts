import type { Draft } from '../../dataset/builds/draft.ts';
import { TMDB_SEARCH_INDEXES } from '../../dataset/indexes/search-scope.ts';
import { TMDB_DOCUMENT_KINDS } from '../../dataset/indexes/tmdb-document-kinds.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import type { Logger } from '../../process/logger.ts';
import { removeTmdb } from './remove-tmdb.ts';
import { reasonOf } from '../outcomes/outcome.ts';

/** Files of a draft that are read back together. */
export type DraftFiles = Pick<Draft, 'tables' | 'lookups'>;

const NAMES: ReadonlySet<string> = new Set([
  ...[...TMDB_TABLES, ...TMDB_DOCUMENT_KINDS].map(({ name }) => name),
  ...TMDB_SEARCH_INDEXES,
]);

/** Whether a table or an index is of TMDB's data. */
export function isOfTmdb({ name }: { name: string }): boolean {
  return NAMES.has(name);
}

/**
 * Reads back what a draft has of TMDB's data. Where something of it is not as it was written, the build goes without all
 * of it, and the log says why: that is no reason to refuse IMDb's.
 * @throws the reason of the signal.
 */
export async function keepVerifiedTmdb(
  draft: Draft,
  {
    folder,
    check,
    log,
    signal,
  }: {
    folder: string;
    check: (files: DraftFiles) => Promise<void>;
    log: Pick<Logger, 'warn'> | undefined;
    signal: AbortSignal | undefined;
  },
): Promise<Draft> {
  const { tmdb, tables, lookups } = draft;
  const ofTmdb = { tables: tables.filter(isOfTmdb), lookups: lookups.filter(isOfTmdb) };
  if (tmdb === undefined || ofTmdb.tables.length === 0) return draft;
  try {
    await check(ofTmdb);
    return draft;
  } catch (error) {
    signal?.throwIfAborted();
    const problem = reasonOf(error);
    log?.warn({ event: 'tmdb left out', reason: problem });
    await removeTmdb(folder);
    return {
      ...draft,
      tmdb: { snapshotSha256: tmdb.snapshotSha256, sources: [], problem },
      tables: tables.filter((table) => !isOfTmdb(table)),
      lookups: lookups.filter((lookup) => !isOfTmdb(lookup)),
    };
  }
}
