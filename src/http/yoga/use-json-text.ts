import type { ExecutionResult } from 'graphql';

import { isAsyncIterable } from 'graphql-yoga';

import { fits, tooLarge } from '../engine/execution/json-text.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { toClientError } from './client-errors.ts';
import type { YogaPlugin } from './yoga-context.ts';

/**
 * Serialises results around their data, which is JSON already, and replaces a result that is too large by an error. It
 * must run after all plugins that change a result.
 */
export function useJsonText({ bounds }: Pick<QueryEngine, 'bounds'>): YogaPlugin {
  return {
    async onResultProcess(hook) {
      const { result, serverContext } = hook;
      if (isAsyncIterable(result) || Array.isArray(result)) return;
      const { exchange, outcome } = serverContext;
      const data = outcome.executed?.data ?? JSON.stringify(result.data);
      const text = textOf(result, data);
      if (await fits(text, bounds.bytes)) {
        // Yoga removes its internal extensions from errors before it serialises them.
        const stringify = (sent: object): string => (result.errors === undefined ? text : textOf(sent, data));
        hook.setResult({ ...result, stringify });
        return;
      }
      const { error } = toClientError(tooLarge(bounds.bytes, 'bytes'), exchange);
      outcome.errors = 1;
      hook.setResult({ errors: [error], ...(result.extensions && { extensions: result.extensions }) });
    },
  };
}

/** JSON of a result whose data is JSON already. */
function textOf(result: ExecutionResult, data: string | undefined): string {
  const members = Object.entries(result)
    .map(([key, value]): [string, string | undefined] => [key, key === 'data' ? data : JSON.stringify(value)])
    .filter(([, text]) => text !== undefined);
  return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}
