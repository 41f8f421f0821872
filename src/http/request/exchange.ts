import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Wait } from '../../process/wait.ts';
import type { AnswerRoom } from './answer-room.ts';
import type { CorsHeaders } from './cors.ts';
import { REQUEST_ID_HEADER, requestIdOf } from './request-id.ts';

/** One HTTP request and its answer: what is known before anybody looks at what is asked. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** GET stands for HEAD too: Node sends no body to that. */
  readonly method: string;
  /** The target up to its query string. */
  readonly path: string;
  /** The query string as it came, without the question mark; empty where there is none. */
  readonly search: string;
  /** Of the monotonic clock. */
  readonly startedAtMs: number;
  readonly requestId: string;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whoever waits for the answer, until they leave. */
  readonly wait: Wait;
  /** Bounds what clients have not read yet. */
  readonly room: AnswerRoom;
  /** Whether the server stops, and takes no new requests. */
  readonly isDraining: boolean;
  /** Whether the client sends its body when it is told to. */
  readonly awaitsContinue: boolean;
}

/** Answers a request, or hands it on. */
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
    wait,
    room,
    isDraining,
    awaitsContinue,
  };
}

/** The headers of every answer, and the id of the request among them; what is not HTTP has no request. */
export function commonHeaders(
  request: IncomingMessage | undefined,
  cors: CorsHeaders,
): { requestId: string; headers: Record<string, string> } {
  const requestId = requestIdOf(request?.headers[REQUEST_ID_HEADER]);
  // A browser takes an answer for what it says it is, and nothing else.
  const always = { [REQUEST_ID_HEADER]: requestId, 'x-content-type-options': 'nosniff' };
  return { requestId, headers: { ...cors(request?.headers.origin), ...always } };
}
