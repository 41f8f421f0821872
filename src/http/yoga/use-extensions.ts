import { handleStreamOrSingleExecutionResult } from 'graphql-yoga';

import { ATTRIBUTION } from '../../dataset/sources/imdb.ts';
import type { BuildRef } from '../engine/lease-source.ts';
import type { YogaPlugin } from './yoga-context.ts';

/** The build that was read, for `extensions.dataset`. */
export function datasetExtension({ id, version }: BuildRef): object {
  return { buildId: id, version, attribution: ATTRIBUTION };
}

/**
 * Adds `extensions.dataset`, the build that was read with IMDb's attribution, and `extensions.cost`, the cost of the
 * operation if the client requested it.
 */
export function useExtensions({ mostCost }: { mostCost: number }): YogaPlugin {
  return {
    onExecute({ context: { asked, outcome } }) {
      return {
        onExecuteDone(payload) {
          const { build, cost } = outcome.executed ?? {};
          const extensions = {
            ...(build && { dataset: datasetExtension(build) }),
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
