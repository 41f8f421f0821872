import { ONLY_TMDB_FROM } from '../../dataset/words/only-tmdb.ts';
import { formatTmdbId, tmdbTitleOf } from '../../dataset/words/tmdb-ids.ts';
import { costs } from '../base/cost.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { asItIs, connect } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { BackdropSizeEnum, pictureUrl, PosterSizeEnum } from './pictures.ts';
import {
  TmdbAlternativeTitleRef,
  TmdbCollectionRef,
  TmdbCreditRef,
  TmdbPersonRef,
  TmdbRelatedTitleRef,
  TmdbTitleRef,
} from './tmdb-refs.ts';
import { TmdbRelatedTitleConnectionRef } from './tmdb-connections.ts';
import { tmdbOf } from './tmdb-of.ts';

TmdbCreditRef.implement({
  description: 'A credit of one person on one title, as TMDB has it: a part in the cast, or a job in the crew.',
  fields: (t) => ({
    creditId: t.exposeString('creditId', {
      nullable: true,
      description: "TMDB's id of the credit. Null if TMDB gives none.",
    }),
    name: t.exposeString('personName', { nullable: true, description: 'Name of the person. Null if TMDB gives none.' }),
    department: t.exposeString('department', {
      nullable: true,
      description: "Department, in TMDB's word: Acting for the cast, or such as Directing. Null if TMDB gives none.",
    }),
    job: t.exposeString('job', {
      nullable: true,
      description: 'Job in the crew, such as Director. Null for the cast.',
    }),
    character: t.exposeString('character', {
      nullable: true,
      description: 'What a member of the cast plays. Null for the crew, and if TMDB gives nothing.',
    }),
    billingOrder: t.exposeInt('billingOrder', {
      nullable: true,
      description: 'Place in the billing of the cast, from 0. Null for the crew.',
    }),
    episodeCount: t.exposeInt('episodeCount', {
      nullable: true,
      description: 'Number of episodes of a series. Null for films.',
    }),
    tmdbPerson: t.field({
      type: TmdbPersonRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'The person at TMDB. Null while they have not been fetched.',
      resolve: ({ tmdbPersonId }, _args, { loaders }) => tmdbOf(loaders).people.byId(tmdbPersonId),
    }),
    tmdbPersonId: t.id({
      description: "TMDB's id of the person, such as tmdb:person:287.",
      resolve: ({ tmdbPersonId }) => formatTmdbId({ kind: 'PERSON', id: tmdbPersonId }),
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      extensions: costs({ weight: 40 }),
      description:
        'The person of the same id: of IMDb, or the one whom TMDB alone has. Null while they have not been fetched.',
      resolve: ({ tmdbPersonId }, _args, { loaders }) => loaders.people.byId(ONLY_TMDB_FROM + tmdbPersonId),
    }),
  }),
});

TmdbRelatedTitleRef.implement({
  description: "A title of TMDB's in a list: what is known of it at both.",
  fields: (t) => ({
    tmdbId: t.id({
      description: "TMDB's number with its kind, such as tmdb:movie:603.",
      resolve: ({ key }) => formatTmdbId(tmdbTitleOf(key)),
    }),
    tmdb: t.field({
      type: TmdbTitleRef,
      nullable: true,
      extensions: costs({ weight: 20 }),
      description: 'The title at TMDB. Null while it has not been fetched.',
      resolve: ({ key }, _args, { loaders }) => tmdbOf(loaders).titles.byKey(key),
    }),
    title: t.field({
      type: TitleRef,
      nullable: true,
      extensions: costs({ weight: 40 }),
      description: "The same work: IMDb's title, or the one that TMDB alone has. Null while it has not been fetched.",
      resolve: ({ key }, _args, { loaders }) => loaders.titles.byId(ONLY_TMDB_FROM + key),
    }),
  }),
});

TmdbAlternativeTitleRef.implement({
  description: 'A title under which a work is known somewhere, as TMDB has it.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Text of the title.' }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'Country, a code of ISO 3166-1 such as DE. Null if TMDB gives none.',
    }),
    type: t.exposeString('type', {
      nullable: true,
      description: 'What kind of title it is, in words of whoever entered it. Null if nothing is said.',
    }),
  }),
});

TmdbCollectionRef.implement({
  description: 'A collection of films at TMDB, such as a film and its sequels.',
  fields: (t) => ({
    id: t.id({
      description: "TMDB's number, such as tmdb:collection:2344.",
      resolve: ({ id }) => `tmdb:collection:${id}`,
    }),
    name: t.string({
      nullable: true,
      description: 'Name. Null if TMDB gives none.',
      resolve: ({ name, full }) => full?.name ?? name,
    }),
    overview: t.string({
      nullable: true,
      description:
        'What it is about, in English. Null if TMDB gives nothing, and while the collection has not been fetched.',
      resolve: ({ full }) => full?.overview ?? null,
    }),
    posterUrl: t.string({
      nullable: true,
      description: 'URL of the poster. Null if TMDB has none, and while the collection has not been fetched.',
      args: {
        size: t.arg({
          type: PosterSizeEnum,
          required: true,
          defaultValue: 'w342',
          description: 'Size of the poster. Default W342.',
        }),
      },
      resolve: ({ full }, { size }, context) => pictureUrl(full?.posterPath, { size, context }),
    }),
    backdropUrl: t.string({
      nullable: true,
      description: 'URL of the backdrop. Null if TMDB has none, and while the collection has not been fetched.',
      args: {
        size: t.arg({
          type: BackdropSizeEnum,
          required: true,
          defaultValue: 'w780',
          description: 'Size of the backdrop. Default W780.',
        }),
      },
      resolve: ({ full }, { size }, context) => pictureUrl(full?.backdropPath, { size, context }),
    }),
    parts: t.field({
      type: TmdbRelatedTitleConnectionRef,
      extensions: costs({ weight: 20, page: 'maxPage' }),
      description: "Films of the collection, in TMDB's order. Empty while the collection has not been fetched.",
      args: pagingArgs(100),
      resolve: ({ id, full }, args, { loaders, limits }) =>
        connect(tmdbOf(loaders).parts(id, full), args, {
          sizes: { usual: limits.defaultPage, most: limits.maxPage },
          toNode: asItIs,
        }),
    }),
    fetchedAt: t.string({
      nullable: true,
      description:
        'When it was asked of TMDB, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z. Null while the collection has not been fetched.',
      resolve: ({ full }) => full?.fetchedAt ?? null,
    }),
  }),
});
