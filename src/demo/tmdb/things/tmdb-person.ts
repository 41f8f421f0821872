import { Dice } from '../../chance/random.ts';
import { CULTURE_WEIGHTS, CULTURES, type Culture } from '../../text/words-world.ts';
import type { KnownPerson } from '../known/known-people.ts';
import { townOf } from '../words/places.ts';
import { drawBiography } from '../words/overviews.ts';
import { oddConst } from './odd-const.ts';

/** A person as TMDB describes them. */
export interface TmdbPerson {
  id: number;
  known: KnownPerson;
  imdbId: string | null;
  /** 0 not said, 1 woman, 2 man, 3 non-binary. */
  gender: 0 | 1 | 2 | 3;
  birthday: string | null;
  deathday: string | null;
  placeOfBirth: string | null;
  biography: string;
  alsoKnownAs: string[];
  department: string | null;
  popularity: number;
  hasProfile: boolean;
}

const STREAM = 251;
const CULTURE_OF = CULTURE_WEIGHTS.flatMap((weight, nth) => Array.from({ length: weight }, () => nth));

/** TMDB's department for each of IMDb's professions; others are of `Crew`. */
const DEPARTMENTS: Record<string, string> = {
  actor: 'Acting',
  actress: 'Acting',
  director: 'Directing',
  writer: 'Writing',
  producer: 'Production',
  casting_director: 'Production',
  composer: 'Sound',
  sound_department: 'Sound',
  cinematographer: 'Camera',
  camera_department: 'Camera',
  editor: 'Editing',
  production_designer: 'Art',
  art_department: 'Art',
  visual_effects: 'Visual Effects',
};

export function describePerson(
  seed: number,
  known: KnownPerson,
  { id, version }: { id: number; version: number },
): TmdbPerson {
  const dice = new Dice(seed).roll(STREAM, id);
  const isFixed = id < 1000;
  const culture = CULTURES[dice.pick(CULTURE_OF)] as Culture;
  const dated = (year: number): string | null => {
    const day = `${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`;
    return year === 0 ? null : `${String(year).padStart(4, '0')}-${day}`;
  };
  const off = dice.chance(0.04) && !isFixed ? 1 : 0;
  const u = dice.unit();
  const imdbId = known.nconst === undefined || (u > 0.96 && !isFixed) ? null : known.nconst;
  const work = known.professions[0] ?? 'artist';
  const biography = dice.chance(0.45) || isFixed ? drawBiography(dice, { name: known.name, work }) : '';
  return {
    id,
    known,
    imdbId: imdbId !== null && u < 0.004 && !isFixed ? oddConst(dice, imdbId) : imdbId,
    gender: dice.chance(0.35) && !isFixed ? 0 : dice.chance(0.004) ? 3 : known.isWoman ? 1 : 2,
    birthday: dated(known.birth === 0 ? 0 : known.birth + off),
    deathday: dated(known.death),
    placeOfBirth: known.birth > 0 && dice.chance(0.7) ? townOf(culture) : null,
    biography: version > 0 && biography !== '' ? `${biography} Revision ${version}.` : biography,
    alsoKnownAs: dice.chance(0.2) ? [known.name.toUpperCase(), `${known.name} (${culture.language})`] : [],
    department: dice.chance(0.05) && !isFixed ? null : (DEPARTMENTS[work] ?? 'Crew'),
    popularity: Math.round((0.01 + 40 / (1 + known.rank) ** 0.4 + (version % 3) * 0.21) * 10_000) / 10_000,
    hasProfile: dice.chance(0.4) || isFixed,
  };
}
