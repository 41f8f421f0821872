import type { ExecutionResult } from 'graphql';

import { isAsyncIterable } from 'graphql-yoga';

import { toClientError } from './client-errors.ts';
import type { GatewayPlugin } from './gateway-context.ts';
import { fits, tooLarge } from './json-text.ts';
import { tooManyUnread } from './request/answer-room.ts';
import type { QueryEngine } from './request/query-engine.ts';

/**
 * Writes results around their data, which is written already, and puts an error in the place of one that is too large, or
 * for which there is no room. Runs behind all plugins that change a result.
 */
export function useJsonText({ bounds }: Pick<QueryEngine, 'bounds'>): GatewayPlugin {
  return {
    async onResultProcess(hook) {
      const { result, serverContext } = hook;
      if (isAsyncIterable(result) || Array.isArray(result)) return;
      const { exchange, requestId, room, res } = serverContext;
      const data = exchange.data ?? JSON.stringify(result.data);
      const text = textOf(result, data);
      const refusal = !(await fits(text, bounds.bytes))
        ? tooLarge(bounds.bytes, 'bytes')
        : res !== undefined && room?.take(res, text) === false
          ? tooManyUnread()
          : undefined;
      if (refusal === undefined) {
        // Of errors Yoga leaves out what is for itself.
        const stringify = (sent: object): string => (result.errors === undefined ? text : textOf(sent, data));
        hook.setResult({ ...result, stringify });
        return;
      }
      const { error } = toClientError(refusal, requestId);
      exchange.errorCount = 1;
      hook.setResult({ errors: [error], ...(result.extensions && { extensions: result.extensions }) });
    },
  };
}

/** The JSON of a result whose data is written already. */
function textOf(result: ExecutionResult, data: string | undefined): string {
  const members = Object.entries(result)
    .map(([key, value]): [string, string | undefined] => [key, key === 'data' ? data : JSON.stringify(value)])
    .filter(([, text]) => text !== undefined);
  return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}
