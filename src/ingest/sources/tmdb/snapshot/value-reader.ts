import { parseConst } from '../../../../dataset/words/consts.ts';
import type { ConstPrefix } from '../../../../dataset/words/consts.ts';
import type { OddValues } from './odd-values.ts';

/** An object of an answer whose fields may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the values of an answer for the columns of one file. What is left out, null or empty is null. What has another
 * type, or cannot be what it is said to be, is null too, and is counted.
 */
export interface ValueReader {
  /** Without spaces at its ends; null if nothing is left. */
  text(column: string, value: unknown): string | null;
  /** A whole number from `least` to `most`. */
  integer(column: string, value: unknown, range?: { least?: number; most?: number }): number | null;
  /** A whole number above zero, which TMDB writes for what it does not know. */
  positive(column: string, value: unknown, most?: number): number | null;
  number(column: string, value: unknown): number | null;
  flag(column: string, value: unknown): boolean;
  /** `YYYY-MM-DD`. */
  date(column: string, value: unknown): string | null;
  /** Number of an id of IMDb's. */
  constOf(column: string, prefix: ConstPrefix, value: unknown): number | null;
  /** A path of a picture: one segment, which begins with a slash. */
  picture(column: string, value: unknown): string | null;
  /** An address that a browser may be sent to. */
  address(column: string, value: unknown): string | null;
  /** Counts what has no place among the rows, because it lacks a value that each has. */
  lose(column: string, value: unknown): void;
  /** The objects of a list. */
  objects(column: string, value: unknown): Fields[];
  /** The different texts of a list; each item is a text, or an object that has it as `field`. */
  texts(column: string, value: unknown, field?: string): string[];
}

/** The largest INTEGER of DuckDB. */
export const MOST_INTEGER = 2_147_483_647;
/** TMDB's numbers of titles, whose keys are INTEGERs too. */
export const MOST_ID = 999_999_999;

export function createValueReader(file: string, odd: OddValues): ValueReader {
  const none = (column: string, value: unknown): null => {
    odd.add(`${file}.${column}`, value);
    return null;
  };
  function text(column: string, value: unknown): string | null {
    if (isAbsent(value)) return null;
    if (typeof value !== 'string') return none(column, value);
    // Half of a surrogate pair would make the whole file one that is not JSON, to DuckDB.
    const clean = value.toWellFormed().replaceAll('\0', '').trim();
    return clean === '' ? null : clean;
  }

  function integer(
    column: string,
    value: unknown,
    { least = 0, most = MOST_INTEGER }: { least?: number; most?: number } = {},
  ): number | null {
    if (value === undefined || value === null) return null;
    const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
    return isWhole ? value : none(column, value);
  }

  function list(column: string, value: unknown): unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    none(column, value);
    return [];
  }

  function like(column: string, value: unknown, isRight: (text: string) => boolean): string | null {
    const read = text(column, value);
    return read === null || isRight(read) ? read : none(column, value);
  }

  return {
    text,
    integer,
    positive: (column, value, most) =>
      value === 0 ? null : integer(column, value, { least: 1, ...(most && { most }) }),
    number(column, value) {
      if (value === undefined || value === null) return null;
      return typeof value === 'number' && Number.isFinite(value) ? value : none(column, value);
    },
    flag(column, value) {
      if (typeof value === 'boolean') return value;
      if (!isAbsent(value)) none(column, value);
      return false;
    },
    date: (column, value) => like(column, value, isDate),
    constOf(column, prefix, value) {
      if (isAbsent(value)) return null;
      const parsed = typeof value === 'string' ? parseConst(value) : undefined;
      return parsed?.prefix === prefix && parsed.key > 0 ? parsed.key : none(column, value);
    },
    picture: (column, value) => like(column, value, (path) => /^\/[\w.-]+$/.test(path)),
    address: (column, value) => like(column, value, isAddress),
    lose: (column, value) => void none(column, value),
    objects: (column, value) =>
      list(column, value).flatMap((item) => (isFields(item) ? [item] : (none(column, item), []))),
    texts(column, value, field) {
      const items = list(column, value).map((item) => {
        if (field === undefined) return text(column, item);
        return isFields(item) ? text(column, item[field]) : none(column, item);
      });
      return [...new Set(items.filter((item) => item !== null))];
    },
  };
}

function isAbsent(value: unknown): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

/** The fields of an object; of anything else none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
