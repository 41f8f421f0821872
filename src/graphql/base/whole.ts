import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Person, Title, TitleCredit } from '../../store/model/model.ts';
import { whenThere } from './awaitable.ts';
import type { Awaitable } from './awaitable.ts';
import type { Context } from './context.ts';
import type { PersonValue, TitleValue } from './node-type-name.ts';
import type { CreditValue } from './refs.ts';

/*
 * A title under a credit is only a card, and so is a credit under a person. These read what the card lacks, and load
 * nothing where the value at hand has it already: a list of whole titles costs no second lookup for each.
 */

export function wholeTitle(title: TitleValue, loaders: Loaders): Awaitable<Title | null> {
  return 'place' in title ? title : loaders.titles.byId(title.id);
}

export function wholePerson(person: PersonValue, loaders: Loaders): Awaitable<Person | null> {
  return 'knownFor' in person ? person : loaders.people.byId(person.id);
}

export function wholeCredit({ role }: CreditValue, loaders: Loaders): Awaitable<TitleCredit | null> {
  return 'job' in role ? role : loaders.credits.at(role.titleId, role.billingOrder);
}

/** A resolver that reads what a whole title has and its card has not; null where the title is not in the data. */
export function fromWhole<T>(read: (title: Title | null) => T) {
  return (title: TitleValue, _args: unknown, { loaders }: Context) => whenThere(wholeTitle(title, loaders), read);
}
