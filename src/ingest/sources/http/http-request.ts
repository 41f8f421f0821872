import { Agent, request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestSecure } from 'node:https';

export interface HttpRequestOptions {
  method?: 'GET' | 'POST';
  headers: Headers;
  /** Text to send. */
  body?: string;
  /** Ends the request and its body, with its reason. */
  signal: AbortSignal;
}

export interface HttpResponse {
  status: number;
  statusText: string;
  headers: Headers;
  /** The bytes as they come; they wait for whoever takes them. Throws where the connection breaks before the end. */
  body: AsyncIterable<Buffer>;
  /** Leaves the body unread. */
  cancel(): void;
}

/** How requests leave this machine. */
export interface Network {
  userAgent?: string;
  /** Addresses of proxies for the two schemes, with user and password where they want them, and hosts that need none. */
  proxies?: { HTTP_PROXY?: string | undefined; HTTPS_PROXY?: string | undefined; NO_PROXY?: string | undefined };
  /** How many connections to a host are kept for further requests; none by default. */
  keptConnections?: number;
}

/**
 * One request, on a connection of its own unless some are kept, which follows no redirect and decodes nothing.
 * @throws the error of the network, or the reason of the signal.
 */
export type HttpRequest = (address: URL, options: HttpRequestOptions) => Promise<HttpResponse>;

const USER_AGENT = 'marquee';

/** What a proxy may take to open a way to the other end. It can be ended by nothing else: no signal is heard meanwhile. */
const TUNNEL_TIMEOUT_MS = 15_000;

/**
 * Makes requests by way of the proxies, by the client and the proxies that Node has. Undici (8.13, and Node's `fetch`,
 * which is made of it) ends the process with `assert(!this.paused)` where a server closes its connection while the body
 * waits to be taken, and hears no signal while a proxy opens no tunnel: closing-origin.test.ts and proxies.test.ts fail.
 */
export function createHttpRequest({
  userAgent = USER_AGENT,
  proxies = {},
  keptConnections = 0,
}: Network = {}): HttpRequest {
  const isKept = keptConnections > 0;
  const options = { proxyEnv: proxies, ...(isKept && { keepAlive: true, maxSockets: keptConnections }) };
  const ways = {
    plain: { send: requestPlain, agent: new Agent(options) },
    secure: { send: requestSecure, agent: new SecureAgent(options) },
  };
  const connection = isKept ? 'keep-alive' : 'close';
  return async (address, { method = 'GET', headers, body, signal }) => {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const { send, agent } = address.protocol === 'https:' ? ways.secure : ways.plain;
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    try {
      const sent = send(address, {
        method,
        signal,
        agent,
        timeout: TUNNEL_TIMEOUT_MS,
        headers: { 'user-agent': userAgent, accept: '*/*', ...Object.fromEntries(headers), connection },
      });
      // Also after the answer, when nobody waits any more.
      sent.on('error', reject).on('response', resolve).end(body);
      return answerOf(await promise, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}

function answerOf(message: IncomingMessage, signal: AbortSignal): HttpResponse {
  // An error that comes before the body is read is kept for whoever reads it.
  message.on('error', () => undefined);
  const headers = new Headers();
  for (const [name, value = ''] of Object.entries(message.headers)) headers.set(name, String(value));
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    headers,
    body: bytesOf(message, signal),
    cancel: () => void message.destroy(),
  };
}

async function* bytesOf(message: IncomingMessage, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    yield* message as AsyncIterable<Buffer>;
  } catch (error) {
    signal.throwIfAborted();
    throw new Error('the connection was closed before the end', { cause: error });
  }
  if (!message.complete) throw new Error('the connection was closed before the end');
}
