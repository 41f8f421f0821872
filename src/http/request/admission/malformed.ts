import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { Refusal, Refusals } from './refuse.ts';

export interface MalformedOptions {
  /** Responses in flight, in the order of their requests. */
  inFlight: ReadonlySet<ServerResponse>;
  refusals: Refusals;
  maxHeaderBytes: number;
}

/** An error of Node's HTTP parser, identified by its `code`. */
export type ParserError = Error & { code?: string };

/**
 * Answers what Node's parser rejects, which never becomes a request: once for each socket, and after the answers in
 * flight on that socket, never inside one.
 */
export function malformed({ inFlight, refusals, maxHeaderBytes }: MalformedOptions) {
  const seen = new WeakSet<Socket>();

  return (error: ParserError, socket: Socket): void => {
    // The parser rejects everything that follows on the socket, too.
    if (seen.has(socket)) return;
    seen.add(socket);
    const underWay = [...inFlight].filter(({ req }) => req.socket === socket);
    const last = underWay.at(-1);
    /** Response to the request whose body could not be parsed. */
    const broken = last?.req.complete === false ? last : undefined;
    const before = broken === undefined ? last : underWay.at(-2);

    function answer(): void {
      if (!socket.writable) socket.destroy();
      else if (broken?.headersSent === true) socket.destroySoon();
      else refusals.refuseOn(socket, refusalOf(error, maxHeaderBytes), broken?.req);
    }

    if (before === undefined) answer();
    else before.once('close', answer);
  };
}

function refusalOf({ code }: ParserError, maxHeaderBytes: number): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const message = `The URL and the headers are larger than ${maxHeaderBytes} bytes: send the query by POST.`;
    return { status: 431, code: 'PAYLOAD_TOO_LARGE', message };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { status: 408, code: 'BAD_USER_INPUT', message: 'The request took too long to arrive: send it again.' };
  }
  return { status: 400, code: 'BAD_USER_INPUT', message: 'This is not valid HTTP.' };
}
