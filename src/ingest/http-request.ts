import { request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';

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

/**
 * One request on a connection of its own, which follows no redirect and decodes nothing. Not `fetch`: that of Node
 * ends the process where a server closes its connection while the body waits to be taken.
 * @throws the error of the network, or the reason of the signal.
 */
export async function httpRequest(
  address: URL,
  { method = 'GET', headers, body, signal }: HttpRequestOptions,
): Promise<HttpResponse> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = address.protocol === 'https:' ? requestSecure : requestPlain;
  const sent = send(address, {
    method,
    signal,
    headers: { 'user-agent': 'marquee', accept: '*/*', ...Object.fromEntries(headers), connection: 'close' },
  });
  // Also after the answer, when nobody waits any more.
  sent.on('error', reject).on('response', resolve).end(body);
  try {
    return answerOf(await promise, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
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
