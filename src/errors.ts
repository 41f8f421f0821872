/** The closed list of codes a client can meet in `errors[].extensions.code`, each with the HTTP status it asks for. */
export const CLIENT_ERROR_STATUS = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  COST_LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  QUERY_TIMEOUT: 504,
  OVERLOADED: 503,
  PAYLOAD_TOO_LARGE: 413,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  // Clients with automatic persisted queries look at the answer, and then send the text.
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  DATASET_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ClientErrorCode = keyof typeof CLIENT_ERROR_STATUS;

/** An error whose message is written for the client and may be shown as it is. Anything else is masked. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientErrorCode;
  /** When it may go better. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ClientErrorCode, message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** What the client sent cannot be answered: the message says what was wrong, where, and what to send instead. */
export function badInput(message: string): ClientError {
  return new ClientError('BAD_USER_INPUT', message);
}

/** An operator's mistake in arguments or settings: one clear line, exit code 2, no stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A file of a build is not as it was written. The message says which, and what is wrong with it. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}
