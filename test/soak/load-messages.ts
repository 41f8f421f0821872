/** What the process of the load is told to do, one thing after the other. */
export type LoadOrder =
  | { do: 'measure'; url: string; clients: number; warmupSeconds: number; seconds: number }
  | { do: 'drive'; url: string; perSecond: number }
  | { do: 'stop' };

/** What it answers: the first with the most that the server did in a second, the second when it has stopped. */
export type LoadReport =
  { done: 'measure'; perSecond: number; counts: LoadCounts } | { done: 'drive'; counts: LoadCounts };

export interface LoadCounts {
  /** Requests that were answered as they should. */
  answered: number;
  /** Requests whose client left before the answer. */
  left: number;
  failed: number;
  /** Requests that were not sent, as too many waited for their answers. */
  heldBack: number;
  /** The first failures in words. */
  failures: string[];
  /** Subscriptions that were begun, and their events. */
  subscriptions: number;
  events: number;
  /** Milliseconds from when a request was due to its answer. */
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
}
