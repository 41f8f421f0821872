import type { DestinationStream } from 'pino';

/** A stream of lines that tells of its writes by events, as those of pino do. */
export interface LineStream extends DestinationStream {
  on(name: 'error', listener: (error: Error & { code?: string }) => void): unknown;
  on(name: 'write', listener: () => void): unknown;
}

/** A log that cannot be written is no reason to stop: its lines are left out and counted. */
export interface SturdyStream extends DestinationStream {
  /** Why lines are left out, and how many were; undefined while they are written. */
  problem(): string | undefined;
}

/** The stream keeps what it could not write: between two attempts it gets nothing, so that this stays little. */
const TRY_AGAIN_MS = 10_000;

/** Never throws: a disk that is full, or a device that is gone, must fail neither a request nor an ingest. */
export function sturdyStream(stream: LineStream, name: string): SturdyStream {
  let failed: { reason: string; triedAtMs: number; lines: number } | undefined;

  stream.on('error', (error) => {
    // A reader that has gone: pino itself leaves out all that follows.
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
