import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Wait } from '../../process/wait.ts';

/** Where a request gets the build that it reads from beginning to end. */
export interface LeaseSource {
  /**
   * The current build with a fresh set of loaders over it, or null while there is no build. Never waits. What the
   * loaders still read when the signal aborts is stopped, unless another request waits for it too. Only reads that can
   * be stopped ask for the signal.
   */
  acquire(wait?: Wait): Lease | null;
  /** The build that a lease would be of now. */
  current(): BuildRef | null;
  /** Why there is no build yet, and what to do: a sentence or two for clients. */
  whyNone(): string;
}

export interface Lease {
  build: BuildRef;
  /** Made for this request; what one request cached, no other sees. */
  loaders: Loaders;
  /**
   * Called exactly once, when the result is complete. A query of the request may still be running then: a field that
   * fails can complete the result before its siblings. So the build closes when its leases and its queries are done.
   */
  release(): void;
}

/** Which build answered. */
export interface BuildRef {
  id: string;
  /** Grows by one with every promotion. */
  version: number;
}
