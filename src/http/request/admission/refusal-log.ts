import type { ClientErrorCode } from '../../../errors.ts';
import type { Logger } from '../../../process/logger.ts';

export interface Refused {
  status: number;
  code: ClientErrorCode;
  reason: string;
  requestId: string;
  /** Address of the client; undefined if addresses are not logged. */
  clientAddress: string | undefined;
}

/** Aggregates refused requests for the log. */
export interface RefusalLog {
  add(refused: Refused): void;
  /** Writes the pending lines. */
  stop(): void;
}

const EVERY_MS = 1000;
/** Limit of the text in the log, because some reasons contain what the client sent. */
const REASON_CHARACTERS = 200;

/**
 * Logs at most one line per second for each status and code, with the number of requests and the first of them, so that
 * a flood of requests does not flood the log.
 */
export function createRefusalLog(log: Logger | undefined): RefusalLog {
  const counted = new Map<string, { first: Refused; requests: number }>();
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const { first, requests } of counted.values()) {
      const reason = first.reason.slice(0, REASON_CHARACTERS);
      log?.warn({ event: 'requests refused', requests, ...first, reason });
    }
    counted.clear();
  }

  return {
    add(refused) {
      const key = `${refused.status} ${refused.code}`;
      const known = counted.get(key);
      if (known === undefined) counted.set(key, { first: refused, requests: 1 });
      else known.requests += 1;
      timer ??= setTimeout(write, EVERY_MS).unref();
    },
    stop: write,
  };
}
