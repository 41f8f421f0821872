/** Shows how far an ingest is: bars on a terminal, nothing elsewhere (the log tells there). */
export interface Progress {
  /** A file begins to arrive; `totalBytes` is undefined where the server does not say. */
  file(name: string, totalBytes: number | undefined): FileProgress;
  /** One thing is done: a line. */
  done(what: string): void;
  /** Takes all bars away. */
  stop(): void;
}

export interface FileProgress {
  advance(bytes: number): void;
  done(): void;
}

export const SILENT_PROGRESS: Progress = {
  file: () => ({ advance: () => undefined, done: () => undefined }),
  done: () => undefined,
  stop: () => undefined,
};
