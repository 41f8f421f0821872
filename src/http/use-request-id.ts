import { randomUUID } from 'node:crypto';

import type { GatewayPlugin } from './gateway-context.ts';

const REQUEST_ID_HEADER = 'x-request-id';
const SANE_REQUEST_ID = /^[\w.-]{1,64}$/;

/** Gives every request an id, the client's own where it is sane, and sends it back. Runs before all other plugins. */
export function useRequestId(): GatewayPlugin {
  return {
    onRequest({ request, serverContext }) {
      const given = request.headers.get(REQUEST_ID_HEADER);
      serverContext.requestId = given !== null && SANE_REQUEST_ID.test(given) ? given : randomUUID();
      serverContext.exchange = {
        startedAtMs: performance.now(),
        isOperation: false,
        operationName: null,
        errorCount: 0,
        build: null,
      };
    },
    onResponse({ response, serverContext }) {
      response.headers.set(REQUEST_ID_HEADER, serverContext.requestId);
    },
  };
}
