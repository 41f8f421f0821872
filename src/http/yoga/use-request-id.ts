import type { GatewayPlugin } from './gateway-context.ts';
import { NOSNIFF } from '../request/answers/nosniff.ts';
import { REQUEST_ID_HEADER, requestIdOf } from '../request/request-id.ts';

/** Gives every request an id, the client's own where it is sane, and sends it back. Runs around all other plugins. */
export function useRequestId(): GatewayPlugin {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestId = requestIdOf(request.headers.get(REQUEST_ID_HEADER));
      serverContext.exchange = {
        startedAtMs: performance.now(),
        isOperation: false,
        operationName: null,
        errorCount: 0,
        build: null,
        isByChance: false,
        objects: 0,
        cost: undefined,
      };
    },
    onResponse({ response, serverContext }) {
      response.headers.set(REQUEST_ID_HEADER, serverContext.requestId);
      for (const [name, value] of Object.entries(NOSNIFF)) response.headers.set(name, value);
    },
  };
}
