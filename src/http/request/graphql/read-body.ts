import type { IncomingMessage } from 'node:http';

import { RequestError } from './request-error.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads the body of a request as text.
 * @throws RequestError if it is larger than `maxBytes`, compressed, cut off or not UTF-8.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': announced = '0' } = request.headers;
  if (encoding !== 'identity') {
    const message = 'Compressed bodies are not supported: send the JSON as it is.';
    throw new RequestError('BAD_USER_INPUT', message, { status: 415 });
  }
  if (Number(announced) > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBytes(request, maxBytes);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RequestError('BAD_USER_INPUT', 'The body is not valid UTF-8.');
  }
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  function take(chunk: Buffer): void {
    bytes += chunk.byteLength;
    if (bytes <= maxBytes) {
      chunks.push(chunk);
      return;
    }
    // The rest is read and discarded: closing the connection could keep the client from reading the error.
    request.off('data', take).resume();
    reject(tooLarge(maxBytes));
  }
  function finish(): void {
    const [first] = chunks;
    resolve(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks));
  }
  function leave(): void {
    // Created only when needed: making an error takes longer than reading most bodies.
    if (!request.readableEnded) reject(cutOff());
  }
  // A request that is destroyed already emits no further `close` event.
  if (request.destroyed) leave();
  request.on('data', take).on('end', finish).on('close', leave);
  return promise;
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(
    'PAYLOAD_TOO_LARGE',
    `The body is larger than ${maxBytes} bytes: send a shorter document, and long lists in several requests.`,
  );
}

function cutOff(): RequestError {
  return new RequestError('BAD_USER_INPUT', 'The body ended early.');
}
