import { handleStreamOrSingleExecutionResult } from 'graphql-yoga';

import { ATTRIBUTION } from '../../dataset/sources/imdb.ts';
import { asksForCost, COST_HEADER } from '../request/graphql/cache-headers.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/**
 * Says in `extensions.dataset` which build a result was read from, with the sentence that IMDb asks to show, and in
 * `extensions.cost` what it costs, where that was asked for.
 */
export function useExtensions({ mostCost }: { mostCost: number }): GatewayPlugin {
  return {
    onExecute({ context: { exchange, request } }) {
      return {
        onExecuteDone(payload) {
          const { build, cost } = exchange;
          const extensions = {
            ...(build && { dataset: { buildId: build.id, version: build.version, attribution: ATTRIBUTION } }),
            ...(asksForCost(request.headers.get(COST_HEADER)) &&
              cost !== undefined && { cost: { requested: Math.ceil(cost), limit: mostCost } }),
          };
          if (Object.keys(extensions).length === 0) return;
          return handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) => {
            setResult({ ...result, extensions: { ...result.extensions, ...extensions } });
          });
        },
      };
    },
  };
}
