import type { Plugin } from 'graphql-yoga';

import type { Executed } from '../engine/request-executor.ts';
import type { Exchange } from '../request/exchange.ts';
import type { GraphqlRequest } from '../request/graphql/graphql-handler.ts';

/** Context of the plugins for one request. Resolvers can read it, but should not need to. */
export interface YogaContext {
  exchange: Exchange;
  asked: GraphqlRequest;
  /** Written by the plugins, for the handler that sends the answer. */
  outcome: {
    /** Result of the query; undefined if none was executed. */
    executed?: Executed;
    /** Whether the operation is a subscription. */
    isSubscription?: boolean;
    /** Number of errors in the answer. */
    errors: number;
  };
}

export type YogaPlugin = Plugin<YogaContext, YogaContext>;
