import { LANGUAGES } from './reader.ts';

const numbers = new Intl.NumberFormat(LANGUAGES);
const compact = new Intl.NumberFormat(LANGUAGES, { notation: 'compact', maximumFractionDigits: 1 });
const oneDigit = new Intl.NumberFormat(LANGUAGES, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(LANGUAGES, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat(LANGUAGES, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(LANGUAGES, { dateStyle: 'medium', timeStyle: 'short' });
const percents = new Intl.NumberFormat(LANGUAGES, { style: 'percent' });
const lists = new Intl.ListFormat(LANGUAGES, { type: 'unit', style: 'short' });

export const asNumber = (value: number): string => numbers.format(value);
/** Such as `1.2K`, for counts of votes. */
export const asShortNumber = (value: number): string => compact.format(value);
/** A mean rating, such as `7.0`. */
export const asRating = (value: number): string => oneDigit.format(value);
/** A rating that is computed, such as `8.37`. */
export const asExactRating = (value: number): string => twoDigits.format(value);
/** A difference, such as `+0.3`. */
export const asMove = (value: number): string => signed.format(value);
/** Share of 1, such as `34%`. */
export const asPercent = (value: number): string => percents.format(value);
/** A time in ISO 8601, in the reader's zone. */
export const asTime = (iso: string): string => times.format(new Date(iso));
export const asList = (words: readonly string[]): string => lists.format(words);

/** Hours and minutes, such as `2h 22m`. */
export function asRuntime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/** First and last year, such as `1999`, `2008–2013` or `2019–`. */
export function asYears(title: {
  startYear: number | null;
  endYear?: number | null;
  titleType: string;
}): string | undefined {
  const { startYear, endYear, titleType } = title;
  if (startYear === null) return undefined;
  if (typeof endYear === 'number') return endYear === startYear ? String(startYear) : `${startYear}–${endYear}`;
  return titleType === 'TV_SERIES' ? `${startYear}–` : String(startYear);
}
