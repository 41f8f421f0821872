import { handleStreamOrSingleExecutionResult } from 'graphql-yoga';

import { datasetExtension } from '../engine/dataset-extension.ts';
import type { YogaPlugin } from './yoga-context.ts';

/**
 * Adds `extensions.dataset`, the build that was read with IMDb's attribution, and TMDB's where the answer has its data, and `extensions.cost`, the cost of the
 * operation if the client requested it.
 */
export function useExtensions({ mostCost }: { mostCost: number }): YogaPlugin {
  return {
    onExecute({ context: { asked, outcome } }) {
      return {
        onExecuteDone(payload) {
          const { build, cost, isOfTmdb = false } = outcome.executed ?? {};
          const extensions = {
            ...(build && { dataset: datasetExtension(build, { isOfTmdb }) }),
            ...(asked.asksForCost && cost !== undefined && { cost: { requested: Math.ceil(cost), limit: mostCost } }),
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
