import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';

import { STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';

import type { Logger } from '../../../process/logger.ts';
import { errorText } from '../answers/plain-answers.ts';
import type { ErrorAnswer } from '../answers/plain-answers.ts';
import { addressOfPeer } from '../address/client-address.ts';
import type { CorsHeaders } from '../cors.ts';
import { commonHeaders } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import { createRefusalLog } from './refusal-log.ts';

export type Refusal = ErrorAnswer;

export interface RefusalOptions {
  cors: CorsHeaders;
  /** Log of refusals; none by default. */
  log?: Logger | undefined;
  /** Whether client addresses are logged; false by default. */
  logAddresses?: boolean | undefined;
}

/** Answers refused requests, in the form of GraphQL errors. */
export interface Refusals {
  refuse(exchange: Exchange, refusal: Refusal): void;
  /**
   * Writes the answer to a socket that cannot be read any further, and closes it. `request` is given if only its body
   * could not be parsed: such a request is logged elsewhere.
   */
  refuseOn(socket: Duplex, refusal: Refusal, request?: IncomingMessage): void;
  /** Logs the pending refusals. */
  stop(): void;
}

/** Time to read the answer before the socket is destroyed, even if the client is still sending. */
const LINGER_MS = 1000;

export function createRefusals({ cors, log, logAddresses = false }: RefusalOptions): Refusals {
  const refused = createRefusalLog(log);

  function count(
    { status, code, message }: Refusal,
    { requestId, addressOf }: Pick<Exchange, 'requestId' | 'addressOf'>,
  ) {
    const clientAddress = logAddresses ? addressOf() : undefined;
    refused.add({ status, code, reason: message, requestId, clientAddress });
  }

  return {
    // Does not use `sendAnswer`, so that a flood of requests causes no compression.
    refuse({ response, requestId, headers, addressOf }, refusal) {
      const body = errorText(refusal);
      response.writeHead(refusal.status, { ...headers, ...headersOf(refusal, body) }).end(body);
      count(refusal, { requestId, addressOf });
    },
    refuseOn(socket, refusal, request) {
      const { status } = refusal;
      const body = errorText(refusal);
      const { requestId, headers } = commonHeaders(request, cors);
      const lines = Object.entries({ ...headers, ...headersOf(refusal, body), connection: 'close' }).map(
        ([name, value]) => `${name}: ${String(value)}\r\n`,
      );
      socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
      // Nothing that it says of proxies could be read.
      const addressOf = (): string => (socket instanceof Socket ? addressOfPeer({ headers: {}, socket }) : '');
      if (request === undefined) count(refusal, { requestId, addressOf });
    },
    stop: () => refused.stop(),
  };
}

function headersOf({ headers }: Refusal, body: string): OutgoingHttpHeaders {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  };
}
