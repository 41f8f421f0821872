import type { ExportProgress } from '../../export/load/export-outcome.ts';
import type { ExportWriter } from '../../export/records/export-record.ts';

/** How often an export says how far it is, and looks whether somebody has asked for its end. */
const TELL_EVERY_MS = 1000;

/** An export as its record follows it. */
export interface FollowedExport {
  progress: ExportProgress;
  /** Aborts too when somebody asks the record for the end. */
  signal: AbortSignal;
  end: () => Promise<void>;
}

/** Tells the record of an export how far it is, and ends the export when somebody asks the record for that. */
export function followExport(
  record: ExportWriter,
  { progress, signal }: { progress: ExportProgress; signal: AbortSignal },
): FollowedExport {
  const cancelled = new AbortController();
  let [loaded, total] = [0, 0];
  let telling: Promise<void> = Promise.resolve();
  async function tell(): Promise<void> {
    await record.progress(loaded, total);
    if (await record.isCancelled()) cancelled.abort(new Error('somebody has cancelled it'));
  }
  const timer = setInterval(() => {
    // A disk that is full for a moment ends no export.
    telling = telling.then(tell).catch(() => undefined);
  }, TELL_EVERY_MS);
  return {
    signal: AbortSignal.any([signal, cancelled.signal]),
    progress: {
      begin(of) {
        total = of.rows;
        progress.begin(of);
      },
      loaded(table, rows) {
        loaded += rows;
        progress.loaded(table, rows);
      },
      finished: (table) => progress.finished(table),
    },
    async end() {
      clearInterval(timer);
      await telling;
      await record.progress(loaded, total).catch(() => undefined);
    },
  };
}
