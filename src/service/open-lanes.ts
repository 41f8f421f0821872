import type { Config } from '../config.ts';
import type { Administration } from '../graphql/administration/interface/administration.ts';
import { schema } from '../graphql/schema.ts';
import type { LeaseSource } from '../http/engine/lease-source.ts';
import { createPromotions } from '../http/engine/promotions.ts';
import type { Promotions } from '../http/engine/promotions.ts';
import { createQueryEngine, engineOver } from '../http/engine/query-engine.ts';
import { visibleSchema } from '../http/engine/visibility/visible-schema.ts';
import { createAnswers } from '../http/lane/answers.ts';
import { byRole } from '../http/lane/by-role.ts';
import { createFastLane } from '../http/lane/fast-lane.ts';
import type { GraphqlHandler } from '../http/request/graphql/graphql-handler.ts';
import { cacheHeadersOf } from '../http/request/graphql/cache-headers.ts';
import type { CacheHeadersOf } from '../http/request/graphql/cache-headers.ts';
import { createClientSlots } from '../http/request/limits/client-slots.ts';
import { behindArrivals } from '../http/yoga/behind-arrivals.ts';
import { createYogaHandler } from '../http/yoga/yoga.ts';
import type { Logger } from '../process/logger.ts';
import type { Store } from '../store/builds/store.ts';
import type { Team } from './team/team.ts';
import { programVersion } from '../process/program-version.ts';

/** What answers GraphQL requests. */
export interface Lanes {
  graphql: GraphqlHandler;
  caching: CacheHeadersOf;
  /** What subscriptions follow. */
  promotions: Promotions;
}

export interface LaneSurroundings {
  store: Store;
  leases: LeaseSource;
  administration: Administration;
  team: Team;
  log: Logger;
}

/**
 * The lanes of all roles over one engine: administrators are answered by the whole schema, and always by Yoga; the others
 * by the schema that they see, and by the fast lane where it is on.
 */
export function openLanes(config: Config, { store, leases, administration, team, log }: LaneSurroundings): Lanes {
  const { fastLane, mostSubscriptions, mostSubscriptionsPerClient: most } = config.http;
  const { introspection } = config.access;
  const visible = visibleSchema(schema);
  const engine = createQueryEngine({
    schema: visible,
    suggests: introspection,
    store: leases,
    limits: config.limits,
    tmdbImageUrl: config.tmdb.imageUrl,
    administration,
    bounds: config.bounds,
  });
  const promotions = createPromotions({
    current: () => store.current(),
    onLook: (listener) => store.onLook(listener),
    most: mostSubscriptions,
  });
  const slots = createClientSlots({ most, shared: team.slots?.({ most }) });
  const common = { promotions, slots, log };
  const yoga = createYogaHandler({ ...common, schema: visible, whole: schema, engine, introspection, learn: fastLane });
  const others = behindArrivals(yoga);
  const admins = createYogaHandler({ ...common, schema, engine: engineOver(schema, engine), learn: false });
  const answers = createAnswers({ engine, store: leases, cache: config.answers });
  return {
    graphql: byRole({
      admins: behindArrivals(admins),
      others: fastLane ? createFastLane({ answers, next: others }) : others,
    }),
    caching: cacheHeadersOf({ version: programVersion(), schema: visible, limits: config.limits }),
    promotions,
  };
}
