/** What TMDB numbers: each kind has numbers of its own. */
export type TmdbKind = TmdbTitleKind | 'PERSON';

export type TmdbTitleKind = 'MOVIE' | 'TV';

/** A title of TMDB's, by TMDB's number. */
export interface TmdbTitleId {
  kind: TmdbTitleKind;
  /** From 1 to 999,999,999. */
  id: number;
}

/** A title or a person of TMDB's. */
export interface TmdbId {
  kind: TmdbKind;
  id: number;
}

const WORDS = { MOVIE: 'movie', TV: 'tv', PERSON: 'person' } as const satisfies Record<TmdbKind, string>;
const KINDS: Record<string, TmdbKind> = { movie: 'MOVIE', tv: 'TV', person: 'PERSON' };

/** Numbers up to this have a key that is an INTEGER of DuckDB. */
const MOST_DIGITS = 9;
const NUMBER = `[1-9][0-9]{0,${MOST_DIGITS - 1}}`;
const ID = new RegExp(`^tmdb:(movie|tv|person):(${NUMBER})$`);
const NUMBER_ALONE = new RegExp(`^${NUMBER}$`);

/** The key of a title in every table and document kind: the number of a film times two, that of a series and one more. */
export function tmdbKeyOf({ kind, id }: TmdbTitleId): number {
  return id * 2 + (kind === 'TV' ? 1 : 0);
}

/** The title that has a key. */
export function tmdbTitleOf(key: number): TmdbTitleId {
  return { kind: key % 2 === 1 ? 'TV' : 'MOVIE', id: Math.floor(key / 2) };
}

/** Whether a number can be one of TMDB's, and so has a key. */
export function isTmdbNumber(id: unknown): id is number {
  return typeof id === 'number' && Number.isInteger(id) && NUMBER_ALONE.test(String(id));
}

/** An id as text: `tmdb:movie:603`, `tmdb:tv:1399`, `tmdb:person:287`. */
export function formatTmdbId({ kind, id }: TmdbId): string {
  return `tmdb:${WORDS[kind]}:${id}`;
}

/** Parses an id; undefined if it is malformed. */
export function parseTmdbId(text: string): TmdbId | undefined {
  const match = ID.exec(text);
  const kind = KINDS[match?.[1] ?? ''];
  return match === null || kind === undefined ? undefined : { kind, id: Number(match[2]) };
}
