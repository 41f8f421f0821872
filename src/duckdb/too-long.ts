import { ClientError } from '../errors.ts';

/** The error of a list or search that exceeded its time limit. */
export function tooLong(cause?: unknown): ClientError {
  const message =
    'The list or search took too long: narrow it down with a filter, or page with a cursor instead of an offset.';
  return new ClientError('QUERY_TIMEOUT', message, { cause });
}
