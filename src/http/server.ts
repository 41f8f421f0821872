import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { once } from 'node:events';
import { createServer } from 'node:http';

import { UsageError } from '../errors.ts';
import type { Logger } from '../process/logger.ts';
import { countArrival } from '../process/turns.ts';
import { Wait } from '../process/wait.ts';
import type { AddressOf } from './request/address/client-address.ts';
import { admit } from './request/admission/admit.ts';
import type { AdmissionOptions } from './request/admission/admit.ts';
import { malformed } from './request/admission/malformed.ts';
import { toOriginForm } from './request/admission/origin-form.ts';
import { createRefusals } from './request/admission/refuse.ts';
import type { Refusal } from './request/admission/refuse.ts';
import { watchSlowReaders } from './request/admission/slow-readers.ts';
import { createSockets } from './request/admission/sockets.ts';
import { createAnswerRoom } from './request/answer-room.ts';
import type { CorsHeaders } from './request/cors.ts';
import { openExchange } from './request/exchange.ts';
import type { RequestHandler } from './request/exchange.ts';

const MAX_HEADER_BYTES = 16_384;
const IDLE_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/**
 * Longer than the usual 60 s of a load balancer, so that it never sends a request on a connection that was just closed.
 */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/**
 * Length of the queue of connections that are not accepted yet; each iteration of the event loop accepts one. If the
 * queue is full (Node's default is 511), the system drops the first packet of a connection, and the client retries
 * after a second. The system's own limit, `net.core.somaxconn`, applies too.
 */
const BACKLOG = 4096;

export interface ServerOptions {
  gateway: RequestHandler;
  /** Settings of admission; everything is admitted by default. */
  admission?: AdmissionOptions;
  /** CORS headers; none by default. */
  cors?: CorsHeaders;
  /** Log of refused requests; none by default. */
  log?: Logger;
  /** Whether client addresses are logged; false by default. */
  logAddresses?: boolean;
  /** Finds the address of the client that sent a request; that of its socket by default. */
  addressOf?: AddressOf;
  /** Largest number of open sockets; unlimited by default. */
  mostSockets?: number;
  /** Largest total size of unread answers; unlimited by default. */
  mostUnreadBytes?: number;
  /** Time in milliseconds after which a client that takes no byte of its answer is disconnected. */
  idleMs?: number;
  host: string;
  /** Port; 0 for any free one. */
  port: number;
}

export interface RunningServer {
  url: string;
  port: number;
  /** From now on `/readyz` is 503 and every answer closes its connection. Requests are still accepted. */
  drain(): void;
  /**
   * Drains, accepts no new connections, and waits for the requests in flight; those that exceed the deadline are
   * aborted. Further calls return the same promise.
   */
  close(deadlineMs: number): Promise<{ cutOff: number }>;
}

/**
 * Starts to listen.
 * @throws UsageError if the address is in use, not permitted, or not one of this machine.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    gateway,
    host,
    port,
    admission = {},
    cors = () => ({}),
    log,
    logAddresses,
    addressOf,
    mostSockets = Infinity,
    idleMs = IDLE_MS,
    mostUnreadBytes,
  } = options;
  const inFlight = new Set<ServerResponse>();
  const sockets = createSockets({ most: mostSockets });
  const room = createAnswerRoom({ mostBytes: mostUnreadBytes ?? Infinity });
  const slowReaders = watchSlowReaders(inFlight, { idleMs });
  const refusals = createRefusals({ cors, log, logAddresses });
  const answer = admit(gateway, { ...admission, sockets, refusals });
  let draining = false;
  let closed: Promise<{ cutOff: number }> | undefined;

  function receive({ handler, awaitsContinue = false }: { handler: RequestHandler; awaitsContinue?: boolean }) {
    return (request: IncomingMessage, response: ServerResponse): void => {
      const { socket } = request;
      const wait = new Wait();
      sockets.begin(socket);
      inFlight.add(response);
      response.once('close', () => {
        inFlight.delete(response);
        sockets.end(socket);
        // An answer that was under way could not say so in its headers any more. `end` would wait for the client to close
        // its side too, which one that has gone to sleep, or reads no further, does not do before the deadline.
        if (draining && sockets.busyOn(socket) === 0) socket.destroySoon();
        if (!response.writableFinished) wait.end(new DOMException('The client has left.', 'AbortError'));
      });
      if (draining) response.setHeader('connection', 'close');
      toOriginForm(request);
      const state = { isDraining: draining, awaitsContinue };
      const exchange = openExchange({ request, response, cors, wait, room, addressOf, ...state });
      if (isSaneTarget(request)) void handler(exchange);
      else refusals.refuse(exchange, WRONG_TARGET);
    };
  }

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      // Checked in admission, because Node's own answer has an empty body.
      requireHostHeader: false,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    },
    receive({ handler: answer }),
  );
  // A client that sends `expect: 100-continue` is told to continue once its request is admitted.
  server.on('checkContinue', receive({ handler: answer, awaitsContinue: true }));
  server.on('checkExpectation', receive({ handler: (exchange) => refusals.refuse(exchange, WRONG_EXPECTATION) }));
  server.on('connect', (_request, socket) => {
    // Node no longer handles errors of this socket.
    socket.on('error', () => undefined).resume();
    refusals.refuseOn(socket, NO_TUNNEL);
  });
  server.on('clientError', malformed({ inFlight, refusals, maxHeaderBytes: MAX_HEADER_BYTES }));
  server.on('connection', (socket) => {
    countArrival();
    sockets.open(socket);
  });
  const address = await listen(server, { host, port });

  function drain(): void {
    draining = true;
    for (const response of inFlight) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
  }

  async function finish(deadlineMs: number): Promise<{ cutOff: number }> {
    drain();
    let cutOff = 0;
    const ended = once(server, 'close');
    server.close();
    const deadline = setTimeout(() => {
      cutOff = inFlight.size;
      server.closeAllConnections();
    }, deadlineMs);
    await ended;
    slowReaders.stop();
    refusals.stop();
    clearTimeout(deadline);
    return { cutOff };
  }

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    drain,
    close(deadlineMs) {
      closed ??= finish(deadlineMs);
      return closed;
    },
  };
}

async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  try {
    server.listen({ host, port, backlog: BACKLOG });
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const text = LISTEN_ERRORS[code];
    throw text === undefined ? cause : new UsageError(text({ host, port }), { cause });
  }
  return server.address() as AddressInfo;
}

const LISTEN_ERRORS: Readonly<Record<string, (at: { host: string; port: number }) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use: stop the other program, or choose a free port by --port or PORT.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user: choose one above 1023 by --port or PORT.`,
  EADDRNOTAVAIL: ({ host }) => `The address ${host} is not one of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `The host name ${host} is not known: set HOST to 127.0.0.1 or 0.0.0.0.`,
};

const WRONG_TARGET: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'The request needs a path that begins with "/".',
  headers: { connection: 'close' },
};
const WRONG_EXPECTATION: Refusal = {
  status: 417,
  code: 'BAD_USER_INPUT',
  message: 'The header "expect" may be "100-continue" alone: leave it out.',
};
const NO_TUNNEL: Refusal = {
  status: 405,
  code: 'BAD_USER_INPUT',
  message: 'CONNECT is not supported here: use POST or GET.',
  headers: { allow: 'GET, HEAD, POST, OPTIONS' },
};

function isSaneTarget({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/');
}
