import type { Progress } from '../outcomes/progress.ts';

/** How far a run is, in numbers. */
export interface Counts {
  bytes: number | undefined;
  /** Undefined until the size of a download is known. */
  totalBytes: number | undefined;
  rows: number | undefined;
  /** Share of the parts of the last thing that was begun, from 0 to 1. */
  share: number | undefined;
}

export interface CountedProgress extends Progress {
  counts(): Counts;
}

interface Bar {
  done: number;
  total: number | undefined;
}

/** Counts what a progress shows, and shows it. */
export function countedProgress(shown: Progress): CountedProgress {
  /** By name: a download that is tried again begins anew. */
  const downloads = new Map<string, Bar>();
  let files: Bar | undefined;
  let rows: number | undefined;

  return {
    begin(name, of) {
      const bar: Bar = { done: 0, total: of.total };
      if (of.unit === 'bytes') downloads.set(name, bar);
      if (of.unit === 'files') files = bar;
      const parts = shown.begin(name, of);
      return {
        advance(count) {
          bar.done += count;
          parts.advance(count);
        },
        done: () => parts.done(),
      };
    },
    done(what, made) {
      if (made !== undefined) rows = (rows ?? 0) + made.rows;
      shown.done(what, made);
    },
    stop: () => shown.stop(),
    counts() {
      const bars = [...downloads.values()];
      const bytes = bars.length === 0 ? undefined : bars.reduce((sum, { done }) => sum + done, 0);
      const isSized = bars.length > 0 && bars.every(({ total }) => total !== undefined);
      const totalBytes = isSized ? bars.reduce((sum, { total = 0 }) => sum + total, 0) : undefined;
      return { bytes, totalBytes, rows, share: files === undefined ? undefined : shareOf(files) };
    },
  };
}

function shareOf({ done, total }: Bar): number | undefined {
  return total === undefined || total === 0 ? undefined : Math.min(1, done / total);
}
