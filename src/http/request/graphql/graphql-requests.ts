import { pipeline } from 'node:stream/promises';

import { CLIENT_ERROR_STATUS, ClientError } from '../../../errors.ts';
import type { Logger } from '../../../process/logger.ts';
import { plainLogger } from '../../../process/logger.ts';
import { tokenNeeded } from '../access/access-errors.ts';
import { tooManyUnread } from '../answer-room.ts';
import { errorText } from '../answers/plain-answers.ts';
import { sendAnswer } from '../answers/send-answer.ts';
import type { Exchange, RequestHandler } from '../exchange.ts';
import type { CacheHeadersOf } from './cache-headers.ts';
import type { GraphqlRequest, GraphqlAnswer, GraphqlHandler } from './graphql-handler.ts';
import { isJson, mediaTypeFor, notAcceptable } from './media-type.ts';
import { readParams } from './params.ts';
import { RequestError, errorHeaders } from './request-error.ts';
import { logRequest } from './request-log.ts';

export interface GraphqlRequestOptions {
  /** Cache headers for answers to GET requests. */
  caching: CacheHeadersOf;
  log: Logger;
  /** Whether client addresses are logged; false by default. */
  logAddresses?: boolean;
  /** Whether reading needs a token; false by default. */
  needsToken?: boolean;
  /** Largest body of a request, in bytes; 102,400 by default. */
  maxBodyBytes?: number;
}

/** Header by which a client requests the cost of its operation. */
const COST_HEADER = 'x-query-cost';
/** Request headers on which a cacheable answer depends. */
const VARY_OF_KEPT = ['Accept', 'Accept-Encoding', 'Authorization', 'X-Query-Cost'];

/** Handles GraphQL requests, for the fast lane and Yoga: reads, answers, sends and logs them. */
export function graphqlRequests(
  answer: GraphqlHandler,
  { caching, log, logAddresses = false, needsToken = false, maxBodyBytes = 102_400 }: GraphqlRequestOptions,
): RequestHandler {
  const lines = plainLogger(log);

  async function read(exchange: Exchange): Promise<GraphqlRequest> {
    if (needsToken && exchange.client.role === 'ANONYMOUS') throw tokenNeeded('Reading');
    const { accept, [COST_HEADER]: cost } = exchange.request.headers;
    const mediaType = mediaTypeFor(accept);
    if (mediaType === undefined) throw notAcceptable();
    const { params, text } = await readParams(exchange, { maxBodyBytes });
    return { params, text, mediaType, asksForCost: cost === 'true' };
  }

  function send(
    exchange: Exchange,
    { asked, answered }: { asked: GraphqlRequest | undefined; answered: GraphqlAnswer },
  ): void {
    const { status, headers, body, build } = answered;
    const { client } = exchange;
    if (exchange.method !== 'GET' && !answered.isPrivate && client.role !== 'ADMIN') {
      sendBody(exchange, { status, headers, body });
    } else if (asked !== undefined && build !== null && isForCaches(exchange, { asked, answered })) {
      const isShared = client.role === 'ANONYMOUS';
      const kept = caching({ build, asked: asked.text, mediaType: asked.mediaType, isShared });
      sendBody(exchange, { status, headers: { ...headers, ...kept }, body, vary: VARY_OF_KEPT });
    } else {
      // Without this header some caches store the answer by heuristics.
      sendBody(exchange, { status, headers: { 'cache-control': 'no-store', ...headers }, body });
    }
  }

  return async (exchange) => {
    let asked: GraphqlRequest | undefined;
    let answered: GraphqlAnswer;
    try {
      asked = await read(exchange);
      answered = withRoom(exchange, await answer(exchange, asked));
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      answered = refused(error, exchange);
    }
    send(exchange, { asked, answered });
    logRequest(lines, exchange, { asked, answered, logAddresses });
  };
}

/** Whether caches may keep the answer: complete, without errors, for all clients who see the same schema, no cost. */
function isForCaches(
  { method, client }: Exchange,
  { asked, answered }: { asked: GraphqlRequest; answered: GraphqlAnswer },
): boolean {
  const { status, errors, isPrivate } = answered;
  const isForAll = method === 'GET' && !isPrivate && client.role !== 'ADMIN';
  return isForAll && status === 200 && errors === 0 && !asked.asksForCost && isJson(asked.mediaType);
}

function sendBody(
  exchange: Exchange,
  { status, headers, body, vary }: Pick<GraphqlAnswer, 'status' | 'headers' | 'body'> & { vary?: readonly string[] },
): void {
  if (typeof body === 'string' || !(Symbol.asyncIterator in body)) {
    sendAnswer(exchange, { status, headers, vary, body });
    return;
  }
  const { response } = exchange;
  response.writeHead(status, { ...exchange.headers, ...headers });
  // The client may leave before the stream ends.
  pipeline(body, response).catch(() => undefined);
}

/** Replaces an answer that does not fit into the memory for unread answers by an error. */
function withRoom(exchange: Exchange, answered: GraphqlAnswer): GraphqlAnswer {
  const { body, build, cost } = answered;
  const text = typeof body === 'string' ? body : 'text' in body ? body.text : '';
  if (exchange.room.take(exchange.response, text)) return answered;
  return { ...refused(tooManyUnread(), exchange), build, cost };
}

function refused(error: ClientError, { request }: Exchange): GraphqlAnswer {
  const { status, headers } =
    error instanceof RequestError ? error : { status: CLIENT_ERROR_STATUS[error.code], headers: errorHeaders(error) };
  const type = mediaTypeFor(request.headers.accept);
  const mediaType = type !== undefined && isJson(type) ? type : 'application/json';
  return {
    status,
    headers: { 'content-type': `${mediaType}; charset=utf-8`, ...headers },
    body: errorText(error),
    errors: 1,
    build: null,
    isPrivate: false,
    cost: undefined,
  };
}
