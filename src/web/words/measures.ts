import { LANGUAGES } from './reader.ts';

const UNITS = [
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** A time in seconds by its two largest units, such as `2 min, 5 sec`, or `0.8 sec`. */
export function asDuration(seconds: number): string {
  if (seconds < 10) return written(seconds, { unit: 'second', digits: 1 });
  const parts: string[] = [];
  let rest = Math.round(seconds);
  for (const { unit, seconds: size } of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(written(count, { unit }));
  }
  return parts.join(', ');
}

/** A size in bytes, such as `812 MB` or `15.2 GB`. */
export function asSize(bytes: number): string {
  return bytes < 1e9
    ? written(bytes / 1e6, { unit: 'megabyte', digits: 1 })
    : written(bytes / 1e9, { unit: 'gigabyte', digits: 1 });
}

function written(value: number, { unit, digits = 0 }: { unit: string; digits?: number }): string {
  return new Intl.NumberFormat(LANGUAGES, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
}
