import { ClientError } from '../errors.ts';

/**
 * A client's wait for an answer, which ends when the client leaves or a time limit passes. Its AbortSignal is created
 * on first use, because most work ends before it is needed, and a signal costs more than the work.
 */
export class Wait {
  #listeners: Set<(reason: unknown) => void> | undefined;
  #controller: AbortController | undefined;
  #ended: { reason: unknown } | undefined;

  /** The reason why the wait ended; undefined while the client waits. */
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

/** Ends the wait with a ClientError `QUERY_TIMEOUT` after a time, unless it is cancelled. */
export function endAfter(wait: Wait, ms: number): { cancel(): void } {
  const timer = setTimeout(() => wait.end(tooLong(ms)), ms);
  return { cancel: () => clearTimeout(timer) };
}

function tooLong(ms: number): ClientError {
  return new ClientError(
    'QUERY_TIMEOUT',
    `The answer took longer than ${ms / 1000} s: request smaller pages, or split the query into several requests.`,
  );
}
