import type { Dangling } from '../load/dangling-report.ts';
import type { ExportedTmdb } from '../source/tmdb-data.ts';

/** A table of an export of files. */
export interface WrittenTable {
  /** Name in the folder; of a partitioned table that of its folder. */
  file: string;
  rows: number;
}

/** A file as it lies in the folder. */
export interface SealedFile {
  /** Path in the folder. */
  file: string;
  bytes: number;
  sha256: string;
}

/** How an export of files ended. The target is shown as `csv files in /out`. */
export type FileOutcome = { target: string } & (
  | {
      status: 'exported';
      buildId: string;
      tables: readonly WrittenTable[];
      files: number;
      bytes: number;
      dangling?: Dangling | undefined;
      /** What goes with the data of TMDB in the files. */
      tmdb?: ExportedTmdb | undefined;
    }
  /** Another export into the folder is running. */
  | { status: 'busy'; reason: string }
  /** The files of the last export are as they were. */
  | { status: 'cancelled'; buildId: string }
  /** As with `cancelled`; the reason says what to do. */
  | { status: 'failed'; reason: string }
);
