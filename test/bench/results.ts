import type { ReadRow } from './load/reads.ts';
import type { Cost, Step } from './data/run-ingest.ts';

export interface IngestRow extends Cost {
  name: string;
  /** What it left on disk. */
  sizeBytes?: number;
}

/** All that a run of the benchmark finds out, as it is written to JSON. Units are in the names. */
export interface Results {
  /** ISO 8601. */
  date: string;
  scale: number;
  machine: { cpu: string; cores: number; memoryBytes: number };
  versions: Record<string, string>;
  reads: ReadRow[];
  ingests: IngestRow[];
  /** Of the whole ingest. */
  steps: Step[];
  /** Sizes of the build by file. */
  files: { name: string; bytes: number }[];
  /** Single figures by name. */
  figures: Record<string, number>;
  /** What was left out, and how to have it. */
  notes: string[];
}
