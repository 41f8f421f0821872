import { ClientError } from '../errors.ts';

/** What a client hears whose list or search was ended. */
export function tooLong(cause?: unknown): ClientError {
  const message = 'The list or search took too long: narrow it down by a filter, or page with a cursor, not an offset.';
  return new ClientError('QUERY_TIMEOUT', message, { cause });
}
