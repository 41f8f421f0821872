import { LANGUAGES } from './reader.ts';

const days = new Intl.DateTimeFormat(LANGUAGES, { dateStyle: 'long', timeZone: 'UTC' });

/** A day, such as `1999-03-31`, which is the same in every zone; what is no day stays as it is. */
export function asDate(day: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(time) ? day : days.format(time);
}
