import type { Dice } from '../chance/random.ts';
import { CULTURE_WEIGHTS, CULTURES, type Culture } from './words-world.ts';

const CULTURE_OF = CULTURE_WEIGHTS.flatMap((weight, nth) => Array.from({ length: weight }, () => nth));
const ENGLISH = CULTURES[0] as Culture;

/** Makes up a person's name, sometimes in the script of its language. */
export function makePersonName(dice: Dice, woman: boolean): string {
  const culture = CULTURES[dice.pick(CULTURE_OF)] as Culture;
  const { native } = culture;
  if (native !== undefined && dice.chance(0.15)) {
    const family = dice.pick(native.family) + dice.pick(native.familyEnds);
    const given = dice.pick(native.given);
    return native.order === 'family' ? family + native.gap + given : given + native.gap + family;
  }
  const given = dice.pick(culture.given[woman ? 1 : 0]);
  const family = dice.pick(culture.family) + dice.pick(culture.familyEnds);
  const u = dice.unit();
  if (culture === ENGLISH) {
    if (u < 0.1) return `${given} ${'ABCDEFGHJKLMNPRSTW'[dice.below(18)]}. ${family}`;
    if (u < 0.14) return `${given} ${dice.pick(["O'", 'Mc', 'Fitz'])}${family}`;
    if (u < 0.16) return `${given} ${family} Jr.`;
    if (u < 0.2) return `${given} ${family}-${dice.pick(culture.family)}${dice.pick(culture.familyEnds)}`;
    if (u < 0.21) return `DJ ${family}`;
    // A middle syllable, so that family names do not run out among fifteen million people.
    if (u < 0.4) return `${given} ${dice.pick(culture.family)}${dice.pick(MIDDLES)}${dice.pick(culture.familyEnds)}`;
  }
  return u > 0.97 ? `${given}-${dice.pick(culture.given[woman ? 1 : 0])} ${family}` : `${given} ${family}`;
}

const MIDDLES = 'a,an,ar,ber,der,el,en,er,in,ing,is,ol,on,or,ram,sel,ten,ver,war,y'.split(',');
