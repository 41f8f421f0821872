import type { ExportedTmdb } from '../source/tmdb-data.ts';
import type { Dangling } from './dangling-report.ts';
import type { ExportTableName } from '../shape/export-tables.ts';

interface Said {
  /** The target, as it may be shown. */
  target: string;
}

/** How an export ended. */
export type ExportOutcome = Said &
  (
    | {
        status: 'exported';
        buildId: string;
        tables: readonly { name: ExportTableName; rows: number }[];
        /** Tables whose rows had not changed. */
        unchanged: readonly ExportTableName[];
        /** Tables of TMDB's data, which was not asked for, that an earlier export had made. */
        dropped: readonly ExportTableName[];
        /** Parts of tables, and how many of them an earlier run had loaded. */
        parts: number;
        resumedParts: number;
        /** Rows that were read back and compared. */
        compared: number;
        /** Texts of the loaded tables that lost a NUL, which the engine cannot hold. */
        withoutNul: number;
        dangling?: Dangling | undefined;
        /** What goes with the data of TMDB that the target has now. */
        tmdb?: ExportedTmdb | undefined;
      }
    /** The target has all of it already. */
    | {
        status: 'unchanged';
        buildId: string;
        unchanged: readonly ExportTableName[];
        dangling?: Dangling | undefined;
        tmdb?: ExportedTmdb | undefined;
      }
    /** Another export to the target is running. */
    | { status: 'busy'; reason: string }
    /** What was loaded is kept for the next run, and what is served has not changed. */
    | { status: 'cancelled'; buildId: string }
    /** As with `cancelled`; the reason says what to do. */
    | { status: 'failed'; reason: string }
  );

/** Told how far an export is. */
export interface ExportProgress {
  begin(of: { rows: number; tables: number }): void;
  /** A part is loaded, now or in an earlier run (0 rows). */
  loaded(table: ExportTableName, rows: number): void;
  /** A table is whole, with its indexes. */
  finished(table: ExportTableName): void;
}

export const SILENT_EXPORT: ExportProgress = {
  begin: () => undefined,
  loaded: () => undefined,
  finished: () => undefined,
};
