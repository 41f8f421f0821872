/** The steps of an ingest, in order. */
export const STEPS = ['download', 'build', 'verify', 'promote'] as const;
export type Step = (typeof STEPS)[number];

/** How an ingest ended. Expected ends are values; only bugs throw. */
export type Outcome =
  | { status: 'promoted'; buildId: string; version: number }
  | { status: 'unchanged'; buildId: string }
  /** A single step asked for with `--only` is done, or several. */
  | { status: 'done'; step: Step; detail: string }
  /** Another ingest holds the lock. */
  | { status: 'busy' }
  /** The data was refused by a guard; the served build stays. */
  | { status: 'rejected'; step: Step; reason: string }
  /** Somebody cancelled it; the served build stays. */
  | { status: 'cancelled'; step: Step; reason: string }
  /** Something broke: network, disk, a damaged file; the served build stays. */
  | { status: 'failed'; step: Step; reason: string };

/** The data is not what it should be: a guard refuses it. The message is one line that names the file. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
}

/** A step cannot go on for a reason outside of the data. The message is one line that names the file. */
export class Failed extends Error {
  override readonly name: string = 'Failed';
}

/** A failure that may pass by itself: the network, or a server that is busy. */
export class Transient extends Failed {
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    { retryAfterMs, ...options }: ErrorOptions & { retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The first line of whatever was thrown, without DuckDB's advice below it, and the cause where it says more. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return firstLine(String(error));
  const text = firstLine(error.message) || codeOf(error);
  const cause = error.cause instanceof Error ? reasonOf(error.cause) : '';
  return text.includes(cause) ? text : `${text} (${cause})`;
}

function firstLine(text: string): string {
  return text.split('\n', 1).join();
}

/** Errors of several addresses at once have no message, only a code. */
function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
