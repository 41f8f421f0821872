import type { GraphQLError } from 'graphql';

import { requestError } from '../../yoga/request-error.ts';

/**
 * The body of a request as text.
 * @throws GraphQLError where it is larger than `maxBytes`, compressed, cut off or not UTF-8.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') {
    throw requestError('BAD_USER_INPUT', 'Compressed bodies are not supported: send the JSON as it is.', {
      status: 415,
    });
  }
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > maxBytes) throw tooLarge(maxBytes);
  // Node gives no more bytes than were announced. Without that, they are counted as they come.
  const bytes = await (announced === null ? readCounted(request, maxBytes) : readAll(request));
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw requestError('BAD_USER_INPUT', 'The body is not valid UTF-8.');
  }
}

async function readAll(request: Request): Promise<Uint8Array | ArrayBuffer> {
  try {
    return await request.arrayBuffer();
  } catch (cause) {
    throw cutOff(cause);
  }
}

async function readCounted(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength;
      if (bytes > maxBytes) break;
      chunks.push(part.value);
    }
  } catch (cause) {
    throw cutOff(cause);
  }
  if (bytes > maxBytes) {
    // Cancelling would cut the connection before the client has read why.
    void discard(reader);
    throw tooLarge(maxBytes);
  }
  return Buffer.concat(chunks);
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client gave up, or the server's limit on the time of a request ended it.
  }
}

function tooLarge(maxBytes: number): GraphQLError {
  return requestError(
    'PAYLOAD_TOO_LARGE',
    `The body is larger than ${maxBytes} bytes: send a shorter document, and long lists in several requests.`,
  );
}

function cutOff(cause: unknown): GraphQLError {
  const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return requestError('BAD_USER_INPUT', `The body ended early${reason}.`);
}
