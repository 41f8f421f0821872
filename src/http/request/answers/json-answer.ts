import type { FetchAPI } from 'graphql-yoga';

import type { ClientErrorCode } from '../../../errors.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export interface ErrorAnswer {
  status: number;
  code: ClientErrorCode;
  /** What was wrong and what to do. */
  message: string;
}

export function jsonResponse(fetchAPI: FetchAPI, body: unknown, status = 200): Response {
  // Such answers say how things are now.
  const headers = { 'content-type': JSON_TYPE, 'cache-control': 'no-store' };
  return new fetchAPI.Response(JSON.stringify(body), { status, headers });
}

/** An error outside GraphQL in the form that GraphQL's errors have. */
export function errorResponse(fetchAPI: FetchAPI, { status, code, message }: ErrorAnswer): Response {
  return jsonResponse(fetchAPI, { errors: [{ message, extensions: { code } }] }, status);
}
