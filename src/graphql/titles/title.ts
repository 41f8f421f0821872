import { formatTitleId, isOnlyTmdb } from '../../dataset/words/only-tmdb.ts';
import { GENRES, knownOrOther, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import type { Context } from '../base/context.ts';
import type { Loaders } from '../../loaders/create-loaders.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { DataSourceEnum, GenreEnum, TitleTypeEnum } from '../inputs/enums.ts';
import { loadEach, readKeyOfAny } from '../base/ids.ts';
import { titleTypeName } from '../base/node-type-name.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { NodeRef, TitleRef } from '../base/refs.ts';
import type { Title } from '../../store/model/model.ts';
import { told } from '../tmdb/told.ts';
import { fromFullTitle, fullTitle } from '../base/full-records.ts';

const knownType = knownOrOther(TITLE_TYPES);
const knownGenre = knownOrOther(GENRES);

/** The primary title, or the id if IMDb gives neither a primary nor an original title: a title always has a name. */
export function primaryTitleOf(title: TitleValue, loaders: Loaders): Awaitable<string> {
  if (title.primaryTitle !== undefined) return title.primaryTitle ?? formatTitleId(title.id);
  return mapAwaitable(fullTitle(title, loaders), (full) => full?.primaryTitle ?? formatTitleId(title.id));
}

TitleRef.implement({
  description:
    'A work: a film, series, episode, game and so on. The object type follows from titleType; types that are newer than this schema are OtherTitle.',
  interfaces: [NodeRef],
  resolveType: titleTypeName,
  fields: (t) => ({
    id: t.id({
      description:
        "IMDb's id (tconst), such as tt0111161, or TMDB's of a title that TMDB alone has, such as tmdb:movie:603. It is also the Relay node id.",
      resolve: (title) => formatTitleId(title.id),
    }),
    imdbUrl: t.string({
      description: 'URL of the page at IMDb. Null for a title that is not at IMDb.',
      nullable: true,
      resolve: ({ id }) => (isOnlyTmdb(id) ? null : `https://www.imdb.com/title/${formatTitleId(id)}/`),
    }),
    source: t.field({
      type: DataSourceEnum,
      description:
        "Whose data the title is: IMDB, or TMDB if TMDB alone has it. Then titles, year and running time are TMDB's, tmdb has the rest, and what IMDb would say is empty: genres, rating, credits, akas, episodes.",
      resolve: ({ id }) => (isOnlyTmdb(id) ? 'TMDB' : 'IMDB'),
    }),
    titleType: t.field({
      type: TitleTypeEnum,
      description:
        'Type of the title. OTHER if IMDb uses a word that is newer than the enum; titleTypeName has the word.',
      resolve: (title) => knownType(title.titleType),
    }),
    titleTypeName: t.string({
      description:
        "Type in IMDb's own word, such as tvMiniSeries; of a title that TMDB alone has, the word for what TMDB says: movie or tvSeries.",
      resolve: (title) => title.titleType,
    }),
    primaryTitle: t.string({
      description:
        'Title by which the work is best known, usually the English one. If its source gives none: the original title, otherwise the id.',
      extensions: costs({ weight: 5 }),
      resolve: (title, _args, { loaders }) => primaryTitleOf(title, loaders),
    }),
    originalTitle: t.string({
      description: 'Title in the original language. Null if its source gives none.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.originalTitle ?? null),
    }),
    isAdult: t.boolean({
      description:
        'Whether IMDb marks the title as adult. Lists leave adult titles out by default; lookups by id and links from other objects return them.',
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.isAdult ?? false),
    }),
    startYear: t.int({
      description: 'Year of release; for a series, its first year. May be in the future. Null if unknown.',
      nullable: true,
      resolve: (title) => title.startYear,
    }),
    endYear: t.int({
      description:
        'Last year of a series. Null if it is still running or the year is unknown, and for every title that is not a series.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.endYear ?? null),
    }),
    runtimeMinutes: t.int({
      description: 'Running time in minutes; for a series, usually that of one episode. Null if unknown.',
      nullable: true,
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.runtimeMinutes ?? null),
    }),
    genres: t.field({
      type: [GenreEnum],
      description:
        "Genres in IMDb's order, at most three. Empty if unknown. OTHER stands for a word that is newer than the enum.",
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.genres.map(knownGenre) ?? []),
    }),
    genreNames: t.stringList({
      description: "Genres in IMDb's own words, in the same order as genres.",
      extensions: costs({ weight: 5 }),
      resolve: fromFullTitle((title) => title?.genres ?? []),
    }),
  }),
});

const OWN_ID =
  "IMDb's id of a title, such as tt0111161, or TMDB's, such as tmdb:movie:603; titleBy(lookup:) also follows what TMDB has merged.";

/** A title by its key; that it is found by an id of TMDB's is of TMDB's data. */
function loadTitle(key: number, { loaders, onTmdb }: Context): Promise<Title | null> {
  const found = loaders.titles.byId(key);
  return isOnlyTmdb(key) ? found.then((title) => told(title, onTmdb)) : found;
}

builder.queryFields((t) => ({
  title: t.field({
    type: TitleRef,
    nullable: true,
    description:
      'Title with an id. Null if there is none; a malformed id is BAD_USER_INPUT. Adult titles are returned too.',
    extensions: costs({ weight: 20 }),
    args: { id: t.arg.id({ required: true, description: OWN_ID }) },
    resolve: (_root, { id }, context) => loadTitle(readKeyOfAny(id, { prefix: 'tt', at: 'id' }), context),
  }),
  titlesByIds: t.field({
    type: [TitleRef],
    extensions: costs({ weight: 500, rowsBy: { argument: 'ids', most: 'maxIds' } }),
    nullable: { list: true, items: true },
    description:
      'Titles with these ids, one for each id, in the order of the argument. Null at the position of an unknown id.',
    args: {
      ids: t.arg.idList({
        required: true,
        description:
          "IMDb's or TMDB's ids of titles, at most 100 (a setting of the server). A malformed id gives null and the error BAD_USER_INPUT at its position.",
      }),
    },
    resolve: (_root, { ids }, context) =>
      loadEach(ids, {
        most: context.limits.maxIds,
        load: (id, at) => loadTitle(readKeyOfAny(id, { prefix: 'tt', at }), context),
      }),
  }),
}));
