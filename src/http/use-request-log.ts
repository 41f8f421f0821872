import type { Logger } from '../logger.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/** One line for each GraphQL request: never the text of the query, its variables or the client's address. */
export function useRequestLog(log: Logger): GatewayPlugin {
  return {
    onResponse({ request, response, serverContext }) {
      const { exchange, requestId } = serverContext;
      if (!exchange.isOperation) return;
      log.info({
        event: 'request',
        requestId,
        operationName: exchange.operationName,
        durationMs: Math.round((performance.now() - exchange.startedAtMs) * 100) / 100,
        status: response.status,
        errors: exchange.errorCount,
        buildId: exchange.build?.id ?? null,
        ...(request.signal.aborted ? { aborted: true } : {}),
      });
    },
  };
}
