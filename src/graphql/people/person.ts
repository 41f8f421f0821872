import { formatConst } from '../../dataset/words/consts.ts';
import { knownOrOther, PROFESSIONS } from '../../dataset/words/vocabulary.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { loadEach, readKey } from '../base/ids.ts';
import { ProfessionEnum } from '../inputs/enums.ts';
import type { PersonValue } from '../base/node-type-name.ts';
import { NodeRef, PersonRef, TitleRef } from '../base/refs.ts';
import { fullPerson } from '../base/full-records.ts';

const knownProfession = knownOrOther(PROFESSIONS);

/** The primary name, or the id if IMDb gives none: a person always has a name. */
export function primaryNameOf(person: PersonValue): string {
  return person.primaryName ?? formatConst('nm', person.id);
}

PersonRef.implement({
  description: 'A person who worked on a title or appears in one. IMDb: name.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({
      description: "IMDb's id (nconst), such as nm0000151. It is also the Relay node id.",
      resolve: (person) => formatConst('nm', person.id),
    }),
    imdbUrl: t.string({
      description: 'URL of the page at IMDb. Null for a person who is not at IMDb.',
      nullable: true,
      resolve: (person) => `https://www.imdb.com/name/${formatConst('nm', person.id)}/`,
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

builder.queryFields((t) => ({
  person: t.field({
    type: PersonRef,
    nullable: true,
    description: 'Person with an id. Null if there is none; a malformed id is BAD_USER_INPUT.',
    extensions: costs({ weight: 20 }),
    args: { id: t.arg.id({ required: true, description: "IMDb's id of a person, such as nm0000151." }) },
    resolve: (_root, { id }, { loaders }) => loaders.people.byId(readKey(id, { prefix: 'nm', at: 'id' })),
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
          "IMDb's ids of people, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, { loaders, limits }) =>
      loadEach(ids, {
        most: limits.maxIds,
        load: (id, at) => loaders.people.byId(readKey(id, { prefix: 'nm', at })),
      }),
  }),
}));
