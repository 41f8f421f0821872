import { ClientError } from '../../errors.ts';
import type { Administration } from '../../graphql/administration/interface/administration.ts';
import type { Client } from '../../graphql/base/client.ts';
import type { ClientLimit, Context, Limits } from '../../graphql/base/context.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Execution } from './execution/execute.ts';
import type { RunResult } from './execution/run.ts';
import type { Allowance } from './allowance.ts';
import type { BuildRef, Lease, LeaseSource } from './lease-source.ts';
import type { Wait } from '../../process/wait.ts';

/** Callbacks by which an execution reports what it reads. */
export interface OnRead {
  /** Called with the build that it reads; null while there is none. */
  build: (build: BuildRef | null) => void;
  /** Called when something in the answer is for this request alone. */
  private: () => void;
  /** Called when something in the answer is of TMDB's data. */
  tmdb: () => void;
}

export interface BuildOptions {
  limits: Limits;
  tmdbImageUrl?: string | undefined;
  administration?: Administration | undefined;
  client: Client;
  allowance: Allowance | undefined;
  wait: Wait;
  on: OnRead;
}

/**
 * Leases one build to an execution, from its first field to its last. While there is no build, fields that need data
 * fail and introspection works. No read begins once the result is complete, the client has left or the time limit has
 * passed.
 */
export async function withBuild(
  store: LeaseSource,
  options: BuildOptions,
  work: (context: Context) => Execution,
): Promise<RunResult> {
  const lease = store.acquire(options.wait);
  options.on.build(lease?.build ?? null);
  const context = new BuildContext(lease, { ...options, whyNone: () => store.whyNone() });
  let ended: Promise<unknown> | undefined;
  try {
    const execution = work(context);
    ({ ended } = execution);
    return await execution.answer;
  } finally {
    context.end();
    const release = (): void => lease?.release();
    // A resolver may still be reading after the client has left or an error has completed the result.
    if (ended === undefined) release();
    else void ended.then(release);
  }
}

class BuildContext implements Context {
  readonly limits: Limits;
  readonly administration: Administration | undefined;
  readonly client: Client;
  readonly onPrivate: () => void;
  readonly onTmdb: () => void;
  readonly tmdbImageUrl: string | undefined;
  readonly #allowance: Allowance | undefined;
  readonly #lease: Lease | null;
  readonly #wait: Wait;
  readonly #whyNone: () => string;
  #hasEnded = false;

  constructor(
    lease: Lease | null,
    {
      limits,
      tmdbImageUrl,
      administration,
      client,
      allowance,
      wait,
      on,
      whyNone,
    }: BuildOptions & { whyNone: () => string },
  ) {
    this.limits = limits;
    this.administration = administration;
    this.#allowance = allowance;
    this.client = client;
    this.onPrivate = on.private;
    this.onTmdb = on.tmdb;
    this.tmdbImageUrl = tmdbImageUrl;
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

  async rateLimits(): Promise<readonly ClientLimit[]> {
    return (await this.#allowance?.left()) ?? [];
  }

  end(): void {
    this.#hasEnded = true;
  }
}
