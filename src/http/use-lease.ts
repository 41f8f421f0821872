import { isAsyncIterable, isPromise, mapAsyncIterator } from 'graphql-yoga';

import { ClientError } from '../errors.ts';
import type { Limits } from '../graphql/context.ts';
import type { GatewayPlugin } from './gateway-context.ts';
import type { Lease, LeaseSource } from './lease-source.ts';

const NO_DATASET =
  'There is no dataset yet. The first ingest may still be running; if none is, start it with `npm run ingest`. ' +
  '/health says whether one is running.';

/**
 * Lends every execution one build, from its first field to its last. Without a build, after the client has gone and
 * after the result is complete, the loaders cannot be had: what needs data fails, what does not (introspection) works.
 */
export function useLease(options: { store: LeaseSource; limits: Limits }): GatewayPlugin {
  return {
    onExecute({ context, executeFn, setExecuteFn }) {
      setExecuteFn((args) => {
        const loan = openLoan(options.store.acquire(context.request.signal), context.request.signal);
        context.exchange.build = loan.build;
        Object.defineProperties(context, {
          limits: { value: options.limits, enumerable: true },
          loaders: { get: loan.loaders, enumerable: true },
          onChance: { value: () => void (context.exchange.isByChance = true), enumerable: true },
        });
        return settleLoan(() => executeFn(args), loan);
      });
    },
  };
}

interface Loan {
  build: Lease['build'] | null;
  signal: AbortSignal;
  /** @throws ClientError without a build, AbortError when nobody waits for the answer any more. */
  loaders: () => Lease['loaders'];
  /** May be called more than once. */
  end: () => void;
}

function openLoan(lease: Lease | null, signal: AbortSignal): Loan {
  let ended = false;
  return {
    build: lease?.build ?? null,
    signal,
    loaders() {
      if (lease === null) throw new ClientError('DATASET_UNAVAILABLE', NO_DATASET);
      // No more queries start, and the execution ends when those in flight have ended.
      if (ended || signal.aborted) throw new DOMException('Nobody waits for this.', 'AbortError');
      return lease.loaders;
    },
    end() {
      if (ended) return;
      ended = true;
      lease?.release();
    },
  };
}

/** Ends the loan when the result is there, when there will be none, or when a stream of results ends or is given up. */
function settleLoan<T>(execute: () => T, { end, signal }: Loan): T {
  function fail(error: unknown): never {
    end();
    throw error;
  }
  function settle(result: unknown): unknown {
    if (!isAsyncIterable(result)) {
      end();
      return result;
    }
    // A client that goes before the first result leaves a stream that nobody reads or closes.
    signal.addEventListener('abort', end, { once: true });
    return mapAsyncIterator(result, (value) => value, fail, end);
  }
  let result: unknown;
  try {
    result = execute();
  } catch (error) {
    return fail(error);
  }
  return (isPromise(result) ? result.then(settle, fail) : settle(result)) as T;
}
