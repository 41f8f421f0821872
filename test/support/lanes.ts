import { afterAll } from 'vitest';

import { leaseSource } from '../../src/service/lease-source.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { schema as whole } from '../../src/graphql/schema.ts';
import { createAnswers } from '../../src/http/lane/answers.ts';
import { cacheHeadersOf } from '../../src/http/request/graphql/cache-headers.ts';
import { createFastLane } from '../../src/http/lane/fast-lane.ts';
import { createQueryEngine } from '../../src/http/engine/query-engine.ts';
import type { QueryBounds } from '../../src/http/engine/query-engine.ts';
import type { GraphqlHandler } from '../../src/http/request/graphql/graphql-handler.ts';
import { startServer } from '../../src/http/server.ts';
import { visibleSchema } from '../../src/http/engine/visibility/visible-schema.ts';
import { createGateway } from '../../src/http/gateway.ts';
import { createYogaHandler } from '../../src/http/yoga/yoga.ts';
import { BOUNDS } from './bounds.ts';
import { openGateway } from './gateway.ts';
import { SILENT_LOG } from './ingest.ts';

/** As clients without a role see it. */
const schema = visibleSchema(whole);
const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100, maxFilterIds: 1000 };

export interface Lanes {
  /** Addresses of GraphQL, over the same build: with the fast lane in front, and without it. */
  lane: string;
  plain: string;
  /** Requests that the lane has left to Yoga since the last call. */
  takeLeft: () => number;
  /** Documents that were read since the last call, not from memory. */
  takeReads: () => number;
}

/** Two servers as `serve` starts them, with FAST_LANE on and off; closed after the file. */
export async function openLanes(folders: Folders, bounds: Partial<QueryBounds> = {}): Promise<Lanes> {
  const { store, promotions, close, takeBatches } = await openGateway(folders, { compare: false });
  const leases = leaseSource(store);
  const caching = cacheHeadersOf({ version: '1', schema, limits: LIMITS });
  const health = () => ({ build: store.state().build, warnings: [] });
  const newEngine = () =>
    createQueryEngine({ schema, store: leases, limits: LIMITS, bounds: { ...BOUNDS, ...bounds } });
  const newGateway = (graphql: GraphqlHandler) =>
    createGateway({ graphql, log: SILENT_LOG, serviceVersion: '1', health, caching });
  const engine = newEngine();
  const yoga = createYogaHandler({ schema, whole, engine, promotions, log: SILENT_LOG });
  let left = 0;
  const lane = createFastLane({
    answers: createAnswers({ engine, store: leases, cache: { max: 1000, ttlMs: 60_000 } }),
    next(...asked) {
      left += 1;
      return yoga(...asked);
    },
  });
  const plain = createYogaHandler({ schema, whole, engine: newEngine(), promotions, log: SILENT_LOG, learn: false });
  const servers = await Promise.all(
    [lane, plain].map((graphql) => startServer({ gateway: newGateway(graphql), host: '127.0.0.1', port: 0 })),
  );
  afterAll(async () => {
    for (const server of servers) await server.close(1000);
    await close();
  });
  const [laneUrl = '', plainUrl = ''] = servers.map(({ url }) => `${url}/graphql`);
  return {
    lane: laneUrl,
    plain: plainUrl,
    takeReads: () => takeBatches().reduce((sum, { keys }) => sum + keys, 0),
    takeLeft() {
      const taken = left;
      left = 0;
      return taken;
    },
  };
}
