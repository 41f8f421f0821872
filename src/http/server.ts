import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import { once } from 'node:events';
import { createServer } from 'node:http';

import { UsageError } from '../errors.ts';
import { Wait } from '../wait.ts';
import type { AdmissionOptions } from './request/admit.ts';
import { createAnswerRoom } from './request/answer-room.ts';
import type { AnswerRoom } from './request/answer-room.ts';
import type { Executed } from './request/request-executor.ts';
import { toOriginForm } from './request/origin-form.ts';
import { requestSteps } from './request/request-steps.ts';
import { watchSlowReaders } from './request/slow-readers.ts';
import { createSockets } from './request/sockets.ts';

const MAX_HEADER_BYTES = 16_384;
const IDLE_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the usual 60 s of a load balancer, which then never writes to a connection that we just closed. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

export interface ServerOptions {
  gateway: RequestHandler;
  /** What is taken in; without it everything. */
  admission?: AdmissionOptions;
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

/** Answers a request; the context is what those in front of it know already. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse, context: HandlerContext) => unknown;

export interface HandlerContext {
  /** Whoever waits for the answer, until they leave. */
  wait: Wait;
  /** Bounds what clients have not read yet. */
  room?: AnswerRoom;
  /** Whether the server stops, and takes no new requests. */
  draining?: boolean;
  /** How the query of the request ended, where it has been executed. */
  executed?: Executed;
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
  const { gateway, host, port, admission = {}, mostSockets = Infinity, idleMs = IDLE_MS, mostUnreadBytes } = options;
  const inFlight = new Set<ServerResponse>();
  const sockets = createSockets({ most: mostSockets });
  const room = createAnswerRoom({ mostBytes: mostUnreadBytes ?? Infinity });
  const slowReaders = watchSlowReaders(inFlight, { idleMs });
  const answer = requestSteps(gateway, { ...admission, sockets });
  let draining = false;
  let closed: Promise<{ cutOff: number }> | undefined;

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
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
    if (!isSaneTarget(request)) {
      answerRaw(response.socket, { status: '400 Bad Request', code: 'BAD_USER_INPUT', message: WRONG_TARGET });
    } else {
      void answer(request, response, { wait, room, draining });
    }
  }

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    },
    onRequest,
  );
  server.on('clientError', onClientError);
  server.on('connection', (socket) => sockets.open(socket));
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
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const text = LISTEN_ERRORS[code];
    throw text === undefined ? cause : new UsageError(text({ host, port }), { cause });
  }
  return server.address() as AddressInfo;
}

const LISTEN_ERRORS: Readonly<Record<string, (at: { host: string; port: number }) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use: stop the other program, or set PORT to a free one.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `The address ${host} is not one of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`,
  ENOTFOUND: ({ host }) => `The host name ${host} is not known: set HOST to 127.0.0.1 or 0.0.0.0.`,
};

const WRONG_TARGET = 'The request needs a path that begins with "/".';

/** The gateway makes a URL of it, which must not be able to fail. */
function isSaneTarget({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('/');
}

/** What Node's parser refuses never reaches the gateway. */
function onClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'HPE_HEADER_OVERFLOW') {
    const message = `The URL and the headers are larger than ${MAX_HEADER_BYTES} bytes: send the query by POST.`;
    answerRaw(socket, { status: '431 Request Header Fields Too Large', code: 'PAYLOAD_TOO_LARGE', message });
  } else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const message = 'The request took too long to arrive: send it again.';
    answerRaw(socket, { status: '408 Request Timeout', code: 'BAD_USER_INPUT', message });
  } else {
    answerRaw(socket, { status: '400 Bad Request', code: 'BAD_USER_INPUT', message: 'This is not valid HTTP.' });
  }
}

function answerRaw(socket: Socket | null, answer: { status: string; code: string; message: string }): void {
  if (socket === null || !socket.writable) {
    socket?.destroy();
    return;
  }
  const { status, code, message } = answer;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\nx-content-type-options: nosniff\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
