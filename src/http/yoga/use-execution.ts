import { OperationTypeNode } from 'graphql';

import type { QueryEngine } from '../engine/query-engine.ts';
import type { YogaPlugin } from './yoga-context.ts';

/** Placeholders for data that is serialised already, with and without a field that is not null. */
const ANSWERED = { written: true };
const UNANSWERED = {};

/**
 * Executes queries and mutations by the engine, unless the fast lane has executed the query already. Plans of valid
 * queries are remembered for the fast lane, which never sees a mutation.
 */
export function useExecution({ documents, execute }: QueryEngine, { learn }: { learn: boolean }): YogaPlugin {
  return {
    onExecute({ args, context, setExecuteFn }) {
      const { asked, exchange, outcome } = context;
      const operationName = args.operationName ?? undefined;
      const planned = documents.of(args.document, operationName);
      const operation = planned?.definition.operation;
      if (planned === undefined || operation === OperationTypeNode.SUBSCRIPTION) return;
      if (learn && operation === OperationTypeNode.QUERY) documents.learn(asked.params.query, operationName, planned);
      setExecuteFn(async () => {
        const { variables } = asked.params;
        const { client, wait } = exchange;
        const executed = asked.executed ?? (await execute({ planned, variables, client, wait }));
        outcome.executed = executed;
        const { data, errors, isAnswered } = executed;
        const written = isAnswered ? ANSWERED : UNANSWERED;
        return { ...(errors && { errors }), ...(data !== undefined && { data: data === 'null' ? null : written }) };
      });
    },
  };
}
