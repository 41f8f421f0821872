/** Keeps queries from answering out of damaged files. */
export interface QueryGuard {
  /**
   * Runs `ask` once what it reads is readable, and again if that proved damaged or changed meanwhile. What it reads is
   * said by the names in its SQL, or as a list of files of the build.
   * @throws the error of the query; the reason of the signal; ClientError `QUERY_TIMEOUT` if the check of the files
   * takes longer than `timeoutMs`; `DATASET_UNAVAILABLE` if nothing can replace a damaged file.
   */
  run<T>(reads: string | readonly string[], ask: () => Promise<T>, options?: Patience): Promise<T>;
}

export interface Patience {
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** The guard of queries that read no build. */
export const UNGUARDED: QueryGuard = { run: (_reads, ask) => ask() };
