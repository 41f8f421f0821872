import type { DuckDBConnection } from '@duckdb/node-api';

/** Time between interrupts. One reaches only a query that has begun, so that it is repeated. */
export const INTERRUPT_EVERY_MS = 20;

/** Interrupts a connection when a signal aborts, repeatedly until the function that is returned ends it. */
export function interruptOn(signal: AbortSignal | undefined, connection: DuckDBConnection): () => void {
  let repeated: NodeJS.Timeout | undefined;
  const begin = (): void => {
    connection.interrupt();
    repeated = setInterval(() => connection.interrupt(), INTERRUPT_EVERY_MS);
  };
  if (signal?.aborted === true) begin();
  signal?.addEventListener('abort', begin, { once: true });
  return () => {
    signal?.removeEventListener('abort', begin);
    clearInterval(repeated);
  };
}
