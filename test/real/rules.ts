import type { IdSet } from './id-set.ts';

/** What the text of a cell becomes, as deploy/OPERATIONS.md says. Nothing of this is shared with what is checked. */
export type Value = string | number | boolean | null | string[];

const TITLE_ID = /^tt(\d{7}|[1-9]\d{7,8})$/;
const NAME_ID = /^nm(\d{7}|[1-9]\d{7,8})$/;
const LARGEST = 2 ** 31 - 1;

export function isTitleId(cell: string): boolean {
  return TITLE_ID.test(cell);
}

export function isNameId(cell: string): boolean {
  return NAME_ID.test(cell);
}

export function numberOfId(cell: string): number {
  return Number(cell.slice(2));
}

export function isNone(cell: string): boolean {
  return cell === '\\N' || cell === '';
}

export function text(cell: string): string | null {
  return isNone(cell) ? null : cell;
}

export function whole(cell: string): number | null {
  return /^\d+$/.test(cell) && Number(cell) <= LARGEST ? Number(cell) : null;
}

/** Years of birth and death may be before Christ. */
export function year(cell: string): number | null {
  return cell.startsWith('-') ? negated(whole(cell.slice(1))) : whole(cell);
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

export function flag(cell: string): boolean {
  return cell === '1';
}

export function rating(cell: string): number | null {
  const value = /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : 0;
  return value >= 1 && value <= 10 ? value : null;
}

/** Words joined by a separator. */
export function words(cell: string, separator = ','): string[] {
  if (isNone(cell)) return [];
  const parts = cell.split(separator).map((part) => part.replace(/^ +| +$/g, ''));
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Ids that the data has. */
export function ids(cell: string, known: IdSet): string[] {
  const parts = words(cell).filter((part) => isTitleId(part) || isNameId(part));
  return parts.filter((part) => known.has(numberOfId(part)));
}

/** An id that the data has. */
export function reference(cell: string, known: IdSet): string | null {
  return known.has(numberOfId(cell)) ? cell : null;
}

/** A JSON array of texts; anything else is one text. */
export function texts(cell: string): string[] | null {
  if (isNone(cell)) return null;
  const parsed = parsedArray(cell);
  if (parsed === undefined) return [cell];
  const found = parsed.filter((one) => one !== null && one !== '').map(textOf);
  return found.length === 0 ? null : found;
}

function parsedArray(cell: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
