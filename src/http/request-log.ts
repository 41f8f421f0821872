import type { Logger } from '../logger.ts';

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
export function logRequest(log: Logger, { startedAtMs, cost, aborted, clientAddress, ...line }: RequestLine): void {
  const { requestId, operationName, ...rest } = line;
  const durationMs = Math.round((performance.now() - startedAtMs) * 100) / 100;
  log.info({
    event: 'request',
    requestId,
    operationName,
    durationMs,
    ...rest,
    ...(cost === undefined ? {} : { cost: Math.ceil(cost) }),
    ...(aborted ? { aborted } : {}),
    ...(clientAddress === undefined ? {} : { clientAddress }),
  });
}
