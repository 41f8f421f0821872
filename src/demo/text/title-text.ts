import type { Dice } from '../chance/random.ts';
import { ADJECTIVES, NOUNS, SUBTITLES, VERBS } from './words-english.ts';
import { CULTURES, type Culture } from './words-world.ts';

const ENGLISH = CULTURES[0] as Culture;

/** A title independent of language: one or two things (-1 for none), or English words of its own. */
export interface TitleText {
  thing: number;
  of: number;
  /** Name before the things, the same in every language; may be empty. */
  name: string;
  /** The title in English. */
  english: string;
}

/** Makes up a title. Most foreign works have titles of things, which have a word in every language. */
export function makeTitleText(dice: Dice, culture: Culture): TitleText {
  if (dice.chance(culture === ENGLISH ? 0.1 : 0.7)) {
    const thing = dice.below(ENGLISH.things.length);
    const of = dice.chance(0.05) ? -1 : dice.below(ENGLISH.things.length);
    const name = dice.chance(0.6) ? dice.pick(culture.family) + dice.pick(culture.familyEnds) : '';
    const text = { thing, of: of === thing ? -1 : of, name, english: '' };
    return { ...text, english: titleIn(text, ENGLISH) };
  }
  return { thing: -1, of: -1, name: '', english: ending(englishTitle(dice), dice) };
}

/** The title in a language. Only for a title of things. */
export function titleIn(text: Omit<TitleText, 'english'>, culture: Culture): string {
  const thing = culture.things[text.thing] ?? '';
  const title = text.of < 0 ? thing : culture.join(thing, culture.ofThings[text.of] ?? '');
  return text.name === '' ? title : `${text.name}: ${title}`;
}

/** Makes up the name of a town. */
function placeName(dice: Dice): string {
  return dice.pick(ENGLISH.family) + dice.pick(ENGLISH.familyEnds);
}

function englishTitle(dice: Dice): string {
  const noun = dice.pick(NOUNS);
  const given = dice.pick(ENGLISH.given[dice.below(2)] as readonly string[]);
  switch (dice.below(16)) {
    case 0:
    case 1:
    case 2:
      return `The ${dice.pick(ADJECTIVES)} ${noun}`;
    case 3:
      return `${dice.pick(ADJECTIVES)} ${plural(noun)}`;
    case 4:
      return `${noun} of ${placeName(dice)}`;
    case 5:
      return `The ${plural(noun)} of ${placeName(dice)}`;
    case 6:
      return `${dice.pick(VERBS)} the ${noun}`;
    case 7:
      return `${dice.pick(VERBS)} ${given}`;
    case 8:
      return `${given}'s ${noun}`;
    case 9:
      return `The ${noun} and the ${dice.pick(NOUNS)}`;
    case 10:
      return `${placeName(dice)} ${noun}`;
    case 11:
      return `${dice.pick(['Two', 'Three', 'Four', 'Seven', 'Twelve', 'A Hundred'])} ${plural(noun)}`;
    case 12:
      return `A ${noun} for ${given}`;
    case 13:
      return `${given} ${placeName(dice)}`;
    case 14:
      return `The ${noun}'s ${dice.pick(NOUNS)}`;
    default:
      return `${dice.pick(ADJECTIVES)} ${noun}, ${dice.pick(ADJECTIVES)} ${dice.pick(NOUNS)}`;
  }
}

function ending(title: string, dice: Dice): string {
  const u = dice.unit();
  if (u < 0.05) return `${title}: ${dice.pick(SUBTITLES)}`;
  if (u < 0.065) return `${title} ${dice.pick(['Part II', 'Part III', 'II', '2', '3', 'Again'])}`;
  if (u < 0.07) return `${title}?`;
  return title;
}

function plural(noun: string): string {
  if (/(s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun === 'Child' ? 'Children' : `${noun}s`;
}
