import { ANONYMOUS } from './clients.ts';
import { execute, parse } from 'graphql';
import { expect } from 'vitest';

import { readExamples } from '../../src/service/examples.ts';
import { leaseSource } from '../../src/service/lease-source.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { schema as whole } from '../../src/graphql/schema.ts';
import { createPromotions } from '../../src/http/engine/promotions.ts';
import type { Promotions } from '../../src/http/engine/promotions.ts';
import { createQueryEngine } from '../../src/http/engine/query-engine.ts';
import type { QueryBounds } from '../../src/http/engine/query-engine.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { createGateway } from '../../src/http/gateway.ts';
import type { RequestHandler } from '../../src/http/request/exchange.ts';
import { cacheHeadersOf } from '../../src/http/request/graphql/cache-headers.ts';
import type { Params } from '../../src/http/request/graphql/params.ts';
import { startServer } from '../../src/http/server.ts';
import { createYogaHandler } from '../../src/http/yoga/yoga.ts';
import type { LookupMode } from '../../src/store/builds/open-indexes.ts';
import { openStore } from '../../src/store/builds/store.ts';
import type { Store, StoreOptions } from '../../src/store/builds/store.ts';
import { BOUNDS } from './bounds.ts';
import { SILENT_LOG } from './ingest.ts';

/** As clients without a role see it. */
const schema = visibleSchema(whole);
const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100, maxFilterIds: 1000 };
const CACHE = { max: 1000, ttlMs: 60_000 };

/** What a client gets: the body of a GraphQL answer. */
export interface Answer {
  data?: unknown;
  errors?: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

/** One query to DuckDB: the lookup it read, and how many keys. */
export interface SeenBatch {
  lookup: string;
  keys: number;
}

export interface TestGateway {
  url: string;
  query: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  store: Store;
  promotions: Promotions;
  /** For a server of one's own. */
  handler: RequestHandler;
  /** Batches since the last call. */
  takeBatches: () => SeenBatch[];
  close: () => Promise<void>;
}

/**
 * The real store, loaders, graph and gateway over a data folder, on a free port. Unless `compare` is off, graphql's own
 * executor answers each query too, and must say the same.
 */
export async function openGateway(
  folders: Folders,
  {
    lookup = 'index',
    compare = true,
    bounds = {},
    mostSubscriptions = 100,
    webFolder,
    pictures,
    tmdbImageUrl,
    ...store
  }: {
    mostSubscriptions?: number;
    lookup?: LookupMode;
    compare?: boolean;
    bounds?: Partial<QueryBounds>;
    webFolder?: string;
    /** Origin of the other host whose pictures the web app may show. */
    pictures?: string;
    tmdbImageUrl?: string;
  } & Partial<StoreOptions> = {},
): Promise<TestGateway> {
  let batches: SeenBatch[] = [];
  const opened = await openStore({
    folders,
    lookup,
    memoryLimit: '512MiB',
    threads: 1,
    pollMs: 3_600_000,
    scanTimeoutMs: 30_000,
    caches: { titles: CACHE, people: CACHE, search: CACHE },
    log: SILENT_LOG,
    onBatch: ({ lookup: name, keys }) => batches.push({ lookup: name, keys }),
    ...store,
  });
  const leases = leaseSource(opened);
  const promotions = createPromotions({ ...opened, most: mostSubscriptions });
  const engine = createQueryEngine({
    schema,
    store: leases,
    limits: LIMITS,
    tmdbImageUrl,
    bounds: { ...BOUNDS, ...bounds },
  });
  const gateway = createGateway({
    graphql: createYogaHandler({ schema, whole, engine, promotions, log: SILENT_LOG }),
    caching: cacheHeadersOf({ version: '1', schema, limits: LIMITS }),
    log: SILENT_LOG,
    serviceVersion: '0.0.0-test',
    examples: readExamples(),
    webFolder,
    pictures: () => pictures,
    health: () => ({ build: opened.state().build, isLost: opened.isLost(), warnings: opened.state().problems }),
  });
  /** What graphql's own executor makes of the same question must be the same. */
  async function expectSameOfGraphql(answer: Answer, { query, variables }: Params): Promise<void> {
    // Without data it was refused before it ran.
    if (!compare || answer.data == null) return;
    const taken = batches;
    const lease = leases.acquire();
    // A promotion came between.
    if (lease === null || lease.build.version !== versionOf(answer)) return;
    const contextValue = { loaders: lease.loaders, limits: LIMITS, tmdbImageUrl, client: ANONYMOUS };
    const document = parse(query, { maxTokens: 10_000 });
    const plain = await execute({ schema, document, contextValue, variableValues: variables ?? {} });
    lease.release();
    batches = taken;
    const pathsOf = (errors: Answer['errors'] | typeof plain.errors): string[] =>
      (errors ?? []).map(({ path }) => JSON.stringify(path));
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(plain.data));
    expect(pathsOf(answer.errors).sort()).toEqual(pathsOf(plain.errors).sort());
  }
  const server = await startServer({ gateway, host: '127.0.0.1', port: 0 });
  const fetchOwn = (path: string, init?: RequestInit): Promise<Response> => fetch(server.url + path, init);
  return {
    url: server.url,
    store: opened,
    promotions,
    handler: gateway,
    fetch: fetchOwn,
    async query(query, variables) {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      const response = await fetchOwn('/graphql', { method: 'POST', headers, body });
      const answer = (await response.json()) as Answer;
      await expectSameOfGraphql(answer, { query, variables });
      return answer;
    },
    takeBatches() {
      const taken = batches;
      batches = [];
      return taken;
    },
    async close() {
      await server.close(0);
      await opened.close();
    },
  };
}

function versionOf({ extensions }: Answer): unknown {
  return (extensions?.['dataset'] as { version?: number } | undefined)?.version;
}
