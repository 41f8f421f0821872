import type { TmdbTitleKind } from '../../../dataset/sources/tmdb.ts';
import { alternativeTitles } from '../bodies/alternative-titles.ts';
import { aggregateCredits, creatorsOf, movieCredits } from '../bodies/credits.ts';
import { movieExternalIds, personExternalIds, tvExternalIds } from '../bodies/external-ids.ts';
import { titleItem } from '../bodies/list-items.ts';
import { movieBody } from '../bodies/movie-body.ts';
import { personBody } from '../bodies/person-body.ts';
import { picturePath } from '../bodies/picture-paths.ts';
import { seasonBody } from '../bodies/season-body.ts';
import { tvBody } from '../bodies/tv-body.ts';
import { dateOf, type Day } from '../ids/lifetimes.ts';
import type { Catalogue } from '../things/catalogue.ts';
import type { Collections, TmdbCollection } from '../things/collections.ts';
import type { PlacedEpisode } from '../things/episode-order.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';
import { languageOf } from '../words/places.ts';
import { failed, found, moved, type TmdbAnswer } from './answer.ts';

/** What the details of things are made from. */
export interface DetailsFrom {
  world: TmdbWorld;
  catalogue: Catalogue;
  collections: Collections;
  order: (title: TmdbTitle) => PlacedEpisode[];
  day: Day;
}

/** Parts of a thing that have a path of their own and can be appended to its details. */
type Parts = Record<string, () => object>;

const MOST_APPENDED = 20;

/** `/3/movie/{id}` and `/3/tv/{id}`, or one part of it: `/3/movie/{id}/credits`. */
export function titleDetails(
  kind: TmdbTitleKind,
  asked: { id: number; part?: string | undefined; query: URLSearchParams },
  from: DetailsFrom,
): TmdbAnswer {
  const title = from.world.title(kind, asked.id, from.day);
  if (title === undefined) {
    const into = from.world.mergedInto(kind, asked.id, from.day);
    return into === undefined ? failed(34) : moved(`/3/${kind}/${into}`, asked.query);
  }
  const parts = kind === 'movie' ? movieParts(title, from) : tvParts(title, from);
  const body = (): object =>
    kind === 'movie'
      ? movieBody(title, from.collections.ofMovie(title.id, from.day))
      : tvBody(title, {
          episodes: from.order(title),
          creators: creatorsOf(from.world, title, from.day),
          today: dateOf(from.day),
        });
  return withParts(body, { ...asked, parts });
}

/** `/3/person/{id}`. */
export function personDetails(
  asked: { id: number; part?: string | undefined; query: URLSearchParams },
  { world, day }: DetailsFrom,
): TmdbAnswer {
  const person = world.person(asked.id, day);
  if (person === undefined) return failed(34);
  const parts = { external_ids: () => personExternalIds(person.imdbId) };
  return withParts(() => personBody(person), { ...asked, parts });
}

/** `/3/tv/{id}/season/{number}`. */
export function seasonDetails(id: number, season: number, { world, order, day }: DetailsFrom): TmdbAnswer {
  const title = world.title('tv', id, day);
  const body = title === undefined ? undefined : seasonBody(title, order(title), season);
  return body === undefined ? failed(34) : found(body);
}

/** `/3/collection/{id}`. */
export function collectionDetails(id: number, { world, collections, day }: DetailsFrom): TmdbAnswer {
  const collection = collections.collection(id, day);
  if (collection === undefined) return failed(34);
  const parts = collection.parts.map((part) => world.title('movie', part, day)).filter((title) => title !== undefined);
  return found({
    id,
    name: collection.name,
    original_language: parts[0] === undefined ? 'en' : languageOf(parts[0].known.culture),
    original_name: collection.name,
    overview: collection.overview,
    poster_path: picturePath('poster', 'collection', { id, isThere: collection.hasPoster }),
    backdrop_path: picturePath('backdrop', 'collection', { id, isThere: collection.hasBackdrop }),
    parts: parts.map(withKind),
  });
}

function movieParts(title: TmdbTitle, from: DetailsFrom): Parts {
  return {
    external_ids: () => movieExternalIds(title.imdbId),
    credits: () => movieCredits(from.world, title, from.day),
    keywords: () => ({ keywords: title.keywords }),
    alternative_titles: () => ({ titles: alternativeTitles(from.world.seed, title) }),
    recommendations: () => recommendations(title, from.collections.ofMovie(title.id, from.day), from),
  };
}

function tvParts(title: TmdbTitle, from: DetailsFrom): Parts {
  const episodes = from.order(title).filter(({ season }) => season > 0).length;
  return {
    external_ids: () => tvExternalIds(title.imdbId),
    aggregate_credits: () => aggregateCredits(from.world, title, { day: from.day, episodes }),
    credits: () => movieCredits(from.world, title, from.day),
    keywords: () => ({ results: title.keywords }),
    alternative_titles: () => ({ results: alternativeTitles(from.world.seed, title) }),
    recommendations: () => recommendations(title, undefined, from),
  };
}

/** The first page of what TMDB recommends, which is all that the demo has. */
function recommendations(title: TmdbTitle, collection: TmdbCollection | undefined, from: DetailsFrom): object {
  const { kind, id } = title;
  const genreIds = title.genres.map((genre) => genre.id);
  const ids = from.catalogue.recommended(kind, { id, genreIds, first: collection?.parts ?? [] }, from.day);
  const titles = ids.map((other) => from.world.title(kind, other, from.day)).filter((other) => other !== undefined);
  const results = titles.map(withKind);
  return { page: 1, results, total_pages: Math.ceil(results.length / 20), total_results: results.length };
}

/** A title in a list of titles of several kinds. */
function withKind(title: TmdbTitle): object {
  return { ...titleItem(title), media_type: title.kind };
}

function withParts(
  body: () => object,
  asked: { id: number; part?: string | undefined; query: URLSearchParams; parts: Parts },
): TmdbAnswer {
  const { id, part, query, parts } = asked;
  if (part !== undefined) {
    const own = parts[part];
    return own === undefined ? failed(34) : found({ id, ...own() });
  }
  const appended = (query.get('append_to_response') ?? '').split(',').filter((name) => name !== '');
  if (appended.length > MOST_APPENDED) return failed(27);
  const known = appended.filter((name) => name in parts);
  return found({ ...body(), ...Object.fromEntries(known.map((name) => [name, (parts[name] as () => object)()])) });
}
