import { createAnswers } from '../../src/http/lane/answers.ts';
import { createFastLane } from '../../src/http/lane/fast-lane.ts';
import type { ServerOptions } from '../../src/http/server.ts';
import { createHarness, FakeStore } from './support.ts';
import type { HarnessOptions } from './support.ts';

const CACHE = { max: 100, ttlMs: 60_000 };

/** For one test: a server with the fast lane before Yoga, which counts what it leaves to that. */
export async function openLane(options: Partial<ServerOptions> = {}, more: HarnessOptions = {}) {
  const store = new FakeStore();
  let left = 0;
  const harness = createHarness({
    store,
    cors: ['https://films.example'],
    ...more,
    lane: (yoga, engine) =>
      createFastLane({
        answers: createAnswers({ engine, store, cache: CACHE }),
        next: (...asked) => {
          left += 1;
          return yoga(...asked);
        },
      }),
  });
  const server = await harness.start(options);
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
    store,
    server,
    post,
    takeLeft,
    learn,
    get: (search: string, init?: RequestInit) => fetch(`${server.url}/graphql?${search}`, init),
  };
}
