import { GraphQLError } from 'graphql';

import type { ClientErrorCode } from '../../errors.ts';
import { CLIENT_ERROR_STATUS } from '../../errors.ts';

export interface RequestErrorOptions {
  /** The HTTP status where it is not the one of the code: 405 and 415 have no code of their own. */
  status?: number;
  headers?: Record<string, string>;
}

/** What ends a request before GraphQL runs. The status holds for both media types, since no operation was understood. */
export function requestError(code: ClientErrorCode, message: string, options: RequestErrorOptions = {}): GraphQLError {
  const { status = CLIENT_ERROR_STATUS[code], headers } = options;
  return new GraphQLError(message, { extensions: { code, http: { status, ...(headers && { headers }) } } });
}
