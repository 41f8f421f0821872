import type { ExecutionResult } from 'graphql';

import { ClientError } from '../../errors.ts';
import type { Context, Limits } from '../../graphql/context.ts';
import type { Execution } from '../execution/execute.ts';
import type { BuildRef, LeaseSource } from '../lease-source.ts';

const NO_DATASET =
  'There is no dataset yet. The first ingest may still be running; if none is, start it with `npm run ingest`. ' +
  '/health says whether one is running.';

/** What an execution is told of. */
export interface OnRead {
  /** The build that it reads; null while there is none. */
  build: (build: BuildRef | null) => void;
  /** Something in the answer was picked by chance. */
  chance: () => void;
}

/**
 * Lends an execution one build, from its first field to its last. While there is none, what needs data fails, and
 * introspection works. Once the signal has aborted or the result is there, no more reads begin.
 */
export async function withBuild(
  store: LeaseSource,
  { limits, signal, on }: { limits: Limits; signal: AbortSignal; on: OnRead },
  work: (context: Context) => Execution,
): Promise<ExecutionResult> {
  const lease = store.acquire(signal);
  let hasEnded = false;
  on.build(lease?.build ?? null);
  const context: Context = {
    limits,
    onChance: on.chance,
    get loaders() {
      if (lease === null) throw new ClientError('DATASET_UNAVAILABLE', NO_DATASET);
      if (hasEnded || signal.aborted) throw new DOMException('Nobody waits for this.', 'AbortError');
      return lease.loaders;
    },
  };
  let ended: Promise<unknown> | undefined;
  try {
    const execution = work(context);
    ({ ended } = execution);
    return await execution.answer;
  } finally {
    hasEnded = true;
    const release = (): void => lease?.release();
    // Nobody may be waiting any more while a resolver still reads.
    if (ended === undefined) release();
    else void ended.then(release);
  }
}
