import { createHash } from 'node:crypto';

import { onTestFinished } from 'vitest';

import { createPromotions } from '../../src/http/engine/promotions.ts';
import { createQueryEngine, engineOver } from '../../src/http/engine/query-engine.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { createGateway } from '../../src/http/gateway.ts';
import { createAnswers } from '../../src/http/lane/answers.ts';
import { byRole } from '../../src/http/lane/by-role.ts';
import { createFastLane } from '../../src/http/lane/fast-lane.ts';
import { createBearerTokens, tokensOf } from '../../src/http/request/access/bearer-tokens.ts';
import { createIdentify } from '../../src/http/request/access/identify.ts';
import type { JsonWebTokens } from '../../src/http/request/access/json-web-tokens.ts';
import { createWrongTokens, WRONG_TOKENS } from '../../src/http/request/access/wrong-tokens.ts';
import type { WrongTokens } from '../../src/http/request/access/wrong-tokens.ts';
import { createUsageCounts } from '../../src/http/request/limits/usage-counts.ts';
import { createUsageStore } from '../../src/http/request/limits/usage-store.ts';
import { corsHeaders } from '../../src/http/request/cors.ts';
import { cacheHeadersOf } from '../../src/http/request/graphql/cache-headers.ts';
import { startServer } from '../../src/http/server.ts';
import { createYogaHandler } from '../../src/http/yoga/yoga.ts';
import { createLogger } from '../../src/process/logger.ts';
import type { Logger } from '../../src/process/logger.ts';
import { BOUNDS } from '../support/bounds.ts';
import { rolesSchema } from '../support/roles-schema.ts';
import { FakeStore, LIMITS } from './support.ts';

export const ADMIN_TOKEN = 'mq_the-token-of-alice';
export const READ_TOKEN = 'mq_the-token-of-bob';

export interface RolesOptions {
  needsToken?: boolean;
  introspection?: boolean;
  fastLane?: boolean;
  jsonWebTokens?: JsonWebTokens;
  schema?: ReturnType<typeof rolesSchema>;
}

export interface RoleAnswer {
  status: number;
  headers: Headers;
  text: string;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

export function hashed(token: string, name?: string): string {
  const hash = createHash('sha256').update(token).digest('hex');
  return `${name === undefined ? '' : `${name}=`}sha256:${hash}`;
}

/** Counts the wrong tokens of one process. */
export function wrongTokens(log: Logger): WrongTokens {
  return createWrongTokens(createUsageCounts(createUsageStore([WRONG_TOKENS], { shared: false }), log));
}

/** For one test: a server as `serve` composes it, over a schema with fields of administration. */
export async function openRoles(options: RolesOptions = {}) {
  const { needsToken = false, introspection = true, fastLane = true, jsonWebTokens } = options;
  const store = new FakeStore();
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const calls: string[] = [];
  const schema = options.schema ?? rolesSchema(calls);
  const visible = visibleSchema(schema);
  const engine = createQueryEngine({ schema: visible, suggests: introspection, store, limits: LIMITS, bounds: BOUNDS });
  const promotions = createPromotions({ current: () => null, onLook: () => undefined, most: 100 });
  const others = createYogaHandler({ schema: visible, whole: schema, engine, promotions, log, introspection });
  const admins = createYogaHandler({ schema, engine: engineOver(schema, engine), promotions, log, learn: false });
  const answers = createAnswers({ engine, store, cache: { max: 100, ttlMs: 60_000 } });
  const gateway = createGateway({
    graphql: byRole({ admins, others: fastLane ? createFastLane({ answers, next: others }) : others }),
    caching: cacheHeadersOf({ version: '1', schema: visible, limits: LIMITS }),
    log,
    serviceVersion: '1',
    needsToken,
    introspection,
    health: () => ({ build: { ...store.build, builtAt: '2026-01-01T00:00:00Z' }, warnings: ['one'] }),
  });
  const tokens = createBearerTokens([
    ...tokensOf([hashed(ADMIN_TOKEN, 'alice')], 'ADMIN'),
    ...tokensOf([hashed(READ_TOKEN)], 'READER'),
  ]);
  const server = await startServer({
    gateway,
    host: '127.0.0.1',
    port: 0,
    log,
    cors: corsHeaders([]),
    admission: { identify: createIdentify({ tokens, jsonWebTokens, wrong: wrongTokens(log) }) },
  });
  onTestFinished(async () => void (await server.close(0)));

  async function ask(path: string, { token, ...init }: RequestInit & { token?: string | undefined } = {}) {
    const headers = { ...(init.headers as object), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    const response = await fetch(server.url + path, { ...init, headers });
    const text = await response.text();
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as RoleAnswer['body'];
    return { status: response.status, headers: response.headers, text, body };
  }

  return {
    url: server.url,
    lines,
    calls,
    store,
    ask,
    /** Sends a document by POST. */
    post: (query: string, token?: string, headers: Record<string, string> = {}): Promise<RoleAnswer> =>
      ask('/graphql', {
        method: 'POST',
        token,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      }),
    /** Sends a document by GET. */
    get: (query: string, token?: string, headers: Record<string, string> = {}): Promise<RoleAnswer> =>
      ask(`/graphql?query=${encodeURIComponent(query)}`, { token, headers }),
  };
}
