import { isOnlyTmdb, ONLY_TMDB_FROM } from '../dataset/words/only-tmdb.ts';
import type { Wait } from '../process/wait.ts';
import { creditsOfTmdbTitle } from '../store/tmdb/tmdb-credits.ts';
import type { TmdbCreditFilter } from '../store/tmdb/tmdb-credits.ts';
import { alternativeTitlesOf, placesOf } from '../store/tmdb/tmdb-lists.ts';
import type { TmdbCollection } from '../store/tmdb/tmdb-lists.ts';
import type { TmdbPerson } from '../store/tmdb/tmdb-people.ts';
import type { TmdbReaders } from '../store/tmdb/tmdb-readers.ts';
import type { TmdbTitle } from '../store/tmdb/tmdb-titles.ts';
import { byKey } from './by-key.ts';

/** What resolvers read of TMDB's data in one request. */
export type TmdbLoaders = ReturnType<typeof createTmdbLoaders>;

export function createTmdbLoaders(readers: TmdbReaders, wait: Wait | undefined) {
  const titles = byKey(readers.titles, wait);
  const people = byKey(readers.people, wait);
  const titleLinks = byKey(readers.titleLinks, wait);
  const personLinks = byKey(readers.personLinks, wait);
  const credits = byKey(readers.credits, wait);
  const recommendations = byKey(readers.recommendations, wait);
  const alternativeTitles = byKey(readers.alternativeTitles, wait);

  return {
    titles: {
      /** Null for what TMDB has not, or what was not fetched. */
      byKey: titles,
      /** What TMDB has of a title of IMDb's, or of one that it alone has. */
      ofTitle: async (titleId: number): Promise<TmdbTitle | null> => {
        if (isOnlyTmdb(titleId)) return titles(titleId - ONLY_TMDB_FROM);
        const link = await titleLinks(titleId);
        return link === null ? null : titles(link.to);
      },
      /** An episode of IMDb's as TMDB has it. */
      ofEpisode: byKey(readers.episodes, wait),
    },
    people: {
      byId: people,
      ofPerson: async (personId: number): Promise<TmdbPerson | null> => {
        if (isOnlyTmdb(personId)) return people(personId - ONLY_TMDB_FROM);
        const link = await personLinks(personId);
        return link === null ? null : people(link.to);
      },
    },
    credits: (key: number, filter: TmdbCreditFilter) => creditsOfTmdbTitle(credits, { key, filter }),
    recommendations: async (key: number) =>
      placesOf(`tmdb.recommendations ${key}`, (await recommendations(key))?.keys ?? []),
    alternativeTitles: async (key: number) =>
      alternativeTitlesOf(key, (await alternativeTitles(key)) ?? { titles: [] }),
    /** The films of a collection. */
    parts: (id: number, collection: TmdbCollection | null) => placesOf(`tmdb.parts ${id}`, collection?.parts ?? []),
    collections: byKey(readers.collections, wait),
    /** What became of those that TMDB has no more; null for all others. */
    gone: { title: byKey(readers.goneTitles, wait), person: byKey(readers.gonePeople, wait) },
  };
}
