import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Wait } from '../../process/wait.ts';

/** Where a request leases the build that it reads from beginning to end. */
export interface LeaseSource {
  /**
   * Leases the current build, with a fresh set of loaders; null while there is no build. Never waits. When `wait` ends,
   * the loaders' running queries are cancelled, unless another request waits for them too.
   */
  acquire(wait?: Wait): Lease | null;
  /** The build that a lease made now would have. */
  current(): BuildRef | null;
  /** Why there is no build yet, and what to do: a sentence or two for clients. */
  whyNone(): string;
}

export interface Lease {
  build: BuildRef;
  /** Loaders of this request; their caches are not shared with other requests. */
  loaders: Loaders;
  /**
   * To be called exactly once, when the result is complete. Queries of the request may still be running then, because
   * an error can complete the result early; the build closes after its last lease and its last query.
   */
  release(): void;
}

/** Identity of the build that answered. */
export interface BuildRef {
  id: string;
  /** Version, which grows by one with every promotion. */
  version: number;
}
