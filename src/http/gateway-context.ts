import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Plugin } from 'graphql-yoga';

import type { BuildRef } from './lease-source.ts';
import type { AnswerRoom } from './request/answer-room.ts';
import type { Executed } from './request/request-executor.ts';
import type { Wait } from '../process/wait.ts';

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
  res?: ServerResponse;
  /** Bounds what clients have not read yet. */
  room?: AnswerRoom;
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
  /** The JSON of the data, where it is written already: the result says only whether it is null. */
  data: string | undefined;
  /** Points; undefined where they were not counted. */
  cost: number | undefined;
}

export type GatewayPlugin = Plugin<GatewayContext, GatewayContext>;
