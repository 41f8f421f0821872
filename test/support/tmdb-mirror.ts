import { createTmdbApi } from '../../src/demo/tmdb/tmdb-api.ts';
import type { TmdbApi } from '../../src/demo/tmdb/tmdb-api.ts';
import { tmdbPath } from '../../src/dataset/sources/tmdb.ts';
import type { TmdbKind, TmdbThing } from '../../src/dataset/sources/tmdb.ts';
import type { Mirror } from '../../src/ingest/sources/tmdb/mirror.ts';

export const TMDB_NOW = new Date('2026-11-30T12:00:00Z');

/** The made-up TMDB of a small demo, without its server. */
export function madeUpTmdb({ scale = 0.0005, seed = 1, now = TMDB_NOW } = {}): TmdbApi {
  return createTmdbApi({ scale, seed, now: () => now, pictures: () => 'http://127.0.0.1/t/p' });
}

/** The body of the answer about a thing; undefined if TMDB does not have it. */
export function answerOf(api: TmdbApi, thing: TmdbThing): object | undefined {
  const url = new URL(`http://tmdb${tmdbPath(thing)}`);
  const { status, body } = api.answer(url.pathname, url.searchParams);
  return status === 200 ? body : undefined;
}

/** The first `most` things of a kind that TMDB has. */
export function thingsOf(api: TmdbApi, kind: 'movie' | 'tv' | 'person', most: number): TmdbThing[] {
  const things: TmdbThing[] = [];
  for (let id = 1; id < api.world.end(kind) && things.length < most; id += 1) {
    const thing = { kind, id, part: 0 };
    if (answerOf(api, thing) !== undefined) things.push(thing);
  }
  return things;
}

/** Takes answers about things into a mirror; `change` may make others of them. */
export async function holdAll(
  mirror: Mirror,
  things: Iterable<TmdbThing>,
  how: { api: TmdbApi; fetchedAt?: Date; change?: (body: object, thing: TmdbThing) => unknown },
): Promise<void> {
  const { api, fetchedAt = TMDB_NOW, change = (body: object) => body } = how;
  for (const thing of things) {
    const body = answerOf(api, thing);
    if (body === undefined) continue;
    await mirror.hold(thing, { fetchedAt, dueAt: fetchedAt, text: JSON.stringify(change(body, thing)) });
  }
}

/** Films, series with their seasons, people and collections of a small TMDB. */
export function someThings(api: TmdbApi, most = 60): TmdbThing[] {
  const films = thingsOf(api, 'movie', most);
  const series = thingsOf(api, 'tv', most);
  const seasons = series.flatMap(({ id }) => {
    const body = answerOf(api, { kind: 'tv', id, part: 0 }) as { seasons: { season_number: number }[] };
    return body.seasons.map((season) => ({ kind: 'season' as TmdbKind, id, part: season.season_number }));
  });
  const collections = films.flatMap((film) => {
    const { belongs_to_collection: collection } = answerOf(api, film) as {
      belongs_to_collection: { id: number } | null;
    };
    return collection === null ? [] : [{ kind: 'collection' as const, id: collection.id, part: 0 }];
  });
  return [...films, ...series, ...seasons, ...thingsOf(api, 'person', most), ...collections];
}
