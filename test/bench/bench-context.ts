import type { BenchOptions } from './bench-options.ts';
import type { ReadOptions } from './load/reads.ts';
import type { Results } from './results.ts';
import type { SourceFolder } from './data/source-folder.ts';

/** What every part of the benchmark works with. */
export interface BenchContext {
  options: BenchOptions;
  /** Of this scale: logs, keys, data. */
  folder: string;
  /** The seven files. */
  tsvFolder: string;
  /** Links to them, which a night can change. */
  sources: SourceFolder;
  /** DATA_DIR of the build that is read. */
  dataFolder: string;
  /** The build's Parquet tables. */
  tables: string;
  /** Packages and data of the peers. */
  peersFolder: string;
  /** How long to measure, and what becomes of each row. */
  reading: ReadOptions;
  results: Results;
  /** Progress, to standard error. */
  say: (line: string) => void;
}
