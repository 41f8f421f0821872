import { MultiBar, Presets } from 'cli-progress';

import type { Progress, Unit } from '../../ingest/outcomes/progress.ts';

const MEBIBYTE = 1 << 20;

const TOTALS: Record<Unit, (total: number) => string> = {
  bytes: (total) => `${Math.ceil(total / MEBIBYTE)} MiB`,
  files: (total) => `${total} files`,
  rows: (total) => `${total.toLocaleString('en')} rows`,
  'titles and names': (total) => `${total.toLocaleString('en')} titles and names`,
  answers: (total) => `${total.toLocaleString('en')} answers`,
};

/** Of what takes hours, how fast it goes and how long it takes. */
const WITH_RATE = { format: '{name} {bar} {percentage}% of {of}, {rate}/s, {eta_formatted} left' };

const OPTIONS = { format: '{name} {bar} {percentage}% of {of}', hideCursor: true, clearOnComplete: false };

/** Progress bars on standard error; with `lines` also a line for each thing that is done. */
export function createProgressBars({ lines = true } = {}): Progress {
  /** Bars that move; those before them stay as they ended. */
  let bars: MultiBar | undefined;
  return {
    begin(name, { total, unit }) {
      bars ??= new MultiBar({ ...OPTIONS, stream: process.stderr }, Presets.shades_classic);
      const of = total === undefined ? '?' : TOTALS[unit](total);
      const format = unit === 'answers' ? WITH_RATE : {};
      const bar = bars.create(total ?? 0, 0, { name: name.padEnd(24), of, rate: '?' }, format);
      const begun = performance.now();
      let parts = 0;
      return {
        advance(more) {
          parts += more;
          bar.increment(more, { rate: ((parts * 1000) / (performance.now() - begun)).toFixed(1) });
        },
        done: () => bar.stop(),
      };
    },
    done(what) {
      if (!lines) return;
      // Above the bars, where there are any.
      if (bars === undefined) process.stderr.write(`${what}\n`);
      else bars.log(`${what}\n`);
    },
    stop() {
      bars?.stop();
      bars = undefined;
    },
  };
}
