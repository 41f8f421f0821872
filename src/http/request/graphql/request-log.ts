import type { Logger } from '../../../process/logger.ts';
import type { Exchange } from '../exchange.ts';
import type { Asked, GraphqlAnswer } from './graphql-handler.ts';

export interface RequestOutcome {
  /** undefined where it could not be read. */
  asked: Asked | undefined;
  answered: GraphqlAnswer;
  logAddresses: boolean;
}

/** One line for each GraphQL request: never the text of the query or its variables, the client's address if wanted. */
export function logRequest(log: Logger, exchange: Exchange, { asked, answered, logAddresses }: RequestOutcome): void {
  const { request, response, requestId, startedAtMs } = exchange;
  const { errors, build, cost } = answered;
  log.info({
    event: 'request',
    requestId,
    operationName: asked?.params.operationName ?? null,
    durationMs: Math.round((performance.now() - startedAtMs) * 100) / 100,
    status: response.statusCode,
    errors,
    buildId: build?.id ?? null,
    // What is undefined is left out.
    cost: cost === undefined ? undefined : Math.ceil(cost),
    aborted: response.destroyed || undefined,
    clientAddress: logAddresses ? request.socket.remoteAddress : undefined,
  });
}
