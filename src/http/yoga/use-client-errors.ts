import type { GraphQLError } from 'graphql';

import { isAsyncIterable, mapAsyncIterator } from 'graphql-yoga';

import type { Logger } from '../../process/logger.ts';
import { passingStatus, toClientError } from './client-errors.ts';
import { needsEvents, notAcceptable } from '../request/graphql/media-type.ts';
import type { YogaContext, YogaPlugin } from './yoga-context.ts';

interface Result {
  data?: unknown;
  errors?: readonly unknown[];
  extensions?: Record<string, unknown>;
}

/** Distinct causes logged for one request. More are likely to be one cause in many fields. */
const MAX_LOGGED_PER_REQUEST = 5;

/** Translates the errors of every answer for the client, and logs the causes that are hidden from it, each once. */
export function useClientErrors(log: Logger): YogaPlugin {
  function clean<T extends Result>(result: T, { exchange, asked, outcome }: YogaContext): T {
    if (result.errors === undefined) return result;
    const { requestId, response } = exchange;
    const causes = new Set<unknown>();
    // Yoga answers a request that was aborted internally with an empty list of errors.
    const found = result.errors.length > 0 || result.data !== undefined ? result.errors : [new Error('No result.')];
    const errors: GraphQLError[] = found.map((each) => {
      const { error, hidden } = toClientError(each, exchange);
      if (hidden !== undefined) causes.add(hidden.cause);
      return error;
    });
    outcome.errors += errors.length;
    if (!response.destroyed) {
      const { operationName = null } = asked.params;
      for (const err of [...causes].slice(0, MAX_LOGGED_PER_REQUEST)) {
        log.error({ event: 'unexpected error', requestId, operationName, err });
      }
    }
    const { data, ...rest } = result;
    const status = passingStatus(data, errors);
    // An answer of which no field was executed has no `data`, not even null.
    const isRun = data !== null || errors.some(({ path }) => path !== undefined);
    const http = status === undefined ? undefined : { extensions: { ...result.extensions, http: { status } } };
    return { ...((isRun ? result : rest) as T), errors, ...http };
  }

  return {
    async onResultProcess(hook) {
      const { result, resultProcessor, serverContext } = hook;
      if (resultProcessor === undefined) {
        if (isAsyncIterable(result)) await result[Symbol.asyncIterator]().return?.();
        throw serverContext.outcome.isSubscription === true ? needsEvents() : notAcceptable();
      }
      if (isAsyncIterable(result)) {
        hook.setResult(mapAsyncIterator(result, (part) => clean(part, serverContext)));
      } else if (!Array.isArray(result)) {
        hook.setResult(clean(result, serverContext));
      }
    },
  };
}
