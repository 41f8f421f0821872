import type { IncomingMessage } from 'node:http';

/** Longer bodies are left to the gateway. Node keeps that much of a request before anybody reads it. */
const LONGEST_BYTES = 16_384;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The whole body of a request, which stays unread: whoever comes next reads it as it came. undefined where it is
 * long, of unknown length, cut off or not UTF-8.
 */
export async function peekBody(request: IncomingMessage): Promise<string | undefined> {
  const length = Number(request.headers['content-length'] ?? NaN);
  if (!(length > 0 && length <= LONGEST_BYTES)) return undefined;
  if (request.readableLength < length && !(await isBuffered(request, length))) return undefined;
  const body = request.read() as Buffer | null;
  if (body === null) return undefined;
  // Back before the stream notices that it was read to its end.
  request.unshift(body);
  try {
    return decoder.decode(body);
  } catch {
    return undefined;
  }
}

/** Whether so many bytes have come; false when the client went before. */
function isBuffered(request: IncomingMessage, length: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  function look(): void {
    const ended = request.destroyed || request.readableEnded;
    if (request.readableLength < length && !ended) return;
    request.off('readable', look).off('close', look);
    resolve(request.readableLength >= length);
  }
  request.on('readable', look).on('close', look);
  return promise;
}
