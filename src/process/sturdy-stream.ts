import type { DestinationStream } from 'pino';

/** A stream of lines that reports its writes by events, as pino's streams do. */
export interface LineStream extends DestinationStream {
  on(name: 'error', listener: (error: Error & { code?: string }) => void): unknown;
  on(name: 'write', listener: () => void): unknown;
}

/** A stream that never fails: lines that cannot be written are dropped and counted. */
export interface SturdyStream extends DestinationStream {
  /** The reason why lines are dropped and their number; undefined while lines are written. */
  problem(): string | undefined;
}

/** Time between two attempts. The stream buffers what it could not write, so that it gets only one line each time. */
const TRY_AGAIN_MS = 10_000;

/** Wraps a stream so that writing never throws: a full disk must fail neither a request nor an ingest. */
export function sturdyStream(stream: LineStream, name: string): SturdyStream {
  let failed: { reason: string; triedAtMs: number; lines: number } | undefined;

  stream.on('error', (error) => {
    // The reader has gone. pino itself drops all further lines.
    if (error.code === 'EPIPE') return;
    failed = { reason: error.message, triedAtMs: performance.now(), lines: failed?.lines ?? 0 };
  });
  stream.on('write', () => {
    failed = undefined;
  });
  return {
    write(line) {
      if (failed === undefined || performance.now() - failed.triedAtMs >= TRY_AGAIN_MS) stream.write(line);
      if (failed !== undefined) failed.lines += 1;
    },
    problem: () => failed && leftOut(name, failed),
  };
}

export function leftOut(name: string, { reason, lines }: { reason: string; lines: number }): string {
  return `${name} cannot be written: ${lines} lines are left out (${reason})`;
}
