import type { Logger } from '../../../process/logger.ts';

export interface RequestLine {
  requestId: string;
  operationName: string | null;
  /** Of the monotonic clock. */
  startedAtMs: number;
  status: number;
  errors: number;
  buildId: string | null;
  /** Points of the query; undefined where they were not counted. */
  cost: number | undefined;
  aborted: boolean;
  /** undefined where addresses are not to be logged. */
  clientAddress: string | undefined;
}

/** One line for each GraphQL request: never the text of the query or its variables, the client's address if wanted. */
export function logRequest(log: Logger, line: RequestLine): void {
  const { startedAtMs, cost, aborted } = line;
  log.info({
    event: 'request',
    requestId: line.requestId,
    operationName: line.operationName,
    durationMs: Math.round((performance.now() - startedAtMs) * 100) / 100,
    status: line.status,
    errors: line.errors,
    buildId: line.buildId,
    // What is undefined is left out.
    cost: cost === undefined ? undefined : Math.ceil(cost),
    aborted: aborted || undefined,
    clientAddress: line.clientAddress,
  });
}
