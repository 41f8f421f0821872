import type { Genre } from '../../generated/graphql.ts';

/** Each genre of the schema, which therefore has a page. */
const GENRES: Readonly<Record<Genre, true>> = {
  ACTION: true,
  ADULT: true,
  ADVENTURE: true,
  ANIMATION: true,
  BIOGRAPHY: true,
  COMEDY: true,
  CRIME: true,
  DOCUMENTARY: true,
  DRAMA: true,
  FAMILY: true,
  FANTASY: true,
  FILM_NOIR: true,
  GAME_SHOW: true,
  HISTORY: true,
  HORROR: true,
  MUSIC: true,
  MUSICAL: true,
  MYSTERY: true,
  NEWS: true,
  OTHER: true,
  REALITY_TV: true,
  ROMANCE: true,
  SCI_FI: true,
  SHORT: true,
  SPORT: true,
  TALK_SHOW: true,
  THRILLER: true,
  WAR: true,
  WESTERN: true,
};

/** Whether a text is the enum value of a genre. */
export function isGenre(value: string): value is Genre {
  return Object.hasOwn(GENRES, value);
}
