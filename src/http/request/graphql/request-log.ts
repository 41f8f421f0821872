import type { Logger } from '../../../process/logger.ts';
import type { Exchange } from '../exchange.ts';
import type { GraphqlRequest, GraphqlAnswer } from './graphql-handler.ts';

export interface RequestOutcome {
  /** The request; undefined if it could not be read. */
  asked: GraphqlRequest | undefined;
  answered: GraphqlAnswer;
  logAddresses: boolean;
}

/** Longest name of an operation that is logged: it may be as long as a body, and need not be that of an operation. */
const NAME_CHARACTERS = 100;

/**
 * Writes one line for each GraphQL request: never the query or its variables, and the client's address only if wanted.
 */
export function logRequest(log: Logger, exchange: Exchange, { asked, answered, logAddresses }: RequestOutcome): void {
  const { response, requestId, startedAtMs } = exchange;
  const { errors, build, cost } = answered;
  log.info({
    event: 'request',
    requestId,
    // The name of its token.
    client: exchange.client.name ?? undefined,
    operationName: asked?.params.operationName?.slice(0, NAME_CHARACTERS) ?? null,
    durationMs: Math.round((performance.now() - startedAtMs) * 100) / 100,
    status: response.statusCode,
    errors,
    buildId: build?.id ?? null,
    // The logger omits keys that are undefined.
    cost: cost === undefined ? undefined : Math.ceil(cost),
    aborted: response.destroyed || undefined,
    clientAddress: logAddresses ? exchange.addressOf() : undefined,
  });
}
