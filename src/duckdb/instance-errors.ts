import { ClientError } from '../errors.ts';

/** Whether DuckDB lost the instance: after an internal or fatal error it refuses every query on every connection. */
export function isInstanceLost(error: unknown): boolean {
  return error instanceof Error && /^(INTERNAL|FATAL) Error|database has been invalidated/.test(error.message);
}

/** Whether a query failed for what another one has done to the instance. */
export function isRefusedByLost(error: unknown): boolean {
  return error instanceof Error && error.message.includes('database has been invalidated');
}

/** Whether a query needed more than DUCKDB_MEMORY_LIMIT, together with those beside it. */
export function isMemoryShort(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Out of Memory Error');
}

/** The same error in words for clients, where it passes; any other error as it is. */
export function inWordsForClients(error: unknown): unknown {
  if (isMemoryShort(error)) {
    const message =
      'This needs more memory than the server has for it now: try again in a moment, or ask for less, by a filter.';
    return new ClientError('OVERLOADED', message, { cause: error });
  }
  if (isRefusedByLost(error)) {
    const message = 'The database has failed and is being opened again: try again in a moment.';
    return new ClientError('DATASET_UNAVAILABLE', message, { cause: error, retryAfterSeconds: 1 });
  }
  return error;
}
