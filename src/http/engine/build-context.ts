import { ClientError } from '../../errors.ts';
import type { Context, Limits } from '../../graphql/base/context.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Execution } from './execution/execute.ts';
import type { Answer } from './execution/run.ts';
import type { BuildRef, Lease, LeaseSource } from './lease-source.ts';
import type { Wait } from '../../process/wait.ts';

/** What an execution tells of what it reads. */
export interface OnRead {
  /** The build that it reads; null while there is none. */
  build: (build: BuildRef | null) => void;
  /** Something in the answer was picked by chance. */
  chance: () => void;
}

export interface BuildOptions {
  limits: Limits;
  wait: Wait;
  on: OnRead;
}

/**
 * Lends an execution one build, from its first field to its last. While there is none, what needs data fails, and
 * introspection works. Once nobody waits or the result is there, no more reads begin.
 */
export async function withBuild(
  store: LeaseSource,
  { limits, wait, on }: BuildOptions,
  work: (context: Context) => Execution,
): Promise<Answer> {
  const lease = store.acquire(wait);
  on.build(lease?.build ?? null);
  const context = new BuildContext(lease, { limits, wait, on, whyNone: () => store.whyNone() });
  let ended: Promise<unknown> | undefined;
  try {
    const execution = work(context);
    ({ ended } = execution);
    return await execution.answer;
  } finally {
    context.end();
    const release = (): void => lease?.release();
    // Nobody may be waiting any more while a resolver still reads.
    if (ended === undefined) release();
    else void ended.then(release);
  }
}

class BuildContext implements Context {
  readonly limits: Limits;
  readonly onChance: () => void;
  readonly #lease: Lease | null;
  readonly #wait: Wait;
  readonly #whyNone: () => string;
  #hasEnded = false;

  constructor(lease: Lease | null, { limits, wait, on, whyNone }: BuildOptions & { whyNone: () => string }) {
    this.limits = limits;
    this.onChance = on.chance;
    this.#lease = lease;
    this.#wait = wait;
    this.#whyNone = whyNone;
  }

  get loaders(): Loaders {
    if (this.#lease === null) throw new ClientError('DATASET_UNAVAILABLE', this.#whyNone());
    if (this.#hasEnded || this.#wait.ended !== undefined) {
      throw new DOMException('Nobody waits for this.', 'AbortError');
    }
    return this.#lease.loaders;
  }

  end(): void {
    this.#hasEnded = true;
  }
}
