import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { Refusal, Refusals } from './refuse.ts';

export interface MalformedOptions {
  /** Answers that are under way, in the order in which their requests came. */
  inFlight: ReadonlySet<ServerResponse>;
  refusals: Refusals;
  maxHeaderBytes: number;
}

/** An error of Node's parser, whose `code` says what it is. */
export type ParserError = Error & { code?: string };

/**
 * Answers what Node's parser refuses, which never becomes a request, once for each socket: behind the answers that are
 * under way there, and never inside of one.
 */
export function malformed({ inFlight, refusals, maxHeaderBytes }: MalformedOptions) {
  const seen = new WeakSet<Socket>();

  return (error: ParserError, socket: Socket): void => {
    // Whatever else comes on the socket is an error too.
    if (seen.has(socket)) return;
    seen.add(socket);
    const underWay = [...inFlight].filter(({ req }) => req.socket === socket);
    const last = underWay.at(-1);
    /** The answer to the request whose body is what cannot be read. */
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
