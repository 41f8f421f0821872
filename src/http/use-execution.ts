import { OperationTypeNode } from 'graphql';

import type { GatewayPlugin } from './gateway-context.ts';
import type { QueryEngine } from './request/query-engine.ts';
import { Wait } from '../process/wait.ts';

/** Stand for data whose JSON is there: of which a field is not null, or none. */
const ANSWERED = { written: true };
const UNANSWERED = {};

/**
 * Executes queries as the fast lane does. What that has executed already is only written here. The documents learn each
 * that is valid.
 */
export function useExecution({ documents, execute }: QueryEngine, { learn }: { learn: boolean }): GatewayPlugin {
  return {
    onExecute({ args, context, setExecuteFn }) {
      const { exchange, params, executed: before, request, wait = waitUntil(request.signal) } = context;
      const operationName = args.operationName ?? undefined;
      const planned = documents.of(args.document, operationName);
      if (planned?.definition.operation !== OperationTypeNode.QUERY) return;
      if (learn && typeof params.query === 'string') documents.learn(params.query, operationName, planned);
      setExecuteFn(async () => {
        const variables = args.variableValues ?? undefined;
        const executed = before ?? (await execute({ planned, variables, wait }));
        const { data, errors, isAnswered, build, isByChance, cost } = executed;
        Object.assign(exchange, { data, build, isByChance, cost });
        const written = isAnswered ? ANSWERED : UNANSWERED;
        return { ...(errors && { errors }), ...(data !== undefined && { data: data === 'null' ? null : written }) };
      });
    },
  };
}

/** A wait that ends when the signal aborts. */
function waitUntil(signal: AbortSignal): Wait {
  const wait = new Wait();
  const end = (): void => wait.end(signal.reason);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return wait;
}
