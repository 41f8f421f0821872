import { Cron } from 'croner';

import type { Logger } from '../process/logger.ts';
import type { TimeOfDay } from './update-time/run-time.ts';

export interface Schedule {
  /** When the next run begins, which is not in the night of a nightly run that is known; null after stop. */
  nextRun(lastNightly?: Date): Date | null;
  /** No further run begins; answers when a running one has ended. */
  stop(): Promise<void>;
}

/** A run that has begun before. */
export interface EarlierRun {
  at: Date;
  /** Whether a schedule began it, and not a person. */
  isNightly: boolean;
}

export interface ScheduleOptions {
  /**
   * What runs. Never twice at once: a run that is due while one goes on is left out. One that answers `busy` has not
   * begun, because another process works on the data: it is tried again for as long as it can be caught up.
   */
  job: () => Promise<unknown>;
  /** The last run, in this process or another; undefined for none. */
  lastRun: () => Promise<EarlierRun | undefined>;
  now: () => Date;
  log: Logger;
}

/** A run that was missed is caught up within this time: the machine slept, or the program was stopped. */
const CATCH_UP_MS = 3_600_000;
/** A scheduled run that began less than this before a time was that of the night: a learned time moves by minutes. */
const SAME_NIGHT_MS = 7_200_000;
/** Looks left out after a run that was busy: it is tried again once a minute. */
const LOOKS_LEFT_OUT = 3;
/** How often the clock is looked at. Timers of many hours do not survive sleep and changes of the clock. */
const LOOK_EVERY_MS = 15_000;

/**
 * Runs a job every day at a time of day in a time zone, through changes to and from summer time. The time may change
 * while it is kept: the next run is then at the new time of the next day. A rejected run is logged: it never ends the
 * process.
 */
export function scheduleNightly(at: () => TimeOfDay, { job, lastRun, now, log }: ScheduleOptions): Schedule {
  let running: Promise<void> | undefined;
  let began: Date | undefined;
  let leftOut = 0;
  let stopped = false;

  async function look(): Promise<void> {
    const due = lastDue(daily(at()), now());
    if (due === undefined) return;
    if (began !== undefined && isOfNight({ at: began, isNightly: true }, { due, now: now() })) return;
    const last = await lastRun().catch(() => undefined);
    if (stopped || (last !== undefined && isOfNight(last, { due, now: now() }))) return;
    const before = began;
    began = now();
    if ((await job()) !== 'busy') return;
    began = before;
    leftOut = LOOKS_LEFT_OUT;
  }

  function report(error: unknown): void {
    try {
      log.error({ event: 'scheduled ingest error', err: error });
    } catch {
      // A log that fails leaves nothing to say it with, and the next night is worth more.
    }
  }

  function tick(): void {
    if (running !== undefined) return;
    if (leftOut > 0) {
      leftOut -= 1;
      return;
    }
    running = look()
      .catch(report)
      .finally(() => {
        running = undefined;
      });
  }

  function nextRun(known?: Date): Date | null {
    if (stopped) return null;
    // One that is under way is not known to others yet.
    const lastNightly = known !== undefined && (began === undefined || known > began) ? known : began;
    return nextRunAfter(now(), { at: at(), lastNightly });
  }

  const timer = setInterval(tick, LOOK_EVERY_MS);
  tick();
  const { time: updateTime, timeZone } = at();
  log.info({ event: 'scheduler started', updateTime, timeZone, nextRun: nextRun()?.toISOString() });
  return {
    nextRun,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Whether a run was that of the night that is due: begun since, or by a schedule not long before. */
function isOfNight({ at, isNightly }: EarlierRun, { due, now }: { due: Date; now: Date }): boolean {
  return !isOfWrongClock(at, now) && due.getTime() - at.getTime() < (isNightly ? SAME_NIGHT_MS : 1);
}

/** Whether a run begins hours after now: the clock was ahead then, and no night until that time would have a run. */
function isOfWrongClock(at: Date, now: Date): boolean {
  return at.getTime() - now.getTime() >= SAME_NIGHT_MS;
}

/** When the next run begins that a serving process with these settings makes: not in the night of the last one. */
export function nextRunAfter(
  now: Date,
  { at, lastNightly }: { at: TimeOfDay; lastNightly?: Date | undefined },
): Date | null {
  const isOfNoNight = lastNightly === undefined || isOfWrongClock(lastNightly, now);
  const nightEndMs = isOfNoNight ? 0 : lastNightly.getTime() + SAME_NIGHT_MS - 1;
  return daily(at).nextRun(new Date(Math.max(now.getTime(), nightEndMs)));
}

/** It only computes times: whether a run is due is decided against the last one, so that none is missed or doubled. */
function daily({ time, timeZone }: TimeOfDay): Cron {
  const [hour, minute] = time.split(':').map(Number);
  return new Cron(`${minute} ${hour} * * *`, { timezone: timeZone, paused: true });
}

/** The last time within the catch-up at which a run was due. */
function lastDue(cron: Cron, now: Date): Date | undefined {
  let due: Date | undefined;
  for (
    let next = cron.nextRun(new Date(now.getTime() - CATCH_UP_MS));
    next !== null && next <= now;
    next = cron.nextRun(next)
  ) {
    due = next;
  }
  return due;
}
