import type { ClientErrorCode } from '../../../errors.ts';
import { CLIENT_ERROR_STATUS, ClientError } from '../../../errors.ts';

export interface RequestErrorOptions {
  /** The HTTP status where it is not the one of the code: 405 and 415 have no code of their own. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** What ends a request before GraphQL runs. */
export class RequestError extends ClientError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ClientErrorCode, message: string, options: RequestErrorOptions = {}) {
    super(code, message);
    this.status = options.status ?? CLIENT_ERROR_STATUS[code];
    this.headers = options.headers ?? {};
  }
}

/** How long a client may wait for what nobody knows to take longer. */
const RETRY_AFTER_SECONDS = 1;

/** When the same request may have no such error; undefined where that does not pass. */
export function retryHeaders({ code, retryAfterSeconds }: ClientError): { 'retry-after': string } | undefined {
  const seconds = retryAfterSeconds ?? (code === 'OVERLOADED' ? RETRY_AFTER_SECONDS : undefined);
  return seconds === undefined ? undefined : { 'retry-after': String(seconds) };
}
