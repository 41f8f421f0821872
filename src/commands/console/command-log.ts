import type { Config } from '../../config.ts';
import { openLogFiles } from '../../process/log-files.ts';
import { createLogger } from '../../process/logger.ts';
import type { Logger } from '../../process/logger.ts';

/**
 * Opens the log of a command that ends, for the duration of its work. On a terminal the log goes to its files only,
 * because the last line of the command tells the result.
 */
export async function withCommandLog<T>(config: Config, work: (log: Logger) => Promise<T>): Promise<T> {
  const files = config.logFiles === undefined ? undefined : await openLogFiles(config.logFiles);
  const nowhere = { write: () => undefined };
  const destination = process.stderr.isTTY ? { destination: nowhere } : {};
  try {
    const log = createLogger({ level: config.logLevel, pretty: false, files, ...destination });
    warnOfSettings(config, log);
    const result = await work(log);
    const problem = files?.problem();
    if (problem !== undefined) log.warn({ event: 'warning', warning: problem });
    return result;
  } finally {
    files?.end();
  }
}

/** Warns of settings without effect: those of older versions, and a `TZ` that only the C library understands. */
export function warnOfSettings({ obsolete, unknownTz, schedule }: Config, log: Logger): void {
  if (unknownTz !== undefined) {
    log.warn({ event: 'setting not used', setting: 'TZ', value: unknownTz, timeZone: schedule.timeZone });
  }
  for (const setting of obsolete) log.warn({ event: 'setting no longer needed', setting });
}
