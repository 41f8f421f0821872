import { isAsyncIterable, isPromise, mapAsyncIterator } from 'graphql-yoga';

import { ClientError } from '../errors.ts';
import type { Limits } from '../graphql/context.ts';
import type { GatewayPlugin } from './gateway-context.ts';
import type { Lease, LeaseSource } from './lease-source.ts';

const NO_DATASET =
  'There is no dataset yet. The first ingest may still be running; if none is, start it with `npm run ingest`. ' +
  '/health says how far it is.';

/**
 * Lends every execution one build, from its first field to its last. Without a build, and after the client has gone,
 * the loaders cannot be had: what needs data fails, what does not (introspection) works.
 */
export function useLease(options: { store: LeaseSource; limits: Limits }): GatewayPlugin {
  return {
    onExecute({ context, executeFn, setExecuteFn }) {
      setExecuteFn((args) => {
        const lease = options.store.acquire();
        context.exchange.build = lease?.build ?? null;
        const { signal } = context.request;
        Object.defineProperties(context, {
          limits: { value: options.limits, enumerable: true },
          loaders: { get: () => loadersOf(lease, signal), enumerable: true },
        });
        return lease === null ? executeFn(args) : releaseAfter(() => executeFn(args), { lease, signal });
      });
    },
  };
}

function loadersOf(lease: Lease | null, signal: AbortSignal): Lease['loaders'] {
  if (lease === null) throw new ClientError('DATASET_UNAVAILABLE', NO_DATASET);
  // Nobody reads the rest: no more queries start, and the execution ends when those in flight have ended.
  if (signal.aborted) throw new DOMException('The client has gone.', 'AbortError');
  return lease.loaders;
}

/** Releases once: when the result is there, when there will be none, or when a stream of results ends or is given up. */
function releaseAfter<T>(execute: () => T, { lease, signal }: { lease: Lease; signal: AbortSignal }): T {
  let released = false;
  function release(): void {
    if (released) return;
    released = true;
    signal.removeEventListener('abort', release);
    lease.release();
  }
  function fail(error: unknown): never {
    release();
    throw error;
  }
  function settle(result: unknown): unknown {
    if (!isAsyncIterable(result)) {
      release();
      return result;
    }
    // A client that goes before the first result leaves a stream that nobody reads or closes.
    signal.addEventListener('abort', release, { once: true });
    return mapAsyncIterator(result, (value) => value, fail, release);
  }
  let result: unknown;
  try {
    result = execute();
  } catch (error) {
    return fail(error);
  }
  return (isPromise(result) ? result.then(settle, fail) : settle(result)) as T;
}
