import { formatPersonId, isOnlyTmdb } from '../../dataset/words/only-tmdb.ts';
import { knownOrOther, PROFESSIONS } from '../../dataset/words/vocabulary.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { loadEach, readKeyOfAny } from '../base/ids.ts';
import { DataSourceEnum, ProfessionEnum } from '../inputs/enums.ts';
import type { Context } from '../base/context.ts';
import type { Person } from '../../store/model/model.ts';
import { told } from '../tmdb/told.ts';
import type { PersonValue } from '../base/node-type-name.ts';
import { NodeRef, PersonRef, TitleRef } from '../base/refs.ts';
import { fullPerson } from '../base/full-records.ts';

const knownProfession = knownOrOther(PROFESSIONS);

/** The primary name, or the id if IMDb gives none: a person always has a name. */
export function primaryNameOf(person: PersonValue): string {
  return person.primaryName ?? formatPersonId(person.id);
}

PersonRef.implement({
  description: 'A person who worked on a title or appears in one. IMDb: name.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({
      description:
        "IMDb's id (nconst), such as nm0000151, or TMDB's of a person whom TMDB alone has, such as tmdb:person:287. It is also the Relay node id.",
      resolve: (person) => formatPersonId(person.id),
    }),
    imdbUrl: t.string({
      description: 'URL of the page at IMDb. Null for a person who is not at IMDb.',
      nullable: true,
      resolve: ({ id }) => (isOnlyTmdb(id) ? null : `https://www.imdb.com/name/${formatPersonId(id)}/`),
    }),
    source: t.field({
      type: DataSourceEnum,
      description:
        "Whose data the person is: IMDB, or TMDB if TMDB alone has them. Then name and years are TMDB's, tmdb has the rest, and what IMDb would say is empty: professions, knownFor, credits.",
      resolve: ({ id }) => (isOnlyTmdb(id) ? 'TMDB' : 'IMDB'),
    }),
    primaryName: t.string({
      description: 'Name by which the person is most often credited. The id if IMDb gives no name.',
      resolve: primaryNameOf,
    }),
    birthYear: t.int({
      description: 'Year of birth. Null if unknown.',
      nullable: true,
      resolve: (person) => person.birthYear,
    }),
    deathYear: t.int({
      description: 'Year of death. Null if the person is alive or the year is unknown.',
      nullable: true,
      resolve: (person) => person.deathYear,
    }),
    professions: t.field({
      type: [ProfessionEnum],
      extensions: costs({ weight: 10 }),
      description:
        "Main professions in IMDb's order, at most three: the enum values of primaryProfessions. Empty if unknown. OTHER stands for a word that is newer than the enum.",
      resolve: (person, _args, { loaders }) =>
        mapAwaitable(fullPerson(person, loaders), (full) => full?.primaryProfessions.map(knownProfession) ?? []),
    }),
    primaryProfessions: t.stringList({
      extensions: costs({ weight: 10 }),
      description: "Main professions in IMDb's words and order, at most three. Empty if unknown.",
      resolve: (person, _args, { loaders }) =>
        mapAwaitable(fullPerson(person, loaders), (full) => full?.primaryProfessions ?? []),
    }),
    knownFor: t.field({
      type: [TitleRef],
      extensions: costs({ weight: 100, rows: 4 }),
      description:
        "Titles the person is best known for, in IMDb's order. Titles that are not in the data are left out. Empty if unknown.",
      resolve: async (person, _args, { loaders }) => {
        const ids = (await fullPerson(person, loaders))?.knownFor ?? [];
        const titles = await Promise.all(ids.map((id) => loaders.titles.byId(id)));
        return titles.filter((title) => title !== null);
      },
    }),
  }),
});

const OWN_ID =
  "IMDb's id of a person, such as nm0000151, or TMDB's, such as tmdb:person:287; personBy(lookup:) also follows what TMDB has merged.";

/** A person by their key; that they are found by an id of TMDB's is of TMDB's data. */
function loadPerson(key: number, { loaders, onTmdb }: Context): Promise<Person | null> {
  const found = loaders.people.byId(key);
  return isOnlyTmdb(key) ? found.then((person) => told(person, onTmdb)) : found;
}

builder.queryFields((t) => ({
  person: t.field({
    type: PersonRef,
    nullable: true,
    description: 'Person with an id. Null if there is none; a malformed id is BAD_USER_INPUT.',
    extensions: costs({ weight: 20 }),
    args: { id: t.arg.id({ required: true, description: OWN_ID }) },
    resolve: (_root, { id }, context) => loadPerson(readKeyOfAny(id, { prefix: 'nm', at: 'id' }), context),
  }),
  peopleByIds: t.field({
    type: [PersonRef],
    extensions: costs({ weight: 500, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'People with these ids, one for each id, in the order of the argument. Null at the position of an unknown id.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's or TMDB's ids of people, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, context) =>
      loadEach(ids, {
        most: context.limits.maxIds,
        load: (id, at) => loadPerson(readKeyOfAny(id, { prefix: 'nm', at }), context),
      }),
  }),
}));
