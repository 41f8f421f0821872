import { itemIn, itemsIn } from '../../dataset/indexes/field-kinds.ts';
import {
  TMDB_ALTERNATIVE_TITLE,
  TMDB_COLLECTION,
  TMDB_RECOMMENDATION,
} from '../../dataset/indexes/tmdb-document-fields.ts';
import { tmdbKeyOf } from '../../dataset/words/tmdb-ids.ts';
import { materialisedList } from '../lists/materialised-list.ts';
import type { Pageable } from '../model/page.ts';

/** The titles that TMDB recommends behind a title, by their keys and in TMDB's order. */
export interface TmdbRecommendations {
  keys: readonly number[];
}

export interface TmdbAlternativeTitle {
  position: number;
  title: string;
  country: string | null;
  type: string | null;
}

export interface TmdbAlternativeTitles {
  titles: readonly TmdbAlternativeTitle[];
}

/** A collection of films. */
export interface TmdbCollection {
  id: number;
  name: string | null;
  overview: string | null;
  posterPath: string | null;
  backdropPath: string | null;
  /** The keys of its films. */
  parts: readonly number[];
  /** ISO 8601, UTC. */
  fetchedAt: string | null;
}

/** A title of TMDB's in a list of others. */
export interface TmdbPlace {
  key: number;
  position: number;
}

/** Of each item: place, key. */
const PLACE = TMDB_RECOMMENDATION.position.place;
const KEY = TMDB_RECOMMENDATION.tmdbKey.place;
const NUMBERS = Object.keys(TMDB_RECOMMENDATION).length;

export function decodeTmdbRecommendations(_key: number, text: string): TmdbRecommendations {
  const values = itemsIn(text).flatMap((item) => [
    TMDB_RECOMMENDATION.position.of(item),
    TMDB_RECOMMENDATION.tmdbKey.of(item),
  ]);
  return numberedTmdbRecommendations(_key, Int32Array.from(values));
}

export function numberedTmdbRecommendations(_key: number, numbers: Int32Array): TmdbRecommendations {
  const items: { position: number; key: number }[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    items.push({ position: numbers[at + PLACE] ?? 0, key: numbers[at + KEY] ?? 0 });
  }
  return { keys: items.sort((one, other) => one.position - other.position).map(({ key }) => key) };
}

export function decodeTmdbAlternativeTitles(_key: number, text: string): TmdbAlternativeTitles {
  const titles = itemsIn(text).map((item) => ({
    position: TMDB_ALTERNATIVE_TITLE.position.of(item),
    title: TMDB_ALTERNATIVE_TITLE.title.of(item) ?? '',
    country: TMDB_ALTERNATIVE_TITLE.country.of(item),
    type: TMDB_ALTERNATIVE_TITLE.type.of(item),
  }));
  return { titles: titles.sort((one, other) => one.position - other.position) };
}

export function decodeTmdbCollection(id: number, text: string): TmdbCollection {
  const item = itemIn(text);
  return {
    id,
    name: TMDB_COLLECTION.name.of(item),
    overview: TMDB_COLLECTION.overview.of(item),
    posterPath: TMDB_COLLECTION.posterPath.of(item),
    backdropPath: TMDB_COLLECTION.backdropPath.of(item),
    parts: TMDB_COLLECTION.parts.of(item).map((part) => tmdbKeyOf({ kind: 'MOVIE', id: part })),
    fetchedAt: TMDB_COLLECTION.fetchedAt.of(item),
  };
}

/** Titles in an order, by the page; `name` is that of the list. */
export function placesOf(name: string, keys: readonly number[]): Pageable<TmdbPlace> {
  return materialisedList({
    name,
    items: keys.map((key, position) => ({ key, position })),
    terms: [{ name: 'POSITION', direction: 'ASC', type: 'number', of: ({ position }) => position }],
    sorted: true,
  });
}

export function alternativeTitlesOf(key: number, { titles }: TmdbAlternativeTitles): Pageable<TmdbAlternativeTitle> {
  return materialisedList({
    name: `tmdb.alternativeTitles ${key}`,
    items: titles,
    terms: [{ name: 'POSITION', direction: 'ASC', type: 'number', of: ({ position }) => position }],
    sorted: true,
  });
}
