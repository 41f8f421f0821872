import { formatConst } from '../dataset/words/consts.ts';
import { GENRES, knownOrOther, TITLE_TYPES } from '../dataset/words/vocabulary.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { whenThere } from './base/awaitable.ts';
import type { Awaitable } from './base/awaitable.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { GenreEnum, TitleTypeEnum } from './inputs/enums.ts';
import { loadEach, readKey } from './base/ids.ts';
import { titleTypeName } from './base/node-type-name.ts';
import type { TitleValue } from './base/node-type-name.ts';
import { NodeRef, TitleRef } from './base/refs.ts';
import { fromWhole, wholeTitle } from './base/whole.ts';

const knownType = knownOrOther(TITLE_TYPES);
const knownGenre = knownOrOther(GENRES);

/** A title always has a name: its id stands in where IMDb gives neither a primary nor an original one. */
export function primaryTitleOf(title: TitleValue, loaders: Loaders): Awaitable<string> {
  if (title.primaryTitle !== undefined) return title.primaryTitle ?? formatConst('tt', title.id);
  return whenThere(wholeTitle(title, loaders), (whole) => whole?.primaryTitle ?? formatConst('tt', title.id));
}

TitleRef.implement({
  description:
    'A work: a film, a series, an episode, a game… Its object type follows its titleType; a type that IMDb invents is an OtherTitle.',
  interfaces: [NodeRef],
  resolveType: titleTypeName,
  fields: (t) => ({
    id: t.id({
      description: "IMDb's id (tconst), such as tt0111161. It is the node id too.",
      resolve: (title) => formatConst('tt', title.id),
    }),
    imdbUrl: t.string({
      description: 'Its page at IMDb. Null for a title that IMDb does not have.',
      nullable: true,
      resolve: (title) => `https://www.imdb.com/title/${formatConst('tt', title.id)}/`,
    }),
    titleType: t.field({
      type: TitleTypeEnum,
      description: 'Its type; OTHER where IMDb uses a word that is newer than the enum, see titleTypeName.',
      resolve: (title) => knownType(title.titleType),
    }),
    titleTypeName: t.string({
      description: "IMDb's own word for its type, unchanged: tvMiniSeries.",
      resolve: (title) => title.titleType,
    }),
    primaryTitle: t.string({
      description:
        'The title it is best known by, mostly the English one. Where IMDb gives none: the original title, else the id.',
      extensions: costs({ weight: 5 }),
      resolve: (title, _args, { loaders }) => primaryTitleOf(title, loaders),
    }),
    originalTitle: t.string({
      description: 'The title in the original language. Null where IMDb gives none.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.originalTitle ?? null),
    }),
    isAdult: t.boolean({
      description: 'Whether IMDb marks it as adult. Lists leave such titles out unless asked; ids and links find them.',
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.isAdult ?? false),
    }),
    startYear: t.int({
      description: 'Year of release; of a series, the year it began. Null where unknown. May lie in the future.',
      nullable: true,
      resolve: (title) => title.startYear,
    }),
    endYear: t.int({
      description: 'The year a series ended. Null while it runs, where unknown, and for everything but a series.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.endYear ?? null),
    }),
    runtimeMinutes: t.int({
      description: 'Running time in minutes; of a series, usually that of one episode. Null where unknown.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.runtimeMinutes ?? null),
    }),
    genres: t.field({
      type: [GenreEnum],
      description:
        "Its genres in IMDb's order, three at most; empty where unknown. OTHER stands for a word that is newer than the enum.",
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.genres.map(knownGenre) ?? []),
    }),
    genreNames: t.stringList({
      description: "IMDb's own words for its genres, place by place as in genres.",
      extensions: costs({ weight: 5 }),
      resolve: fromWhole((title) => title?.genres ?? []),
    }),
  }),
});

builder.queryFields((t) => ({
  title: t.field({
    type: TitleRef,
    nullable: true,
    description:
      'A title by its id. Null when no title has it; an id that cannot be one is BAD_USER_INPUT. Adult titles are found too.',
    extensions: costs({ weight: 20 }),
    args: { id: t.arg.id({ required: true, description: "IMDb's id of a title, such as tt0111161." }) },
    resolve: (_root, { id }, { loaders }) => loaders.titles.byId(readKey(id, { prefix: 'tt', at: 'id' })),
  }),
  titlesByIds: t.field({
    type: [TitleRef],
    extensions: costs({ weight: 500, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'Titles by their ids, in the order of the ids and as often as they stand there; null for an id that no title has.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's ids of titles, at most 100 (a setting of the server). One that cannot be an id is BAD_USER_INPUT at its place, with null there.",
      }),
    },
    resolve: (_root, { ids }, { loaders, limits }) =>
      loadEach(ids, {
        most: limits.maxIds,
        load: (id, at) => loaders.titles.byId(readKey(id, { prefix: 'tt', at })),
      }),
  }),
}));
