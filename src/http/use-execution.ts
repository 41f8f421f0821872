import { OperationTypeNode } from 'graphql';

import type { GatewayPlugin } from './gateway-context.ts';
import type { QueryEngine } from './request/query-engine.ts';

/**
 * Executes queries as the fast lane does. What that has executed already is only written here. The documents learn each
 * that is valid.
 */
export function useExecution({ documents, execute }: QueryEngine, { learn }: { learn: boolean }): GatewayPlugin {
  return {
    onExecute({ args, context, setExecuteFn }) {
      const { exchange, params, executed: before, request } = context;
      const operationName = args.operationName ?? undefined;
      const planned = documents.of(args.document, operationName);
      if (planned?.definition.operation !== OperationTypeNode.QUERY) return;
      if (learn && typeof params.query === 'string') documents.learn(params.query, operationName, planned);
      setExecuteFn(async () => {
        const executed =
          before ?? (await execute({ planned, variables: args.variableValues ?? undefined, gone: request.signal }));
        const { build, isByChance, cost } = executed;
        Object.assign(exchange, { build, isByChance, cost });
        return executed.result;
      });
    },
  };
}
