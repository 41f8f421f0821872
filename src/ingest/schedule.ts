import { Cron } from 'croner';

import type { Logger } from '../logger.ts';

export interface Schedule {
  /** When the next run begins; null after stop. */
  nextRun(): Date | null;
  /** No further run begins; answers when a running one has ended. */
  stop(): Promise<void>;
}

/**
 * Runs a job every day at a time of day in a time zone. A job that is still running is not begun again, and a
 * rejected one is logged: it never ends the process.
 */
export function scheduleNightly(
  { time, timeZone }: { time: string; timeZone: string },
  { job, log }: { job: () => Promise<void>; log: Logger },
): Schedule {
  const [hour, minute] = time.split(':').map(Number);
  let running: Promise<void> = Promise.resolve();
  const cron = new Cron(
    `${minute} ${hour} * * *`,
    { timezone: timeZone, protect: true, catch: (error) => log.error({ event: 'scheduled ingest error', err: error }) },
    async () => {
      running = job();
      await running;
    },
  );
  log.info({ event: 'scheduler started', time, timeZone, nextRun: cron.nextRun()?.toISOString(), pid: process.pid });
  return {
    nextRun: () => cron.nextRun(),
    async stop() {
      cron.stop();
      await running.catch(() => undefined);
    },
  };
}
