import type { UrlTarget } from '../../dataset/words/title-urls.ts';
import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { isPerson, readAnyId, readNumber, readUrl } from './read-lookup.ts';
import { keyOf } from './resolve-target.ts';
import { told } from './told.ts';

const TitleLookupInput = builder.inputType('TitleLookup', {
  isOneOf: true,
  description: 'What a title is looked up by: exactly one of these.',
  fields: (t) => ({
    id: t.id({ description: "IMDb's id, such as tt0111161, or TMDB's, such as tmdb:movie:603." }),
    url: t.string({
      description:
        'URL of a page about the title at imdb.com or themoviedb.org, with any subdomain, language, further parts and query.',
    }),
    tmdbMovieId: t.int({ description: "TMDB's number of a film." }),
    tmdbTvId: t.int({ description: "TMDB's number of a series." }),
  }),
});

const PersonLookupInput = builder.inputType('PersonLookup', {
  isOneOf: true,
  description: 'What a person is looked up by: exactly one of these.',
  fields: (t) => ({
    id: t.id({ description: "IMDb's id, such as nm0000151, or TMDB's, such as tmdb:person:287." }),
    url: t.string({
      description:
        'URL of a page about the person at imdb.com or themoviedb.org, with any subdomain, language, further parts and query.',
    }),
    tmdbId: t.int({ description: "TMDB's number of a person." }),
  }),
});

const BY_TMDB =
  "What TMDB alone has is found by TMDB's ids. Null if there is none, and where this server has no data of TMDB's for a lookup by it. What TMDB has merged into another is found as that.";

builder.queryFields((t) => ({
  titleBy: t.field({
    type: TitleRef,
    nullable: true,
    extensions: costs({ weight: 60 }),
    description: `Title by an id or a URL of IMDb's or TMDB's. ${BY_TMDB}`,
    args: {
      lookup: t.arg({ type: TitleLookupInput, required: true, description: 'What it is looked up by.' }),
    },
    resolve: async (_root, { lookup: { id, url, tmdbMovieId, tmdbTvId } }, context) => {
      const at = 'lookup.';
      const target =
        (id != null && readAnyId(id, `${at}id`)) ||
        (url != null && readUrl(url, `${at}url`)) ||
        (tmdbMovieId != null && readNumber(tmdbMovieId, { kind: 'MOVIE', at: `${at}tmdbMovieId` })) ||
        readNumber(tmdbTvId ?? 0, { kind: 'TV', at: `${at}tmdbTvId` });
      if (isPerson(target)) throw badInput('lookup: that is a person, not a title. Use personBy(lookup:).');
      return find(target, context, (key) => context.loaders.titles.byId(key));
    },
  }),
  personBy: t.field({
    type: PersonRef,
    nullable: true,
    extensions: costs({ weight: 60 }),
    description: `Person by an id or a URL of IMDb's or TMDB's. ${BY_TMDB}`,
    args: {
      lookup: t.arg({ type: PersonLookupInput, required: true, description: 'What they are looked up by.' }),
    },
    resolve: async (_root, { lookup: { id, url, tmdbId } }, context) => {
      const target =
        (id != null && readAnyId(id, 'lookup.id')) ||
        (url != null && readUrl(url, 'lookup.url')) ||
        readNumber(tmdbId ?? 0, { kind: 'PERSON', at: 'lookup.tmdbId' });
      if (!isPerson(target)) throw badInput('lookup: that is a title, not a person. Use titleBy(lookup:).');
      return find(target, context, (key) => context.loaders.people.byId(key));
    },
  }),
}));

/** The title or person of an id or an address; what is found by TMDB's is told to be of TMDB's data. */
async function find<T>(
  target: UrlTarget,
  { loaders, onTmdb }: Context,
  load: (key: number) => Promise<T | null>,
): Promise<T | null> {
  const key = await keyOf(target, loaders);
  const found = key === null ? null : await load(key);
  return target.source === 'TMDB' ? told(found, onTmdb) : found;
}
