import { formatConst } from '../dataset/words/consts.ts';
import { whenThere } from './base/awaitable.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { loadEach, readKey } from './base/ids.ts';
import { NodeRef, PersonRef, TitleRef } from './base/refs.ts';
import { wholePerson } from './base/whole.ts';

PersonRef.implement({
  description: 'Somebody who worked on a title, or appears in one. IMDb: name.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({
      description: "IMDb's id (nconst), such as nm0000151. It is the node id too.",
      resolve: (person) => formatConst('nm', person.id),
    }),
    imdbUrl: t.string({
      description: 'Their page at IMDb. Null for a person whom IMDb does not have.',
      nullable: true,
      resolve: (person) => `https://www.imdb.com/name/${formatConst('nm', person.id)}/`,
    }),
    primaryName: t.string({
      description: 'The name they are most often credited by. The id where IMDb gives none.',
      resolve: (person) => person.primaryName ?? formatConst('nm', person.id),
    }),
    birthYear: t.int({
      description: 'Year of birth. Null where unknown.',
      nullable: true,
      resolve: (person) => person.birthYear,
    }),
    deathYear: t.int({
      description: 'Year of death. Null where they live, and where unknown.',
      nullable: true,
      resolve: (person) => person.deathYear,
    }),
    primaryProfessions: t.stringList({
      extensions: costs({ weight: 10 }),
      description: "Their main professions in IMDb's words and order, three at most; empty where unknown.",
      resolve: (person, _args, { loaders }) =>
        whenThere(wholePerson(person, loaders), (whole) => whole?.primaryProfessions ?? []),
    }),
    knownFor: t.field({
      type: [TitleRef],
      extensions: costs({ weight: 100, rows: 4 }),
      description:
        "A few titles they are best known for, in IMDb's order. Ids that are not in the data are left out; empty where unknown.",
      resolve: async (person, _args, { loaders }) => {
        const ids = (await wholePerson(person, loaders))?.knownFor ?? [];
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
    description: 'A person by their id. Null when nobody has it; an id that cannot be one is BAD_USER_INPUT.',
    extensions: costs({ weight: 20 }),
    args: { id: t.arg.id({ required: true, description: "IMDb's id of a person, such as nm0000151." }) },
    resolve: (_root, { id }, { loaders }) => loaders.people.byId(readKey(id, { prefix: 'nm', at: 'id' })),
  }),
  peopleByIds: t.field({
    type: [PersonRef],
    extensions: costs({ weight: 500, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'People by their ids, in the order of the ids and as often as they stand there; null for an id that nobody has.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's ids of people, at most 100 (a setting of the server). One that cannot be an id is BAD_USER_INPUT at its place, with null there.",
      }),
    },
    resolve: (_root, { ids }, { loaders, limits }) =>
      loadEach(ids, {
        most: limits.maxIds,
        load: (id, at) => loaders.people.byId(readKey(id, { prefix: 'nm', at })),
      }),
  }),
}));
