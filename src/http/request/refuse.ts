import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import type { ClientErrorCode } from '../../errors.ts';
import { shortened } from '../shortened.ts';
import { NOSNIFF } from './nosniff.ts';

export interface Refusal {
  status: number;
  code: ClientErrorCode;
  /** What was wrong and what to do. */
  message: string;
  headers?: OutgoingHttpHeaders;
}

/** Answers a request that goes no further, in the form that GraphQL's errors have. */
export function refuse(response: ServerResponse, { status, code, message, headers: more }: Refusal): void {
  const body = JSON.stringify({ errors: [{ message: shortened(message), extensions: { code } }] });
  const headers = {
    ...NOSNIFF,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...more,
  };
  response.writeHead(status, headers).end(body);
}
