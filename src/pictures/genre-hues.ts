/** Hue of each genre in degrees, as in oklch(). Genres without one are grey. */
const HUES: Readonly<Record<string, number>> = {
  ACTION: 35,
  ADVENTURE: 75,
  ANIMATION: 330,
  BIOGRAPHY: 95,
  COMEDY: 85,
  CRIME: 285,
  DOCUMENTARY: 170,
  DRAMA: 15,
  FAMILY: 125,
  FANTASY: 305,
  FILM_NOIR: 265,
  GAME_SHOW: 60,
  HISTORY: 65,
  HORROR: 25,
  MUSIC: 345,
  MUSICAL: 350,
  MYSTERY: 275,
  NEWS: 220,
  REALITY_TV: 50,
  ROMANCE: 0,
  SCI_FI: 230,
  SHORT: 190,
  SPORT: 145,
  TALK_SHOW: 200,
  THRILLER: 255,
  WAR: 110,
  WESTERN: 55,
};

/** Colour of a genre at some lightness and chroma. */
export function colourOf(
  genre: string | undefined,
  { lightness, chroma }: { lightness: number; chroma: number },
): string {
  const hue = genre === undefined ? undefined : HUES[genre];
  return `oklch(${lightness} ${hue === undefined ? 0 : chroma} ${hue ?? 0})`;
}
