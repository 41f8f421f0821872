import { TMDB_NOTICE } from '../../dataset/sources/tmdb-terms.ts';
import { tmdbTitleOf } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbTitle } from '../../store/tmdb/tmdb-titles.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { NodeRef, TitleRef } from '../base/refs.ts';
import { asItIs, connect } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { BackdropSizeEnum, pictureUrl, PosterSizeEnum } from './pictures.ts';
import {
  TmdbAlternativeTitleConnectionRef,
  TmdbCreditConnectionRef,
  TmdbRelatedTitleConnectionRef,
} from './tmdb-connections.ts';
import { tmdbOf } from './tmdb-of.ts';
import { TmdbCollectionRef, TmdbTitleRef } from './tmdb-refs.ts';
import { tmdbTitleNodeId } from './tmdb-node-id.ts';

export const TmdbTitleKindEnum = builder.enumType('TmdbTitleKind', {
  description: 'What a title is to TMDB, which numbers films and series apart.',
  values: {
    MOVIE: { value: 'MOVIE' as const, description: 'A film.' },
    TV: { value: 'TV' as const, description: 'A series.' },
    EPISODE: { value: 'EPISODE' as const, description: 'An episode of a series.' },
  },
});

const TmdbCreditKindEnum = builder.enumType('TmdbCreditKind', {
  description: 'Whether somebody is seen or heard in a title, or has worked on it.',
  values: {
    CAST: { value: 'CAST' as const, description: 'Those who play or appear, as billed.' },
    CREW: { value: 'CREW' as const, description: 'All others: each has a job.' },
  },
});

const SITE = 'https://www.themoviedb.org';

/** The page of a title at TMDB. */
function pageOf({ kind, id, place }: TmdbTitle): string {
  if (place === null) return `${SITE}/${kind === 'TV' ? 'tv' : 'movie'}/${id}`;
  const { seriesKey, seasonNumber, episodeNumber } = place;
  return `${SITE}/tv/${tmdbTitleOf(seriesKey).id}/season/${seasonNumber}/episode/${episodeNumber}`;
}

/** The key by which lists of a title are found; 0, of which there are none, for an episode. */
function listsOf({ key }: TmdbTitle): number {
  return key ?? 0;
}

TmdbTitleRef.implement({
  description: `A film, series or episode as The Movie Database (TMDB) has it: its own words beside IMDb's, and nothing is mixed. Of an episode TMDB's title, date, time and place in the series are known. ${TMDB_NOTICE}`,
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({
      description:
        "TMDB's number with its kind, such as tmdb:movie:603 or tmdb:tv:1399; of an episode IMDb's id, such as tmdb:episode:tt0959621. If TMDB alone has the title, that is the id of the Title, and the record's has /record behind it.",
      resolve: (title, _args, { loaders }) => tmdbTitleNodeId(title, loaders),
    }),
    tmdbId: t.int({
      nullable: true,
      description: "TMDB's number among those of the kind. Null for an episode.",
      resolve: ({ kind, id }) => (kind === 'EPISODE' ? null : id),
    }),
    kind: t.field({
      type: TmdbTitleKindEnum,
      description: 'Whether it is a film, a series or an episode.',
      resolve: ({ kind }) => kind,
    }),
    url: t.string({ description: 'URL of the page at TMDB.', resolve: pageOf }),
    imdbTitle: t.field({
      type: TitleRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description:
        "IMDb's title of the same work, by the id that TMDB gives. Null if TMDB gives none or it is not in IMDb's files.",
      resolve: ({ titleId }, _args, { loaders }) => (titleId === null ? null : loaders.titles.byId(titleId)),
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'Title in English, or else the original one. Null if TMDB gives none.',
    }),
    originalTitle: t.exposeString('originalTitle', {
      nullable: true,
      description: 'Title in the original language. Null if TMDB gives none.',
    }),
    overview: t.exposeString('overview', {
      nullable: true,
      description: 'What it is about, in English. Null if TMDB gives nothing.',
    }),
    tagline: t.exposeString('tagline', {
      nullable: true,
      description: 'Line that it is advertised with. Null if TMDB gives none.',
    }),
    status: t.exposeString('status', {
      nullable: true,
      description:
        "How far it has come, in TMDB's word: Released, Post Production, Returning Series, Ended, Canceled. Null if TMDB gives none.",
    }),
    originalLanguage: t.exposeString('originalLanguage', {
      nullable: true,
      description: 'Original language, a code of ISO 639-1 such as de. Null if TMDB gives none.',
    }),
    spokenLanguages: t.stringList({
      description: 'Languages that are spoken, codes of ISO 639-1. Often empty.',
      resolve: (title) => title.spokenLanguages,
    }),
    countries: t.stringList({
      description: 'Countries of production or origin, codes of ISO 3166-1 such as DE. Often empty.',
      resolve: (title) => title.countries,
    }),
    genres: t.stringList({
      description: "Genres in TMDB's words, such as Science Fiction, which are not IMDb's. Often empty.",
      resolve: (title) => title.genres,
    }),
    keywords: t.stringList({
      description: 'Keywords, in English and small letters. Often empty.',
      resolve: (title) => title.keywords,
    }),
    collection: t.field({
      type: TmdbCollectionRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description:
        'Collection that a film belongs to, such as a film and its sequels. Null if it belongs to none, and for series.',
      resolve: async ({ collection }, _args, { loaders }) =>
        collection && { ...collection, full: (await loaders.tmdb()?.collections(collection.id)) ?? null },
    }),
    releaseDate: t.exposeString('releaseDate', {
      nullable: true,
      description: 'Date of the release, or of the first broadcast of a series, as YYYY-MM-DD. Null if unknown.',
    }),
    runtimeMinutes: t.exposeInt('runtimeMinutes', {
      nullable: true,
      description: 'Running time in minutes; of a series, that of an episode. Null if unknown.',
    }),
    budget: t.exposeFloat('budget', {
      nullable: true,
      description: 'Budget in US dollars, as a whole number. Null if unknown, and for series.',
    }),
    revenue: t.exposeFloat('revenue', {
      nullable: true,
      description: 'Revenue in US dollars, as a whole number. Null if unknown, and for series.',
    }),
    popularity: t.exposeFloat('popularity', {
      nullable: true,
      description:
        "TMDB's measure of popularity on the day it was fetched; greater is more popular. Null if TMDB gives none.",
    }),
    voteAverage: t.exposeFloat('voteAverage', {
      nullable: true,
      description: "Average of the votes of TMDB's users, from 0 to 10. Null if there are none.",
    }),
    voteCount: t.exposeInt('voteCount', { description: "Number of votes of TMDB's users." }),
    posterUrl: t.string({
      nullable: true,
      description: "URL of the poster, at TMDB's host of pictures. Null if TMDB has none.",
      args: {
        size: t.arg({
          type: PosterSizeEnum,
          required: true,
          defaultValue: 'w342',
          description: 'Size of the poster. Default W342.',
        }),
      },
      resolve: ({ posterPath }, { size }, context) => pictureUrl(posterPath, { size, context }),
    }),
    backdropUrl: t.string({
      nullable: true,
      description: "URL of the backdrop, a wide picture, at TMDB's host of pictures. Null if TMDB has none.",
      args: {
        size: t.arg({
          type: BackdropSizeEnum,
          required: true,
          defaultValue: 'w780',
          description: 'Size of the backdrop. Default W780.',
        }),
      },
      resolve: ({ backdropPath }, { size }, context) => pictureUrl(backdropPath, { size, context }),
    }),
    homepage: t.exposeString('homepage', {
      nullable: true,
      description: 'URL of its own page, as TMDB has it. Null if TMDB gives none.',
    }),
    isAdult: t.exposeBoolean('isAdult', { description: 'Whether TMDB marks it as adult.' }),
    credits: t.field({
      type: TmdbCreditConnectionRef,
      extensions: costs({ weight: 50, page: 'maxLongPage' }),
      description:
        "Credits in TMDB's order: the whole cast as billed, then the crew. Of a series, those of all episodes.",
      args: {
        kind: t.arg({ type: TmdbCreditKindEnum, description: 'Returns only the cast, or only the crew.' }),
        department: t.arg.string({
          description: "Returns only credits in this department, in TMDB's spelling, such as Directing.",
        }),
        ...pagingArgs(500),
      },
      resolve: async (title, { kind, department, ...args }, { loaders, limits }) =>
        connect(
          await tmdbOf(loaders).credits(listsOf(title), {
            kind: kind ?? undefined,
            department: department ?? undefined,
          }),
          args,
          {
            sizes: { usual: limits.defaultPage, most: limits.maxLongPage },
            toNode: asItIs,
          },
        ),
    }),
    recommendations: t.field({
      type: TmdbRelatedTitleConnectionRef,
      extensions: costs({ weight: 20, page: 'maxPage' }),
      description: "Titles that TMDB recommends to who likes this one, in TMDB's order, at most 20.",
      args: pagingArgs(100),
      resolve: async (title, args, { loaders, limits }) =>
        connect(await tmdbOf(loaders).recommendations(listsOf(title)), args, {
          sizes: { usual: limits.defaultPage, most: limits.maxPage },
          toNode: asItIs,
        }),
    }),
    alternativeTitles: t.field({
      type: TmdbAlternativeTitleConnectionRef,
      extensions: costs({ weight: 20, page: 'maxPage' }),
      description: "Alternative titles that TMDB has, in TMDB's order.",
      args: pagingArgs(100),
      resolve: async (title, args, { loaders, limits }) =>
        connect(await tmdbOf(loaders).alternativeTitles(listsOf(title)), args, {
          sizes: { usual: limits.defaultPage, most: limits.maxPage },
          toNode: asItIs,
        }),
    }),
    series: t.field({
      type: TmdbTitleRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'Series of an episode. Null for all others.',
      resolve: ({ place }, _args, { loaders }) =>
        place === null ? null : tmdbOf(loaders).titles.byKey(place.seriesKey),
    }),
    seasonNumber: t.int({
      nullable: true,
      description:
        "Season of an episode in TMDB's order, which may differ from IMDb's; 0 has the specials. Null for all others.",
      resolve: ({ place }) => place?.seasonNumber ?? null,
    }),
    episodeNumber: t.int({
      nullable: true,
      description: "Number of an episode in that season, in TMDB's order. Null for all others.",
      resolve: ({ place }) => place?.episodeNumber ?? null,
    }),
    confidence: t.float({
      nullable: true,
      description:
        'Probability from 0.5 to 1 that an episode is the one of IMDb that it is asked of: no id links episodes, so that their titles, numbers and years are compared, by how often each agrees in the series. Null for all others, which are linked by id.',
      resolve: ({ place }) => place?.confidence ?? null,
    }),
    fetchedAt: t.exposeString('fetchedAt', {
      nullable: true,
      description: 'When it was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
  }),
});
