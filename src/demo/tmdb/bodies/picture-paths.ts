import { createHash } from 'node:crypto';

/** What a picture shows, as its path says it: `/poster-movie-603.svg`. TMDB's own paths say nothing. */
export type PictureOf = 'movie' | 'tv' | 'person' | 'collection';
export type PictureKind = 'poster' | 'backdrop' | 'profile';

const PATH = /^(poster|backdrop|profile)-(movie|tv|person|collection)-(\d{1,9})\.svg$/;

/** The path of a picture, or null where a thing has none. */
export function picturePath(
  kind: PictureKind,
  of: PictureOf,
  { id, isThere }: { id: number; isThere: boolean },
): string | null {
  return isThere ? `/${kind}-${of}-${id}.svg` : null;
}

/** What a picture shows by its path without the slash; undefined for any other path. */
export function parsePicturePath(path: string): { kind: PictureKind; of: PictureOf; id: number } | undefined {
  const match = PATH.exec(path);
  if (match === null) return undefined;
  return { kind: match[1] as PictureKind, of: match[2] as PictureOf, id: Number(match[3]) };
}

/** An id of 24 hexadecimal digits, as TMDB gives to credits and seasons. */
export function objectId(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 24);
}
