import { handleStreamOrSingleExecutionResult } from 'graphql-yoga';

import { ATTRIBUTION } from '../dataset/sources.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/** Says in `extensions.dataset` which build a result was read from, with the sentence that IMDb asks to show. */
export function useDatasetExtension(): GatewayPlugin {
  return {
    onExecute({ context: { exchange } }) {
      return {
        onExecuteDone(payload) {
          if (exchange.build === null) return;
          const dataset = { buildId: exchange.build.id, version: exchange.build.version, attribution: ATTRIBUTION };
          return handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) => {
            setResult({ ...result, extensions: { ...result.extensions, dataset } });
          });
        },
      };
    },
  };
}
