import { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';

import { cacheHeadersOf } from '../../src/http/request/graphql/cache-headers.ts';
import { createAnswers } from '../../src/http/lane/answers.ts';
import { createFastLane } from '../../src/http/lane/fast-lane.ts';
import { startServer } from '../../src/http/server.ts';
import { corsHeaders } from '../../src/http/request/cors.ts';
import { createHarness, LIMITS } from './support.ts';

const CORS = ['https://films.example'];

/** For one test: a server with the fast lane in front, which counts what it leaves to the gateway. */
export async function openLane() {
  const caching = cacheHeadersOf({ version: '1', schema: new GraphQLSchema({}), limits: LIMITS });
  const harness = createHarness({ cors: CORS, caching });
  const cache = { max: 100, ttlMs: 60_000 };
  let left = 0;
  const gateway = createFastLane({
    answers: createAnswers({ engine: harness.engine, store: harness.store, cache }),
    next: (request, response, context) => {
      left += 1;
      return harness.gateway(request, response, context);
    },
    cors: corsHeaders(CORS),
    caching,
    log: harness.log,
  });
  const server = await startServer({ gateway, host: '127.0.0.1', port: 0 });
  onTestFinished(async () => void (await server.close(1000)));
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const takeLeft = (): number => {
    const taken = left;
    left = 0;
    return taken;
  };
  /** Sends it, so that it is known. */
  const learn = async (query: string): Promise<void> => {
    await (await post({ query })).text();
    takeLeft();
  };
  return {
    ...harness,
    server,
    post,
    takeLeft,
    learn,
    get: (search: string, init?: RequestInit) => fetch(`${server.url}/graphql?${search}`, init),
  };
}
