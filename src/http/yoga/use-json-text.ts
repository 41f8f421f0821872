import { isAsyncIterable } from 'graphql-yoga';

import { jsonText } from '../engine/json-text.ts';
import type { YogaPlugin } from './yoga-context.ts';

/** Writes large results in parts, for Yoga writes each in one go. Runs behind all plugins that change a result. */
export function useJsonText(): YogaPlugin {
  return {
    async onResultProcess(hook) {
      const { result, serverContext } = hook;
      if (isAsyncIterable(result) || Array.isArray(result)) return;
      const data = await jsonText(result.data, { objects: serverContext.outcome.executed?.objects ?? 0 });
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
