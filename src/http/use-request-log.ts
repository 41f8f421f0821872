import type { Logger } from '../logger.ts';
import type { GatewayPlugin } from './gateway-context.ts';
import { logRequest } from './request-log.ts';

/** Logs each GraphQL request when its answer goes out. */
export function useRequestLog(log: Logger): GatewayPlugin {
  return {
    onResponse({ request, response, serverContext: { exchange, requestId } }) {
      if (!exchange.isOperation) return;
      logRequest(log, {
        requestId,
        operationName: exchange.operationName,
        startedAtMs: exchange.startedAtMs,
        status: response.status,
        errors: exchange.errorCount,
        buildId: exchange.build?.id ?? null,
        aborted: request.signal.aborted,
      });
    },
  };
}
