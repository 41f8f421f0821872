import type { Dice } from '../../chance/random.ts';

/** What people at TMDB have written where an id of IMDb belongs. */
export function oddConst(dice: Dice, right: string): string {
  return dice.pick([
    '',
    `${right} `,
    right.slice(2),
    `${right.slice(0, 2)}0${right.slice(2)}`,
    `https://www.imdb.com/title/${right}/`,
    'tt',
    right.toUpperCase(),
  ]);
}
