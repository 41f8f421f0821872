/** The closed list of codes in `errors[].extensions.code`, each with its HTTP status. */
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
  // 200, because clients with automatic persisted queries read the answer and then send the text.
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  DATASET_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ClientErrorCode = keyof typeof CLIENT_ERROR_STATUS;

/** An error whose message is written for the client and is shown unchanged. All other errors are masked. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientErrorCode;
  /** Seconds after which a retry may succeed. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ClientErrorCode, message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** An error for invalid input: the message says what is wrong, where, and what to send instead. */
export function badInput(message: string): ClientError {
  return new ClientError('BAD_USER_INPUT', message);
}

/** A mistake of the operator in arguments or settings, reported in one line without a stack; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A damaged file of a build. The message names the file and what is wrong with it. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}
