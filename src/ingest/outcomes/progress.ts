/** Shows how far an ingest is: bars on a terminal, nothing elsewhere (the log tells there). */
export interface Progress {
  /** Something begins of which parts get done: bytes of a file, files of a build. `total` is undefined if unknown. */
  begin(name: string, of: { total: number | undefined; unit: Unit }): PartsDone;
  /** One thing is done: a line, and the rows that it has, if it has any. */
  done(what: string, made?: { rows: number }): void;
  /** Takes all bars away. */
  stop(): void;
}

export type Unit = 'bytes' | 'files' | 'rows' | 'titles and names' | 'answers';

export interface PartsDone {
  advance(parts: number): void;
  done(): void;
}

export const SILENT_PROGRESS: Progress = {
  begin: () => ({ advance: () => undefined, done: () => undefined }),
  done: () => undefined,
  stop: () => undefined,
};
