import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { once } from 'node:events';
import { createServer } from 'node:http';

import { UsageError } from '../errors.ts';
import type { Logger } from '../process/logger.ts';
import { countArrival } from '../process/turns.ts';
import { Wait } from '../process/wait.ts';
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
/** Longer than the usual 60 s of a load balancer, which then never writes to a connection that we just closed. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/**
 * Connections that wait to be taken in, of which one is in each round of the event loop. Where they are more than Node's 511
 * the system drops the first packet of the others, and their clients send it again after a second. The system has its own
 * limit too (`net.core.somaxconn`).
 */
const BACKLOG = 4096;

export interface ServerOptions {
  gateway: RequestHandler;
  /** What is taken in; without it everything. */
  admission?: AdmissionOptions;
  /** What pages of other origins may read; nothing by default. */
  cors?: CorsHeaders;
  /** Where requests are counted that are not taken in; nowhere by default. */
  log?: Logger;
  /** Whether the log has addresses of clients; false by default. */
  logAddresses?: boolean;
  /** Sockets that are open at a time; as many as come by default. */
  mostSockets?: number;
  /** Bytes of answers that are not read yet, in all; as many as there are by default. */
  mostUnreadBytes?: number;
  /** How long a client may take no byte of its answer. */
  idleMs?: number;
  host: string;
  /** 0 takes a free one. */
  port: number;
}

export interface RunningServer {
  url: string;
  port: number;
  /** From now on `/readyz` is 503 and every answer ends its connection; requests are still taken. */
  drain(): void;
  /**
   * Drains, takes no new connection, and waits for the requests in flight; those that last longer are cut off. Every
   * call gives the same promise.
   */
  close(deadlineMs: number): Promise<{ cutOff: number }>;
}

/**
 * Listens.
 * @throws UsageError where the address is taken, not allowed or not of this machine.
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
        if (!response.writableFinished) wait.end(new DOMException('The client has left.', 'AbortError'));
      });
      if (draining) response.setHeader('connection', 'close');
      toOriginForm(request);
      const exchange = openExchange({ request, response, cors, wait, room, isDraining: draining, awaitsContinue });
      if (isSaneTarget(request)) void handler(exchange);
      else refusals.refuse(exchange, WRONG_TARGET);
    };
  }

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      // Node's own answer would be an empty one.
      requireHostHeader: false,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    },
    receive({ handler: answer }),
  );
  // Who asks before it sends a body is told to go on when it has been taken in.
  server.on('checkContinue', receive({ handler: answer, awaitsContinue: true }));
  server.on('checkExpectation', receive({ handler: (exchange) => refusals.refuse(exchange, WRONG_EXPECTATION) }));
  server.on('connect', (_request, socket) => {
    // Node has let go of the socket.
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
