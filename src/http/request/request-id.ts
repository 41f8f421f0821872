import { randomUUID } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';
const SANE_REQUEST_ID = /^[\w.-]{1,64}$/;

/** The client's request id if it is well-formed, otherwise a new one. */
export function requestIdOf(given: string | string[] | null | undefined): string {
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}
