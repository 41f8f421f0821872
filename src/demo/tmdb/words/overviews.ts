import type { Dice } from '../../chance/random.ts';
import { ADJECTIVES, NOUNS, ROLES } from '../../text/words-english.ts';

const OPENINGS = ['When', 'After', 'On the night that', 'Years after', 'In the winter in which'];
const EVENTS = ['disappears', 'is found', 'burns down', 'comes back', 'is sold', 'falls silent'];
const DEEDS = ['must face', 'sets out to find', 'learns the truth about', 'makes a pact with', 'has one week to save'];
const TAGLINES = [
  'Some doors stay shut.',
  'Nobody leaves by daylight.',
  'It was only a letter.',
  'The sea keeps count.',
  'Based on a true lie.',
];

/** A summary of two sentences, which names keywords of the title where it has any. */
export function drawOverview(dice: Dice, keywords: readonly string[]): string {
  const role = (): string => dice.pick(ROLES).toLowerCase();
  const thing = (): string => `the ${dice.pick(ADJECTIVES).toLowerCase()} ${dice.pick(NOUNS).toLowerCase()}`;
  const subject = keywords.length > 0 ? ` A story of ${keywords.slice(0, 3).join(', ')}.` : '';
  return `${dice.pick(OPENINGS)} ${thing()} ${dice.pick(EVENTS)}, a ${role()} ${dice.pick(DEEDS)} ${thing()}.${subject}`;
}

export function drawTagline(dice: Dice): string {
  return dice.pick(TAGLINES);
}

/** The life of a person in two sentences. */
export function drawBiography(dice: Dice, person: { name: string; work: string }): string {
  const { name, work } = person;
  return `${name} is known as ${/^[aeiou]/.test(work) ? 'an' : 'a'} ${work.replaceAll('_', ' ')}.\n\nThe ${dice.pick(NOUNS).toLowerCase()} and the ${dice.pick(NOUNS).toLowerCase()} return in all of the work.`;
}
