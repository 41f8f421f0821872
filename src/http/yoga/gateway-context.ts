import type { IncomingMessage } from 'node:http';

import type { Plugin } from 'graphql-yoga';

import type { BuildRef } from '../engine/lease-source.ts';
import type { Executed } from '../engine/request-executor.ts';
import type { Wait } from '../../process/wait.ts';

/** What the plugins of the gateway know about one HTTP request. Resolvers may read it, and should not need to. */
export interface GatewayContext {
  requestId: string;
  exchange: Exchange;
  /** Given by the server while it drains. */
  draining?: boolean;
  /** Whoever waits for the answer; there is nobody where the gateway is asked without a port. */
  wait?: Wait;
  /** The query as it was executed, where that has happened before. */
  executed?: Executed;
  /** The request as Node has it; there is none where the gateway is asked without a port. */
  req?: IncomingMessage;
}

/** One HTTP request and its answer. */
export interface Exchange {
  /** Of the monotonic clock. */
  startedAtMs: number;
  /** Whether it reached GraphQL; false for health, GraphiQL and unknown paths. */
  isOperation: boolean;
  operationName: string | null;
  errorCount: number;
  /** The build it leased; null where it leased none. */
  build: BuildRef | null;
  /** Whether something in the answer was picked by chance. */
  isByChance: boolean;
  /** Objects in the answer. */
  objects: number;
  /** Points; undefined where they were not counted. */
  cost: number | undefined;
}

export type GatewayPlugin = Plugin<GatewayContext, GatewayContext>;
