import type { ServerResponse } from 'node:http';

import type { ClientErrorCode } from '../../errors.ts';

export interface Refusal {
  status: number;
  code: ClientErrorCode;
  /** What was wrong and what to do. */
  message: string;
}

/** Answers a request that goes no further, in the form that GraphQL's errors have. */
export function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  };
  response.writeHead(status, headers).end(body);
}
