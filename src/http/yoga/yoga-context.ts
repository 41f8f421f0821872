import type { Plugin } from 'graphql-yoga';

import type { Executed } from '../engine/request-executor.ts';
import type { Exchange } from '../request/exchange.ts';
import type { Asked } from '../request/graphql/graphql-handler.ts';

/** What the plugins know about one request. Resolvers may read it, and should not need to. */
export interface YogaContext {
  exchange: Exchange;
  asked: Asked;
  /** What the plugins find out, for whoever sends the answer. */
  outcome: {
    /** How the query ended; undefined where none was executed. */
    executed?: Executed;
    /** Errors in the answer. */
    errors: number;
  };
}

export type YogaPlugin = Plugin<YogaContext, YogaContext>;
