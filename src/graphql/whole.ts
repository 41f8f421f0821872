import type { Loaders } from '../loaders/loaders.ts';
import type { Person, Rating, Title } from '../store/model.ts';
import type { Awaitable } from './awaitable.ts';
import type { PersonValue, TitleValue } from './node-type-name.ts';

/*
 * A title under a credit is only a card. These read what the card lacks, and load nothing where the value at hand
 * has it already: a list of whole titles costs no second lookup for each.
 */

export function ratingOf(title: TitleValue, loaders: Loaders): Awaitable<Rating | null> {
  return 'rating' in title ? title.rating : loaders.titles.rating(title.id);
}

export function wholeTitle(title: TitleValue, loaders: Loaders): Awaitable<Title | null> {
  return 'place' in title ? title : loaders.titles.byId(title.id);
}

export function wholePerson(person: PersonValue, loaders: Loaders): Awaitable<Person | null> {
  return 'knownFor' in person ? person : loaders.people.byId(person.id);
}
