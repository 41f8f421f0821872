import { SOURCES, type SourceName } from '../../dataset/sources/imdb.ts';

/** Rows that are the same in every demo dataset, by file. Each row has a field for each column of the file. */
export type FixedRows = Record<SourceName, string[][]>;

/** How IMDb writes null. */
export const NULL = '\\N';
/** Separator of the lists `types` and `attributes` of title.akas. */
export const JOINT = '\u0002';

export function emptyRows(): FixedRows {
  return Object.fromEntries(SOURCES.map(({ name }) => [name, [] as string[][]])) as FixedRows;
}

/** Values of a fixed title in title.basics; omitted ones are null. */
export interface TitleFields {
  type?: string;
  primary?: string;
  original?: string;
  adult?: string;
  start?: string | number;
  end?: string | number;
  runtime?: string | number;
  genres?: string;
}

export function addTitle(rows: FixedRows, tconst: string, fields: TitleFields): void {
  const {
    type = 'movie',
    primary = NULL,
    adult = '0',
    start = NULL,
    end = NULL,
    runtime = NULL,
    genres = NULL,
  } = fields;
  const original = fields.original ?? primary;
  rows['title.basics'].push([
    tconst,
    type,
    primary,
    original,
    adult,
    String(start),
    String(end),
    String(runtime),
    genres,
  ]);
}

/** One credit: person, category, and a job or characters (plain names, which are written as JSON). */
export interface CreditFields {
  nconst: string;
  category: string;
  job?: string;
  characters?: readonly string[];
}

/** Adds the principals of a title, numbered from 1 in the given order, and its row in title.crew. */
export function addCredits(rows: FixedRows, tconst: string, credits: readonly CreditFields[]): void {
  credits.forEach(({ nconst, category, job, characters }, nth) => {
    const played = characters === undefined ? NULL : JSON.stringify(characters);
    rows['title.principals'].push([tconst, String(nth + 1), nconst, category, job ?? NULL, played]);
  });
  const ids = (category: string): string =>
    [...new Set(credits.filter((credit) => credit.category === category).map(({ nconst }) => nconst))].join(',') ||
    NULL;
  rows['title.crew'].push([tconst, ids('director'), ids('writer')]);
}

/**
 * Adds alternative titles, numbered from 1: [title, region, language, types, attributes]; the first is the original.
 */
export function addAkas(rows: FixedRows, tconst: string, akas: readonly (readonly string[])[]): void {
  akas.forEach(([title = NULL, region = NULL, language = NULL, types = NULL, attributes = NULL], nth) => {
    rows['title.akas'].push([
      tconst,
      String(nth + 1),
      title,
      region,
      language,
      types,
      attributes,
      nth === 0 ? '1' : '0',
    ]);
  });
}

export function addRating(rows: FixedRows, tconst: string, rating: string, votes: number): void {
  rows['title.ratings'].push([tconst, rating, String(votes)]);
}
