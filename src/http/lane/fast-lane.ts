import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Logger } from '../../process/logger.ts';
import type { Answer, Answers, Question } from './answers.ts';
import { COST_HEADER, varyOfKept } from '../request/graphql/cache-headers.ts';
import type { CacheHeadersOf } from '../request/graphql/cache-headers.ts';
import { peekBody } from './peek-body.ts';
import { requestIdOf, REQUEST_ID_HEADER } from '../request/request-id.ts';
import { logRequest } from '../request/graphql/request-log.ts';
import { isGraphqlPath, requestPath } from '../request/request-path.ts';
import type { Executed } from '../engine/request-executor.ts';
import type { Wait } from '../../process/wait.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import type { RequestHandler } from '../server.ts';

export interface FastLaneOptions {
  answers: Answers;
  /** The gateway, which answers whatever is not answered here: it gets the request as it came. */
  next: RequestHandler;
  /** Headers for pages of other origins, by the `origin` of the request. */
  cors: (origin: string | undefined) => Record<string, string>;
  caching: CacheHeadersOf;
  log: Logger;
  /** Whether the log has the address of each client; false by default. */
  logAddresses?: boolean;
}

const RESPONSE_JSON = 'application/graphql-response+json';
const PLAIN_JSON = 'application/json';
/** As clients write it, with the charset that JSON has in any case. */
const JSON_BODY = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;
/** What clients say that take JSON: nothing, anything, or as axios does. */
const TAKES_JSON = new Set([undefined, '*/*', PLAIN_JSON, 'application/json, text/plain, */*']);

const TAKEN = Symbol('taken');
/** What the gateway need not do again. */
interface Left {
  executed?: Executed;
}

/**
 * Answers plain GraphQL requests whose document is known, without the gateway's many steps, and from memory what was
 * asked before of the same build. It writes no errors: whatever is unusual or goes wrong, it leaves to the gateway.
 */
export function createFastLane({
  answers,
  next,
  cors,
  caching,
  log,
  logAddresses = false,
}: FastLaneOptions): RequestHandler {
  /** Answers, or tells what is left to the gateway. */
  async function take(request: IncomingMessage, response: ServerResponse, wait: Wait): Promise<typeof TAKEN | Left> {
    const startedAtMs = performance.now();
    const mediaType = mediaTypeFor(request.headers.accept);
    if (mediaType === undefined || !isGraphqlPath(requestPath({ url: `http://_${request.url}` }))) return {};
    const asked = request.method === 'GET' ? queryOf(request) : await peekBody(request);
    if (asked === undefined || request.destroyed) return {};
    const kept = answers.kept(asked);
    const question = readQuestion(asked, request.method === 'GET');
    if (question === undefined) return {};
    const ending = kept === undefined ? await answers.to(question, asked, wait) : { answer: kept };
    if (ending === undefined) return {};
    const { answer } = ending;
    // Nobody is left to write for where the client has gone.
    if (answer === undefined && !response.destroyed) return { executed: ending.executed };
    const requestId = requestIdOf(request.headers[REQUEST_ID_HEADER]);
    if (answer !== undefined) send({ request, response, answer, asked, mediaType, requestId });
    logRequest(log, {
      requestId,
      operationName: question.operationName ?? null,
      startedAtMs,
      status: response.statusCode,
      errors: 0,
      buildId: answer?.build.id ?? null,
      cost: answer?.cost ?? ending.executed?.cost,
      aborted: response.destroyed,
      clientAddress: logAddresses ? request.socket.remoteAddress : undefined,
    });
    return TAKEN;
  }

  function send(parts: {
    request: IncomingMessage;
    response: ServerResponse;
    answer: Answer;
    asked: string;
    mediaType: string;
    requestId: string;
  }): void {
    const { request, response, answer, asked, mediaType, requestId } = parts;
    const headers: Record<string, string> = {
      ...cors(request.headers.origin),
      [REQUEST_ID_HEADER]: requestId,
      'content-type': `${mediaType}; charset=utf-8`,
    };
    if (request.method === 'GET') {
      const kept = caching({ build: answer.build, asked, mediaType });
      Object.assign(headers, kept, { vary: varyOfKept(headers['vary']) });
    }
    sendAnswer(response, { status: 200, headers, body: answer.body });
  }

  return async (request, response, context) => {
    const { wait, draining } = context;
    const left = !draining && isCandidate(request) ? await take(request, response, wait) : {};
    if (left !== TAKEN) await next(request, response, { ...context, ...left });
  };
}

function isCandidate({ method, headers }: IncomingMessage): boolean {
  if (COST_HEADER in headers) return false;
  if (method === 'GET') return headers.accept?.includes('text/html') !== true;
  return (
    method === 'POST' && JSON_BODY.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined
  );
}

/** Of the types that clients ask for in one way or another; others are the gateway's to weigh. */
function mediaTypeFor(accept: string | undefined): string | undefined {
  if (TAKES_JSON.has(accept)) return PLAIN_JSON;
  return accept?.startsWith(RESPONSE_JSON) === true ? RESPONSE_JSON : undefined;
}

function queryOf({ url = '' }: IncomingMessage): string | undefined {
  const at = url.indexOf('?');
  return at < 0 ? undefined : url.slice(at + 1);
}

/** Only what is surely right: undefined for whatever the gateway must look at. */
function readQuestion(asked: string, isGet: boolean): Question | undefined {
  try {
    const params = (isGet ? fromSearch(asked) : JSON.parse(asked)) as Record<string, unknown>;
    const { query, operationName, variables, extensions, ...rest } = params;
    if (typeof query !== 'string' || Object.keys(rest).length > 0) return undefined;
    if (operationName != null && typeof operationName !== 'string') return undefined;
    // What clients say of themselves in `extensions`, or of the hash of the text, is nothing to the answer.
    if (!isObjectOrNull(variables) || !isObjectOrNull(extensions)) return undefined;
    return {
      query,
      operationName: operationName || undefined,
      variables: (variables ?? undefined) as Record<string, unknown> | undefined,
    };
  } catch {
    return undefined;
  }
}

function isObjectOrNull(value: unknown): boolean {
  return value == null || (typeof value === 'object' && !Array.isArray(value));
}

function fromSearch(search: string): Record<string, unknown> {
  const params = new URLSearchParams(search);
  const names = [...params.keys()];
  if (new Set(names).size < names.length) throw new Error('a parameter stands twice');
  const { variables, extensions, ...rest } = Object.fromEntries(params);
  return {
    ...rest,
    ...(variables && { variables: JSON.parse(variables) as unknown }),
    ...(extensions && { extensions: JSON.parse(extensions) as unknown }),
  };
}
