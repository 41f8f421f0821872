import type { LearnedTime } from './learn-time.ts';

/** `22:00` in `Asia/Kolkata`. */
export interface TimeOfDay {
  time: string;
  timeZone: string;
}

/** When the nightly run begins, by the settings. */
export interface UpdateTimeSettings extends TimeOfDay {
  /** An hour behind the learned time, in UTC; `time` in `timeZone` until one is learned. */
  auto: boolean;
}

/** The time of day of the nightly run. */
export function runTimeOf({ auto, time, timeZone }: UpdateTimeSettings, learned: LearnedTime): TimeOfDay {
  if (!auto || learned.time === undefined) return { time, timeZone };
  const [hour = 0, minute = 0] = learned.time.split(':').map(Number);
  return { time: `${(hour + 1) % 24}:${String(minute).padStart(2, '0')}`, timeZone: 'UTC' };
}
