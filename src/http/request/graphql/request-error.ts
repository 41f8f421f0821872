import type { ClientErrorCode } from '../../../errors.ts';
import { CLIENT_ERROR_STATUS, ClientError } from '../../../errors.ts';
import { challengeOf } from '../access/access-errors.ts';

export interface RequestErrorOptions {
  /** HTTP status if it differs from that of the code: 405 and 415 have no code of their own. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** An error that ends a request before GraphQL executes. */
export class RequestError extends ClientError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ClientErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(code, message);
    this.status = options.status ?? CLIENT_ERROR_STATUS[code];
    this.headers = options.headers ?? {};
  }
}

/** Suggested waiting time if no better estimate is known. */
const RETRY_AFTER_SECONDS = 1;

/** Headers that an error sends: `retry-after` if it is temporary, and the challenge where a token is missing or wrong. */
export function errorHeaders(error: ClientError): Record<string, string> | undefined {
  const { code, retryAfterSeconds } = error;
  const seconds = retryAfterSeconds ?? (code === 'OVERLOADED' ? RETRY_AFTER_SECONDS : undefined);
  return seconds === undefined ? challengeOf(error) : { 'retry-after': String(seconds) };
}
