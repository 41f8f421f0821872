import type { BuildRef } from '../../engine/lease-source.ts';
import type { Executed } from '../../engine/request-executor.ts';
import type { KeptBody } from '../answers/kept-body.ts';
import type { Exchange } from '../exchange.ts';
import type { JsonType, StreamType } from './media-type.ts';
import type { Params } from './params.ts';

/** A GraphQL request that has been read. */
export interface Asked {
  params: Params;
  /** What it was read from: the query string or the body. */
  text: string;
  /** What a whole answer is sent as; a stream where the client takes no JSON. */
  mediaType: JsonType | StreamType;
  /** Whether the client wants to know what its operation costs. */
  asksForCost: boolean;
  /** How the query ended, where it has been executed already. */
  executed?: Executed | undefined;
}

/** The answer to a GraphQL request, with what is known of it. */
export interface GraphqlAnswer {
  status: number;
  /** The media type, and what errors ask for. Names are in small letters. */
  headers: Record<string, string>;
  /** Pieces where it is a stream. */
  body: string | KeptBody | AsyncIterable<Uint8Array>;
  /** How many errors are in it. */
  errors: number;
  /** The build that was read; null where none was. */
  build: BuildRef | null;
  /** Whether something in it was picked by chance: it is for this request only. */
  isByChance: boolean;
  /** Points; undefined where they were not counted. */
  cost: number | undefined;
}

/**
 * Answers what a GraphQL request asks, errors included. What it throws as a ClientError is answered with that alone.
 */
export type GraphqlHandler = (exchange: Exchange, asked: Asked) => Promise<GraphqlAnswer>;
