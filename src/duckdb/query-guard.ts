/** Sees to it that no query answers from what is damaged. */
export interface QueryGuard {
  /**
   * Asks once what the SQL names is readable, and again where that proved to be damaged or has changed meanwhile.
   * @throws what the query throws, the signal's reason; ClientError `QUERY_TIMEOUT` where files are checked for longer than
   * `timeoutMs`, `DATASET_UNAVAILABLE` where there is no way round what is damaged.
   */
  run<T>(sql: string, ask: () => Promise<T>, options?: Patience): Promise<T>;
}

export interface Patience {
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** For queries of no build. */
export const UNGUARDED: QueryGuard = { run: (_sql, ask) => ask() };
