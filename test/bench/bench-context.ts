import type { BenchOptions } from './bench-options.ts';
import type { ReadRow } from './reads.ts';
import type { Results } from './results.ts';
import type { PoolName } from './workloads.ts';

/** What every part of the benchmark works with. */
export interface BenchContext {
  options: BenchOptions;
  /** Of this scale: logs, keys, data. */
  folder: string;
  /** The seven files. */
  tsvFolder: string;
  /** DATA_DIR of the build that is read. */
  dataFolder: string;
  /** The build's Parquet tables. */
  tables: string;
  /** Packages and data of the peers. */
  peersFolder: string;
  pools: Record<PoolName, string>;
  results: Results;
  /** Progress, to standard error. */
  say: (line: string) => void;
  sayRow: (row: ReadRow) => void;
}
