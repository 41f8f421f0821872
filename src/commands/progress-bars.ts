import { MultiBar, Presets } from 'cli-progress';

import type { Progress } from '../ingest/outcomes/progress.ts';

const MEBIBYTE = 1 << 20;

/** Progress bars on standard error, one for each download. */
export function createProgressBars(): Progress {
  const bars = new MultiBar(
    {
      format: '{file} {bar} {percentage}% of {size} MiB',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  return {
    file(name, totalBytes) {
      const size = totalBytes === undefined ? '?' : Math.ceil(totalBytes / MEBIBYTE);
      const bar = bars.create(totalBytes ?? 0, 0, { file: name.padEnd(24), size });
      return {
        advance: (bytes) => bar.increment(bytes),
        done: () => bar.stop(),
      };
    },
    done: (what) => void process.stderr.write(`${what}\n`),
    stop: () => bars.stop(),
  };
}
