import { OperationTypeNode } from 'graphql';

import type { GatewayPlugin } from './gateway-context.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { Wait } from '../../process/wait.ts';

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
        const { build, isByChance, cost, objects } = executed;
        Object.assign(exchange, { build, isByChance, cost, objects });
        return executed.result;
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
