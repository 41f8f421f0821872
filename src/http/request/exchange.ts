import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Wait } from '../../process/wait.ts';
import type { Client } from './access/client.ts';
import { anonymousClient } from './access/client.ts';
import type { AnswerRoom } from './answer-room.ts';
import type { CorsHeaders } from './cors.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';

/** One HTTP request and its response, with all that is known before routing. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** HTTP method. HEAD is given as GET: Node omits the body of its response. */
  readonly method: string;
  /** Path of the target, without the query string. */
  readonly path: string;
  /** Query string as received, without the question mark; empty if there is none. */
  readonly search: string;
  /** Time of the start, by the monotonic clock. */
  readonly startedAtMs: number;
  readonly requestId: string;
  /** Headers of every answer: request id, CORS, `nosniff`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who asks: an anonymous client until its token is read, before the request is routed. */
  client: Client;
  /** Ends when the client leaves. */
  readonly wait: Wait;
  /** Bounds the memory of answers that are not read yet. */
  readonly room: AnswerRoom;
  /** Whether the server is shutting down. */
  readonly isDraining: boolean;
  /** Whether the client waits for `100 Continue` before it sends the body. */
  readonly awaitsContinue: boolean;
}

/** Answers a request, or passes it on to another handler. */
export type RequestHandler = (exchange: Exchange) => unknown;

export interface ExchangeOptions {
  request: IncomingMessage;
  response: ServerResponse;
  cors: CorsHeaders;
  wait: Wait;
  room: AnswerRoom;
  isDraining?: boolean;
  awaitsContinue?: boolean;
}

export function openExchange(options: ExchangeOptions): Exchange {
  const { request, response, cors, wait, room, isDraining = false, awaitsContinue = false } = options;
  const { url = '', method = '' } = request;
  const end = url.search(/[?#]/);
  const searchAt = url.indexOf('?');
  const { requestId, headers } = commonHeaders(request, cors);
  return {
    request,
    response,
    method: method === 'HEAD' ? 'GET' : method,
    path: end < 0 ? url : url.slice(0, end),
    search: searchAt < 0 ? '' : url.slice(searchAt + 1),
    startedAtMs: performance.now(),
    requestId,
    headers,
    client: anonymousClient(request),
    wait,
    room,
    isDraining,
    awaitsContinue,
  };
}

/** Headers of every answer, with the request id among them. Malformed HTTP has no request. */
export function commonHeaders(
  request: IncomingMessage | undefined,
  cors: CorsHeaders,
): { requestId: string; headers: Record<string, string> } {
  const requestId = requestIdOf(request?.headers[REQUEST_ID_HEADER]);
  // `nosniff` keeps browsers from guessing another media type.
  const always = { [REQUEST_ID_HEADER]: requestId, 'x-content-type-options': 'nosniff' };
  return { requestId, headers: { ...cors(request?.headers.origin), ...always } };
}
