import type { BuildRef } from '../../engine/lease-source.ts';
import type { Executed } from '../../engine/request-executor.ts';
import type { KeptBody } from '../answers/kept-body.ts';
import type { Exchange } from '../exchange.ts';
import type { JsonType, StreamType } from './media-type.ts';
import type { Params } from './params.ts';

/** A GraphQL request that has been read. */
export interface GraphqlRequest {
  params: Params;
  /** The text it was parsed from: the query string or the body. */
  text: string;
  /** Media type of the answer; that of a stream if the client accepts no JSON. */
  mediaType: JsonType | StreamType;
  /** Whether the client requests the cost of its operation. */
  asksForCost: boolean;
  /** Result of the query, if it was executed already. */
  executed?: Executed | undefined;
}

/** The answer to a GraphQL request, with metadata for the log and caches. */
export interface GraphqlAnswer {
  status: number;
  /** Media type and headers of errors, with lower-case names. */
  headers: Record<string, string>;
  /** An iterable of chunks if it is a stream. */
  body: string | KeptBody | AsyncIterable<Uint8Array>;
  /** Number of errors. */
  errors: number;
  /** Build that was read; null if none was. */
  build: BuildRef | null;
  /** Whether something in it is for this request alone, such as a random pick. */
  isPrivate: boolean;
  /** Cost in points; undefined if it was not computed. */
  cost: number | undefined;
}

/** Answers a GraphQL request, including its errors. A ClientError that it throws becomes the whole answer. */
export type GraphqlHandler = (exchange: Exchange, asked: GraphqlRequest) => Promise<GraphqlAnswer>;
