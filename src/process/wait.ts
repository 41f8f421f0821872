import { ClientError } from '../errors.ts';

/**
 * Somebody who waits for an answer, until they leave or may wait no longer. The signal of it is made when it is asked
 * for: most work is over before anything needs one, and signals cost more than the work.
 */
export class Wait {
  #listeners: Set<(reason: unknown) => void> | undefined;
  #controller: AbortController | undefined;
  #ended: { reason: unknown } | undefined;

  /** Why nobody waits any more. */
  get ended(): { readonly reason: unknown } | undefined {
    return this.#ended;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#ended !== undefined) this.#controller.abort(this.#ended.reason);
    return this.#controller.signal;
  }

  end(reason: unknown): void {
    if (this.#ended !== undefined) return;
    this.#ended = { reason };
    this.#controller?.abort(reason);
    for (const listener of this.#listeners ?? []) listener(reason);
  }

  onEnd(listener: (reason: unknown) => void): void {
    this.#listeners ??= new Set();
    this.#listeners.add(listener);
  }

  offEnd(listener: (reason: unknown) => void): void {
    this.#listeners?.delete(listener);
  }
}

/** Ends the wait with a ClientError `QUERY_TIMEOUT` when it takes too long. To be called with what cancels that. */
export function endAfter(wait: Wait, ms: number): { cancel(): void } {
  const timer = setTimeout(() => wait.end(tooLong(ms)), ms);
  return { cancel: () => clearTimeout(timer) };
}

function tooLong(ms: number): ClientError {
  return new ClientError(
    'QUERY_TIMEOUT',
    `The answer took longer than ${ms / 1000} s: ask for smaller pages, or in several requests.`,
  );
}
