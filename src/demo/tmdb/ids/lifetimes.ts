import { hash32, unit32 } from '../../chance/random.ts';

/** A day in UTC, counted from 1970-01-01. */
export type Day = number;

export const MS_PER_DAY = 86_400_000;
/** The day before which nothing of the made-up TMDB came or went. */
const FIRST_DAY: Day = Date.UTC(2026, 0, 1) / MS_PER_DAY;
/** Days within which all that comes later comes, and all that goes is gone. */
const WINDOW = 730;
const STREAM = 201;
const SHARE_LATE = 0.03;

export interface Lifetime {
  /** The first day on which TMDB has it, and the first on which it has it no more. */
  from: Day;
  to: Day;
  /** How often it had been changed by the end of a day: what TMDB says of it depends on this number. */
  version: (day: Day) => number;
  hasChanged: (day: Day) => boolean;
}

/**
 * When a thing came, went and was changed, by its kind (any small number), id and seed. Some change every week, most once
 * in a year or two. `shareGone` is the chance that TMDB takes the id away within the window.
 */
export function lifetimeOf(seed: number, thing: { kind: number; id: number; shareGone: number }): Lifetime {
  const { kind, id, shareGone } = thing;
  const draw = (nth: number): number => unit32(hash32(seed, STREAM + kind * 8 + nth, id));
  const from = draw(0) < SHARE_LATE ? FIRST_DAY + Math.floor(draw(1) * WINDOW) : 0;
  const to = draw(2) < shareGone ? Math.max(from + 1, FIRST_DAY + Math.floor(draw(3) * WINDOW)) : Infinity;
  const period = draw(4) < 0.08 ? 5 + Math.floor(draw(5) * 16) : 60 + Math.floor(draw(5) * 700);
  const phase = Math.floor(draw(6) * period);
  return {
    from,
    to,
    version: (day) => Math.max(0, Math.floor((day - FIRST_DAY - phase) / period) + 1),
    hasChanged: (day) =>
      day === to ||
      day === from ||
      (day > from && day < to && (((day - FIRST_DAY - phase) % period) + period) % period === 0),
  };
}

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
