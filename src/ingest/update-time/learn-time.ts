/** Times of the last publications of each file, in milliseconds since 1970, oldest first. */
export type UpdateTimes = Readonly<Record<string, readonly number[]>>;

/** What the last nights have taught. */
export interface LearnedTime {
  /** Time of day in UTC at which the last of the files is published, such as `12:05`; undefined before three nights. */
  time: string | undefined;
  /** Number of nights that are known. */
  nights: number;
}

/** Nights of a file that are needed before its time of day is believed. */
export const LEAST_NIGHTS = 3;
/** Nights of a file that count: a change of four nights outweighs those before it. */
export const MOST_NIGHTS = 7;

const DAY_MS = 86_400_000;
/** Nights longer before the newest of all files do not count: a file that is no longer published teaches nothing. */
const LONGEST_MS = 30 * DAY_MS;
/** Publications closer than this are of the same night. */
const SAME_NIGHT_MS = DAY_MS / 2;
const MINUTE_MS = 60_000;

/** The nights of a file with one more. A publication of the same night, or a later one, is replaced by it. */
export function withNight(nights: readonly number[], time: number): number[] {
  return [...nights.filter((night) => time - night >= SAME_NIGHT_MS), time].slice(-MOST_NIGHTS);
}

/**
 * Learns the time of day at which all files are there: of each file the circular median of its nights, and of these the
 * last. Times of day are in UTC, so that no change to summer time is in them.
 */
export function learnTime(times: UpdateTimes): LearnedTime {
  const newest = Math.max(...Object.values(times).flat());
  const files = Object.values(times).map((file) => file.filter((night) => newest - night <= LONGEST_MS));
  const nights = Math.max(0, ...files.map((file) => file.length));
  const medians = files.filter((file) => file.length >= LEAST_NIGHTS).map(circularMedian);
  return { time: medians.length === 0 ? undefined : timeText(lastOnCircle(medians)), nights };
}

/**
 * The time with the smallest sum of distances to the others on the circle of the day: midnight is a time like any other,
 * and fewer than half of the nights, however odd, move it by little. Of two such times the newer.
 */
function circularMedian(nights: readonly number[]): number {
  const times = nights.map((night) => night % DAY_MS);
  const sums = times.map((time) => times.reduce((sum, other) => sum + distance(time, other), 0));
  return times[sums.lastIndexOf(Math.min(...sums))] ?? 0;
}

/** The last of some times of day, where the day begins after the longest time without one. */
function lastOnCircle(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  const gaps = sorted.map((time, at) => (sorted[at + 1] ?? (sorted[0] ?? 0) + DAY_MS) - time);
  return sorted[gaps.lastIndexOf(Math.max(...gaps))] ?? 0;
}

function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, DAY_MS - apart);
}

/** `12:05` of a time of day; one minute begun counts whole, so that the files are there by then. */
function timeText(timeOfDay: number): string {
  const minutes = Math.ceil(timeOfDay / MINUTE_MS) % (DAY_MS / MINUTE_MS);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
