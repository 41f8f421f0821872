/** Keeps queries from answering out of damaged files. */
export interface QueryGuard {
  /**
   * Runs `ask` once the files that the SQL names are readable, and again if they proved damaged or changed meanwhile.
   * @throws the error of the query; the reason of the signal; ClientError `QUERY_TIMEOUT` if the check of the files
   * takes longer than `timeoutMs`; `DATASET_UNAVAILABLE` if nothing can replace a damaged file.
   */
  run<T>(sql: string, ask: () => Promise<T>, options?: Patience): Promise<T>;
}

export interface Patience {
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** The guard of queries that read no build. */
export const UNGUARDED: QueryGuard = { run: (_sql, ask) => ask() };
