import type { SQLOutputValue } from 'node:sqlite';

import type { TmdbKind, TmdbThing } from '../../../../dataset/sources/tmdb.ts';

/** A row of the mirror's tables. */
export type MirrorRow = Record<string, SQLOutputValue>;

export function thingOf(row: MirrorRow): TmdbThing {
  return { kind: row['kind'] as TmdbKind, id: Number(row['id']), part: Number(row['part']) };
}

/** A time of the mirror's, which is in milliseconds. */
export function timeOf(value: SQLOutputValue | undefined): Date {
  return new Date(Number(value));
}
