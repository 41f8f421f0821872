import { Dice } from '../../chance/random.ts';
import { CULTURES, type Culture } from '../../text/words-world.ts';
import { countryOf } from '../words/places.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';

const STREAM = 295;
const TYPES = ['', '', 'working title', 'DVD title', 'short title', 'literal translation'];

/** Other titles of a film or series. Some of them IMDb does not have. */
export function alternativeTitles(seed: number, title: TmdbTitle): object[] {
  const dice = new Dice(seed).roll(STREAM + (title.kind === 'tv' ? 1 : 0), title.id);
  if (title.id < 1000)
    return [
      { iso_3166_1: 'IT', title: `${title.name} (edizione restaurata)`, type: 'restored version' },
      { iso_3166_1: 'US', title: `${title.name} Redux`, type: '' },
    ];
  const wanted = dice.chance(0.4) ? 0 : 1 + dice.below(4);
  return Array.from({ length: wanted }, () => {
    const culture = dice.pick<Culture>(CULTURES);
    const own = `${title.name} ${dice.pick(['Rewound', 'Anew', 'at Last', 'in Colour', 'Unbound'])}`;
    const text = dice.chance(0.5) ? (title.known.nameIn(culture) ?? own) : own;
    return { iso_3166_1: countryOf(culture).iso_3166_1, title: text, type: dice.pick(TYPES) };
  });
}
