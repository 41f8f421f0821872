import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { STATUS_CODES } from 'node:http';

import type { Exchange } from '../exchange.ts';
import { acceptedForms } from './accepted-forms.ts';
import type { Form } from './accepted-forms.ts';
import { encode } from './encode.ts';
import { knownTag, tagOf } from './entity-tags.ts';
import { KeptBody } from './kept-body.ts';
import { varyBy } from './vary.ts';

/** An answer whose body is complete, as opposed to a stream. */
export interface BufferedAnswer {
  status: number;
  /**
   * Headers in addition to those of every answer, with lower-case names. `etag` is that of the plain body, unless
   * `content-encoding` says that the body is encoded.
   */
  headers: OutgoingHttpHeaders;
  /** Request headers on which the answer depends. */
  vary?: readonly string[] | undefined;
  body: string | Uint8Array | KeptBody;
}

/** Size from which a body is compressed; a shorter one fits into one packet in any form. */
const WORTH_ENCODING_BYTES = 1024;
/** Media types that compression makes smaller. */
const COMPRESSIBLE = /^(?:text\/(?!event-stream)|application\/(?:[\w.-]+\+)?json\b|image\/svg)/;

/**
 * Sends an answer in the form that the client prefers, with the length and ETag of that form, or 304 if the client has
 * it. A large body is compressed in the thread pool.
 */
export function sendAnswer(exchange: Exchange, answer: BufferedAnswer): void {
  const { request, response, method } = exchange;
  const { status, body, vary } = answer;
  // Set early, because the request log may read it before the head is written.
  response.statusCode = status;
  const headers: OutgoingHttpHeaders = { ...exchange.headers, ...answer.headers };
  if (vary !== undefined) headers['vary'] = varyBy(vary, exchange.headers['vary']);
  const isEncoded = headers['content-encoding'] !== undefined;
  const accepted = isEncoded ? [] : acceptedForms(request.headers['accept-encoding']);
  const form = formOf(answer, accepted);
  const etag = typeof headers['etag'] === 'string' ? headers['etag'] : undefined;
  if (etag !== undefined && status === 200 && method === 'GET') {
    const known = knownTag(request.headers['if-none-match'], { etag, form, accepted });
    if (known !== undefined) {
      sendNotModified(response, { ...headers, etag: known });
      return;
    }
  }
  if (form === 'identity') {
    finish(response, { status, headers, body: plain(body) });
    return;
  }
  const inForm: OutgoingHttpHeaders = {
    ...headers,
    ...(etag !== undefined && { etag: tagOf(etag, form) }),
    'content-encoding': form,
    vary: varyBy(['Accept-Encoding'], headers['vary']),
  };
  const encoded = body instanceof KeptBody ? body.in(form) : encode(body, form);
  if (!(encoded instanceof Promise)) {
    finish(response, { status, headers: inForm, body: encoded });
    return;
  }
  void encoded.then(
    (bytes) => finish(response, { status, headers: inForm, body: bytes }),
    () => finish(response, { status, headers, body: plain(body) }),
  );
}

/** The form to send. Short answers are encoded only if the client refuses the plain form. */
function formOf({ headers, body }: BufferedAnswer, accepted: readonly Form[]): Form {
  const [best = 'identity'] = accepted;
  if (best === 'identity' || !accepted.includes('identity')) return best;
  const isText = COMPRESSIBLE.test(String(headers['content-type']));
  return isText && lengthOf(plain(body)) >= WORTH_ENCODING_BYTES ? best : 'identity';
}

function plain(body: BufferedAnswer['body']): string | Uint8Array {
  return body instanceof KeptBody ? body.text : body;
}

function lengthOf(body: string | Uint8Array): number {
  return typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
}

function sendNotModified(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  const { 'content-type': _type, 'content-length': _length, 'content-encoding': _encoding, ...kept } = headers;
  response.writeHead(304, kept).end();
}

function finish(
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: OutgoingHttpHeaders; body: string | Uint8Array },
): void {
  // The client may have left, or the response may have been answered, while the body was compressed.
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, STATUS_CODES[status], { ...headers, 'content-length': lengthOf(body) }).end(body);
}
