import type { OutgoingHttpHeaders } from 'node:http';

import type { ClientErrorCode } from '../../../errors.ts';
import type { Exchange } from '../exchange.ts';
import { sendAnswer } from './send-answer.ts';
import { shortened } from './shortened.ts';

/** An error answer outside GraphQL. */
export interface ErrorAnswer {
  status: number;
  code: ClientErrorCode;
  /** What was wrong and what to do. */
  message: string;
  headers?: OutgoingHttpHeaders;
}

/** JSON of an error, in the form of a GraphQL response. */
export function errorText({ code, message }: Pick<ErrorAnswer, 'code' | 'message'>): string {
  return JSON.stringify({ errors: [{ message: shortened(message), extensions: { code } }] });
}

export function sendError(exchange: Exchange, { status, code, message, headers }: ErrorAnswer): void {
  sendJson(exchange, { status, text: errorText({ code, message }), headers });
}

/** Sends JSON that must not be cached. */
export function sendJson(
  exchange: Exchange,
  { status, text, headers }: { status: number; text: string; headers?: OutgoingHttpHeaders | undefined },
): void {
  const own = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers };
  sendAnswer(exchange, { status, headers: own, body: text });
}

/** Redirects a browser to another page. */
export function sendRedirect(exchange: Exchange, location: string): void {
  sendAnswer(exchange, { status: 302, headers: { location }, body: '' });
}
