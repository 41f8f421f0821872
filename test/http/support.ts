import { createCipheriv } from 'node:crypto';

import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { onTestFinished } from 'vitest';

import type { Logger } from '../../src/process/logger.ts';
import type { Context, Limits } from '../../src/graphql/base/context.ts';
import type { Lease, LeaseSource } from '../../src/http/engine/lease-source.ts';
import type { GatewayOptions } from '../../src/http/gateway.ts';
import type { RequestHandler } from '../../src/http/request/exchange.ts';
import type { GraphqlHandler } from '../../src/http/request/graphql/graphql-handler.ts';
import { ClientError } from '../../src/errors.ts';
import { createPromotions } from '../../src/http/engine/promotions.ts';
import { createQueryEngine } from '../../src/http/engine/query-engine.ts';
import type { QueryBounds, QueryEngine } from '../../src/http/engine/query-engine.ts';
import { createGateway } from '../../src/http/gateway.ts';
import { corsHeaders } from '../../src/http/request/cors.ts';
import { cacheHeadersOf } from '../../src/http/request/graphql/cache-headers.ts';
import { startServer } from '../../src/http/server.ts';
import type { RunningServer, ServerOptions } from '../../src/http/server.ts';
import { createYogaHandler } from '../../src/http/yoga/yoga.ts';
import { createLogger } from '../../src/process/logger.ts';
import { BOUNDS } from '../support/bounds.ts';

export const SECRET = '/srv/data/titles.parquet: SELECT * FROM titles';
export const LIMITS: Limits = {
  defaultPage: 10,
  maxPage: 100,
  maxLongPage: 500,
  maxSearchPage: 50,
  maxIds: 100,
  maxFilterIds: 1000,
};

/** A store of one build that counts what it lent. */
export class FakeStore implements LeaseSource {
  acquired = 0;
  released = 0;
  hasBuild = true;
  build = { id: 'b7', version: 7 };

  acquire(): Lease | null {
    if (!this.hasBuild) return null;
    this.acquired += 1;
    const loaders = { dataset: { version: this.build.version } } as unknown as Lease['loaders'];
    return { build: this.build, loaders, release: () => (this.released += 1) };
  }

  current(): Lease['build'] | null {
    return this.hasBuild ? this.build : null;
  }

  whyNone(): string {
    return 'There is no dataset yet.';
  }
}

/** Something to wait for, from both sides. */
export class Gate {
  readonly #entered = Promise.withResolvers<void>();
  readonly #opened = Promise.withResolvers<void>();
  readonly entered = this.#entered.promise;
  readonly opened = this.#opened.promise;

  enter(): void {
    this.#entered.resolve();
  }

  open(): void {
    this.#opened.resolve();
  }
}

export interface Harness {
  gateway: RequestHandler;
  /** Closed when the test ends. */
  start: (options?: Partial<ServerOptions>) => Promise<RunningServer>;
  /** Asks a server of its own, which is started for the first of these. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  engine: QueryEngine;
  schema: GraphQLSchema;
  store: FakeStore;
  /** The field `slow` enters it and waits until it is open. */
  gate: Gate;
  /** How `slow` fared when it asked for the loaders. */
  ended: string[];
  lines: Record<string, unknown>[];
  log: Logger;
  post: (body: unknown, init?: { headers?: Record<string, string>; signal?: AbortSignal }) => Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: AnswerBody;
}

export interface AnswerBody {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

export interface HarnessOptions extends Partial<GatewayOptions> {
  store?: LeaseSource;
  cors?: readonly string[];
  /** Stands before Yoga. */
  lane?: (yoga: GraphqlHandler, engine: QueryEngine) => GraphqlHandler;
  bounds?: Partial<QueryBounds>;
}

/** A gateway over a small schema, whose log is kept. */
export function createHarness(given: HarnessOptions = {}): Harness {
  const { store: leases, bounds = {}, cors = [], lane = (yoga) => yoga, ...options } = given;
  const store = new FakeStore();
  const gate = new Gate();
  const ended: string[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    level: 'info',
    pretty: false,
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const schema = createSchema(gate, ended);
  const engine = createQueryEngine({
    schema,
    store: leases ?? store,
    limits: LIMITS,
    bounds: { ...BOUNDS, ...bounds },
  });
  const promotions = createPromotions({ current: () => null, onLook: () => undefined, most: 100 });
  const gateway = createGateway({
    graphql: lane(createYogaHandler({ schema, engine, promotions, log }), engine),
    caching: cacheHeadersOf({ version: '1', schema, limits: LIMITS }),
    log,
    serviceVersion: '1.2.3',
    health: () => ({ build: null, warnings: [] }),
    ...options,
  });
  const server = { gateway, host: '127.0.0.1', port: 0, cors: corsHeaders(cors), log };
  async function start(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
    const running = await startServer({ ...server, ...more });
    onTestFinished(async () => void (await running.close(0)));
    return running;
  }
  let started: Promise<RunningServer> | undefined;
  async function fetchOwn(path: string, init?: RequestInit): Promise<Response> {
    started ??= start();
    return fetch((await started).url + path, init);
  }
  return {
    gateway,
    start,
    fetch: fetchOwn,
    engine,
    schema,
    store,
    gate,
    ended,
    lines,
    log,
    async post(body, { headers, signal } = {}) {
      const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream;
      const response = await fetchOwn('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
        body: isRaw ? body : JSON.stringify(body),
        ...(body instanceof ReadableStream && { duplex: 'half' }),
        ...(signal && { signal }),
      } as RequestInit);
      return { status: response.status, headers: response.headers, body: (await response.json()) as AnswerBody };
    },
  };
}

/** A text that is the same for the same seed, and that compression makes three quarters of. */
export function longText(characters: number, seed = 0): string {
  const key = Buffer.alloc(32, seed);
  const bytes = createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(characters));
  return bytes.toString('base64').slice(0, characters);
}

function createSchema(gate: Gate, ended: string[]): GraphQLSchema {
  const deep: GraphQLObjectType = new GraphQLObjectType({
    name: 'Deep',
    fields: () => ({ deep: { type: deep, resolve: () => ({}) }, name: { type: GraphQLString, resolve: () => 'x' } }),
  });
  const color = new GraphQLEnumType({ name: 'Color', values: { RED: {}, BLUE: {} } });
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, Context>({
      name: 'Query',
      fields: {
        hello: { type: GraphQLString, resolve: () => 'hello' },
        version: { type: GraphQLInt, resolve: (_, __, { loaders }) => loaders.dataset.version },
        chance: {
          type: GraphQLInt,
          resolve(_, __, { onPrivate }) {
            onPrivate?.();
            return 4;
          },
        },
        maxPage: { type: GraphQLInt, resolve: (_, __, { limits }) => limits.maxPage },
        crash: {
          type: GraphQLString,
          resolve() {
            throw new Error(SECRET, { cause: new Error(SECRET) });
          },
        },
        crashNonNull: {
          type: new GraphQLNonNull(GraphQLString),
          resolve: () => Promise.reject(new Error(SECRET)),
        },
        refuse: {
          type: GraphQLString,
          resolve() {
            throw new ClientError('BAD_USER_INPUT', 'Send a const such as tt0111161.');
          },
        },
        busy: {
          type: GraphQLInt,
          resolve() {
            throw new ClientError('OVERLOADED', 'Too much is being read.');
          },
        },
        late: {
          type: GraphQLInt,
          resolve() {
            throw new ClientError('QUERY_TIMEOUT', 'It took too long.');
          },
        },
        overflow: { type: GraphQLInt, resolve: () => 2 ** 40 },
        echo: {
          type: GraphQLString,
          args: { n: { type: GraphQLInt }, color: { type: color }, text: { type: GraphQLString } },
          resolve: (_, { n, color: c, text }) => JSON.stringify({ n, c, text }),
        },
        long: {
          type: GraphQLString,
          args: { characters: { type: GraphQLInt }, seed: { type: GraphQLInt } },
          resolve: (_, { characters, seed }) => longText(characters, seed),
        },
        needs: {
          type: GraphQLInt,
          args: { n: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } },
          resolve: (_, { n }) => n,
        },
        deep: { type: deep, resolve: () => ({}) },
        colors: { type: new GraphQLList(color), resolve: () => ['RED', 'PINK'] },
        slow: {
          type: GraphQLInt,
          async resolve(_, __, context) {
            gate.enter();
            await gate.opened;
            try {
              const { version } = context.loaders.dataset;
              ended.push('read');
              return version;
            } catch (error) {
              ended.push(error instanceof Error ? error.name : 'unknown');
              throw error;
            }
          },
        },
      },
    }),
  });
}
