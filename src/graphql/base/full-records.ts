import type { Loaders } from '../../loaders/create-loaders.ts';
import type { Person, Title, TitleCredit } from '../../store/model/model.ts';
import { mapAwaitable } from './awaitable.ts';
import type { Awaitable } from './awaitable.ts';
import type { Context } from './context.ts';
import type { PersonValue, TitleValue } from './node-type-name.ts';
import type { CreditValue } from './refs.ts';

/*
 * Titles, people and credits as resolvers get them may be summaries, which are embedded in another document. These
 * functions load the full record, unless the value already is one: a list of full titles costs no second lookup.
 */

export function fullTitle(title: TitleValue, loaders: Loaders): Awaitable<Title | null> {
  return 'position' in title ? title : loaders.titles.byId(title.id);
}

export function fullPerson(person: PersonValue, loaders: Loaders): Awaitable<Person | null> {
  return 'knownFor' in person ? person : loaders.people.byId(person.id);
}

export function fullCredit({ role }: CreditValue, loaders: Loaders): Awaitable<TitleCredit | null> {
  return 'job' in role ? role : loaders.credits.at(role.titleId, role.billingOrder);
}

/** A resolver of a field that the summary of a title lacks; `read` gets null if the title is not in the data. */
export function fromFullTitle<T>(read: (title: Title | null) => T) {
  return (title: TitleValue, _args: unknown, { loaders }: Context) => mapAwaitable(fullTitle(title, loaders), read);
}
