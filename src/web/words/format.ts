import type { DataSource } from '../generated/graphql.ts';
import { LANGUAGES } from './reader.ts';

const numbers = new Intl.NumberFormat(LANGUAGES);
const compact = new Intl.NumberFormat(LANGUAGES, { notation: 'compact', maximumFractionDigits: 1 });
const oneDigit = new Intl.NumberFormat(LANGUAGES, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(LANGUAGES, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signed = new Intl.NumberFormat(LANGUAGES, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
const times = new Intl.DateTimeFormat(LANGUAGES, { dateStyle: 'medium', timeStyle: 'short' });
const percents = new Intl.NumberFormat(LANGUAGES, { style: 'percent' });
const megabytes = new Intl.NumberFormat(LANGUAGES, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat(LANGUAGES, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const ages = new Intl.RelativeTimeFormat(LANGUAGES, { numeric: 'auto' });
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
/** A size in bytes, such as `12.3 MB`. */
export const asMegabytes = (bytes: number): string => megabytes.format(bytes / 1e6);
/** An amount of US dollars, such as `US$63,000,000`. */
export const asDollars = (amount: number): string => dollars.format(amount);
export const asList = (words: readonly string[]): string => lists.format(words);

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago a time in ISO 8601 is, such as `3 hours ago`; less than a minute is `now`. */
export function asAge(iso: string): string {
  const seconds = (Date.now() - Date.parse(iso)) / 1000;
  const found = UNITS.find((one) => seconds >= one.seconds);
  return found === undefined ? ages.format(0, 'second') : ages.format(-Math.floor(seconds / found.seconds), found.unit);
}

/** Hours and minutes, such as `2h 22m`. */
export function asRuntime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${rest}m`;
}

/** First and last year, such as `1999`, `2008–2013` or `2019–`. TMDB's titles have the first alone. */
export function asYears(title: {
  startYear: number | null;
  endYear?: number | null;
  titleType: string;
  source?: DataSource;
}): string | undefined {
  const { startYear, endYear, titleType, source } = title;
  if (startYear === null) return undefined;
  if (typeof endYear === 'number') return endYear === startYear ? String(startYear) : `${startYear}–${endYear}`;
  return titleType === 'TV_SERIES' && source !== 'TMDB' ? `${startYear}–` : String(startYear);
}
