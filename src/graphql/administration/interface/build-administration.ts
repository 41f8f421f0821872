/** A build that is kept. */
export interface KeptBuild {
  buildId: string;
  version: number;
  format: number;
  isServed: boolean;
  /** ISO 8601, UTC; undefined if the manifest cannot be read by this program. Sizes likewise. */
  builtAt?: string | undefined;
  bytes?: number | undefined;
  rows?: number | undefined;
  /** Why it cannot be served, or which files are known to be damaged, one sentence each. */
  damages: readonly string[];
  verification?: Verification | undefined;
}

/** The last check of a build against its manifest since this service was started. */
export interface Verification {
  /** Times in ISO 8601, UTC. */
  startedAt: string;
  /** Undefined while it goes on. */
  endedAt?: string | undefined;
  /** One sentence for each damage; undefined while it goes on. */
  damages?: readonly string[] | undefined;
}

export interface VerifiedBuild {
  /** RUNNING: it goes on, and `Build.verification` has the result. */
  outcome: 'WHOLE' | 'DAMAGED' | 'RUNNING' | 'NO_SUCH_BUILD';
  /** One sentence for each damage, or which builds there are. */
  reasons: readonly string[];
}

export interface PromotedBuild {
  /** RUNNING: the build is read before it is served, which goes on as a run. REFUSED: it is not whole. */
  outcome: 'PROMOTED' | 'RUNNING' | 'BUSY' | 'REFUSED' | 'NO_SUCH_BUILD' | 'FAILED' | 'CANCELLED';
  reason?: string | undefined;
  version?: number | undefined;
}

export interface PrunedBuilds {
  outcome: 'DONE' | 'BUSY';
  removed: readonly string[];
  /** Builds that may still be read by another process, and are removed later. */
  spared: readonly string[];
}

/** Differences of two builds by table. */
export interface BuildComparison {
  from: KeptBuild;
  to: KeptBuild;
  tables: readonly TableComparison[];
}

export interface TableComparison {
  name: string;
  /** Null where the build has no such table. */
  rowsFrom: number | null;
  rowsTo: number | null;
  bytesFrom: number | null;
  bytesTo: number | null;
  filesFrom: number | null;
  filesTo: number | null;
  /** Whether both builds have the same bytes. */
  isSame: boolean;
}

/** The builds that are kept. */
export interface BuildAdministration {
  /** Newest first. */
  list(): Promise<readonly KeptBuild[]>;
  /** Undefined if one of them is not kept, or its manifest cannot be read. */
  compare(from: string, to: string): Promise<BuildComparison | undefined>;
  verify(buildId: string, who: string): Promise<VerifiedBuild>;
  promote(buildId: string, who: string): Promise<PromotedBuild>;
  prune(who: string): Promise<PrunedBuilds>;
}
