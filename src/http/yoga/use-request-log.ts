import type { Logger } from '../../process/logger.ts';
import type { GatewayPlugin } from './gateway-context.ts';
import { logRequest } from '../request/graphql/request-log.ts';

/** Logs each GraphQL request when its answer goes out, with the address of its connection where that is wanted. */
export function useRequestLog(log: Logger, { addresses }: { addresses: boolean }): GatewayPlugin {
  return {
    onResponse({ request, response, serverContext: { exchange, requestId, req } }) {
      if (!exchange.isOperation) return;
      logRequest(log, {
        requestId,
        operationName: exchange.operationName,
        startedAtMs: exchange.startedAtMs,
        status: response.status,
        errors: exchange.errorCount,
        buildId: exchange.build?.id ?? null,
        cost: exchange.cost,
        aborted: request.signal.aborted,
        clientAddress: addresses ? req?.socket.remoteAddress : undefined,
      });
    },
  };
}
