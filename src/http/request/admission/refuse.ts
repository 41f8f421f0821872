import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';

import type { ClientErrorCode } from '../../../errors.ts';
import type { Logger } from '../../../process/logger.ts';
import { REQUEST_ID_HEADER, requestIdOf } from '../request-id.ts';
import { NOSNIFF } from '../answers/nosniff.ts';
import { createRefusalLog } from './refusal-log.ts';

export interface Refusal {
  status: number;
  code: ClientErrorCode;
  /** What was wrong and what to do. */
  message: string;
  headers?: OutgoingHttpHeaders;
}

export interface RefusalOptions {
  /** Headers for pages of other origins, by the `origin` of the request; none by default. */
  cors?: (origin: string | undefined) => Record<string, string>;
  /** Where refusals are counted; nowhere by default. */
  log?: Logger | undefined;
  /** Whether the log has addresses of clients; false by default. */
  logAddresses?: boolean;
}

/** Answers requests that go no further, in the form that GraphQL's errors have. */
export interface Refusals {
  refuse(response: ServerResponse, refusal: Refusal): void;
  /**
   * Answers on a socket from which no more can be read, and closes it. `request` is the one whose body cannot be read: it
   * has come, and has its own line in the log.
   */
  refuseOn(socket: Duplex, refusal: Refusal, request?: IncomingMessage): void;
  /** Logs what has not been yet. */
  stop(): void;
}

/** A client that was told has so long to read it, before the socket is closed although it sends on. */
const LINGER_MS = 1000;

export function createRefusals({ cors = () => ({}), log, logAddresses = false }: RefusalOptions): Refusals {
  const refused = createRefusalLog(log);

  /** Headers in the order in which they go out. */
  function answerTo({ code, message, headers: more }: Refusal, request: IncomingMessage | undefined) {
    const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
    const requestId = requestIdOf(request?.headers[REQUEST_ID_HEADER]);
    const headers: OutgoingHttpHeaders = {
      ...cors(request?.headers.origin),
      ...NOSNIFF,
      [REQUEST_ID_HEADER]: requestId,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      ...more,
    };
    return { headers, body, requestId };
  }

  function count({ status, code, message }: Refusal, { requestId, socket }: { requestId: string; socket: Duplex }) {
    const clientAddress = logAddresses && socket instanceof Socket ? socket.remoteAddress : undefined;
    refused.add({ status, code, reason: message, requestId, clientAddress });
  }

  return {
    refuse(response, refusal) {
      const { socket } = response.req;
      const { headers, body, requestId } = answerTo(refusal, response.req);
      response.writeHead(refusal.status, headers).end(body);
      count(refusal, { requestId, socket });
    },
    refuseOn(socket, refusal, request) {
      const { headers, body, requestId } = answerTo(refusal, request);
      const { status } = refusal;
      const lines = Object.entries({ ...headers, connection: 'close' }).map(
        ([name, value]) => `${name}: ${String(value)}\r\n`,
      );
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
      if (request === undefined) count(refusal, { requestId, socket });
    },
    stop: () => refused.stop(),
  };
}
