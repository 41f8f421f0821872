import type { GraphQLError } from 'graphql';

import { isAsyncIterable, mapAsyncIterator } from 'graphql-yoga';

import type { Logger } from '../../process/logger.ts';
import { passingStatus, toClientError } from './client-errors.ts';
import type { GatewayContext, GatewayPlugin } from './gateway-context.ts';
import { errorResponse } from '../request/answers/json-answer.ts';

interface Result {
  data?: unknown;
  errors?: readonly unknown[];
  extensions?: Record<string, unknown>;
}

/** More different causes than that in one request are one cause in many places. */
const MAX_LOGGED_PER_REQUEST = 5;

/** The last look at every answer: each error gets its code, what is nobody's business is hidden and logged once. */
export function useClientErrors(log: Logger): GatewayPlugin {
  function clean<T extends Result>(result: T, context: GatewayContext, isAborted: boolean): T {
    if (result.errors === undefined) return result;
    const { requestId, exchange } = context;
    const causes = new Set<unknown>();
    // Yoga answers a request that was aborted inside with an empty list, which says nothing.
    const found = result.errors.length > 0 || result.data !== undefined ? result.errors : [new Error('No result.')];
    const errors: GraphQLError[] = found.map((each) => {
      const { error, hidden } = toClientError(each, requestId);
      if (hidden !== undefined) causes.add(hidden.cause);
      return error;
    });
    exchange.errorCount += errors.length;
    if (!isAborted) {
      for (const err of [...causes].slice(0, MAX_LOGGED_PER_REQUEST)) {
        log.error({ event: 'unexpected error', requestId, operationName: exchange.operationName, err });
      }
    }
    const { data, ...rest } = result;
    const status = passingStatus(data, errors);
    // An answer of which no field was run has no data, not even null.
    const isRun = data !== null || errors.some(({ path }) => path !== undefined);
    const http = status === undefined ? undefined : { extensions: { ...result.extensions, http: { status } } };
    return { ...((isRun ? result : rest) as T), errors, ...http };
  }

  return {
    onResultProcess(hook) {
      const { request, result, serverContext } = hook;
      if (isAsyncIterable(result)) {
        hook.setResult(mapAsyncIterator(result, (part) => clean(part, serverContext, request.signal.aborted)));
      } else if (!Array.isArray(result)) {
        hook.setResult(clean(result, serverContext, request.signal.aborted));
      }
      if (hook.resultProcessor !== undefined) return;
      hook.setResultProcessor(async (unread, fetchAPI) => {
        if (isAsyncIterable(unread)) await unread[Symbol.asyncIterator]().return?.();
        return errorResponse(fetchAPI, { status: 406, code: 'BAD_USER_INPUT', message: NOT_ACCEPTABLE });
      }, 'application/json');
    },
  };
}

const NOT_ACCEPTABLE =
  'No form of the answer fits the header "accept": use application/graphql-response+json or application/json in UTF-8.';
