import { ClientError } from '../../errors.ts';

/**
 * Work that somebody waits for: its signal aborts when the client leaves, as `gone` says, and with a ClientError
 * `QUERY_TIMEOUT` when it takes too long.
 */
export async function withinTime<T>(
  { ms, gone }: { ms: number; gone: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const leave = (): void => controller.abort(gone?.reason);
  if (gone?.aborted === true) leave();
  gone?.addEventListener('abort', leave, { once: true });
  const timer = setTimeout(() => controller.abort(tooLong(ms)), ms);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener('abort', leave);
  }
}

function tooLong(ms: number): ClientError {
  return new ClientError(
    'QUERY_TIMEOUT',
    `The answer took longer than ${ms / 1000} s: ask for smaller pages, or in several requests.`,
  );
}
