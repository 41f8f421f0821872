import { isAsyncIterable } from 'graphql-yoga';

import type { GatewayPlugin } from './gateway-context.ts';
import { jsonText } from '../engine/json-text.ts';

/** Writes large results in parts, for Yoga writes each in one go. Runs behind all plugins that change a result. */
export function useJsonText(): GatewayPlugin {
  return {
    async onResultProcess(hook) {
      const { result, serverContext } = hook;
      if (isAsyncIterable(result) || Array.isArray(result)) return;
      const data = await jsonText(result.data, serverContext.exchange);
      hook.setResult({ ...result, stringify: (sent: object) => withData(sent, data) });
    },
  };
}

/** The JSON of a result whose data is written already. */
function withData(result: object, data: string): string {
  const members = Object.entries(result)
    .map(([key, value]): [string, string | undefined] => [key, key === 'data' ? data : JSON.stringify(value)])
    .filter(([, text]) => text !== undefined);
  return `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}
