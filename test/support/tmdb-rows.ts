import type { TmdbRow, TmdbRows } from './tmdb-snapshot.ts';

const FETCHED_AT = '2026-11-19T03:00:00.000Z';

/** A title of TMDB's with what each one has; `row` says more. */
export function tmdbTitle({ kind, id, ...row }: TmdbRow & { kind: 'MOVIE' | 'TV'; id: number }): TmdbRow {
  const tmdbKey = id * 2 + (kind === 'TV' ? 1 : 0);
  return { tmdbKey, kind, id, voteCount: 0, adult: false, fetchedAt: FETCHED_AT, title: `Title ${id}`, ...row };
}

export function tmdbPerson(row: TmdbRow & { id: number }): TmdbRow {
  return { name: `Person ${row.id}`, fetchedAt: FETCHED_AT, ...row };
}

/** A film and a series of SMALL with all that TMDB has of them, a film that IMDb lacks, and one that was merged. */
export const SMALL_TMDB: TmdbRows = {
  'tmdb.titles': [
    tmdbTitle({
      kind: 'MOVIE',
      id: 603,
      tconst: 1,
      title: 'The Film',
      originalTitle: 'Der Film',
      overview: 'A film "about"\na\tfilm, with 星 and 🎬.',
      tagline: 'Reel by reel',
      status: 'Released',
      originalLanguage: 'de',
      spokenLanguages: ['de', 'en'],
      countries: ['DE', 'US'],
      genres: ['Comedy', 'Drama'],
      keywords: ['film, in film', 'projector'],
      collectionId: 10,
      collectionName: 'The Film Collection',
      releaseDate: '1999-03-30',
      runtimeMinutes: 91,
      budget: 63_000_000,
      revenue: 2_923_706_026,
      popularity: 83.125,
      voteAverage: 8.2,
      voteCount: 26_000,
      posterPath: '/poster.jpg',
      backdropPath: '/backdrop.jpg',
      homepage: 'https://example.org/film',
    }),
    tmdbTitle({ kind: 'TV', id: 603, tconst: 2, title: 'The Series', status: 'Ended', voteCount: 10 }),
    // The same film again, with fewer votes; one that IMDb's files lack, and one that IMDb has no id for.
    tmdbTitle({ kind: 'MOVIE', id: 604, tconst: 1, title: 'The Film (cut)', voteCount: 5 }),
    tmdbTitle({ kind: 'MOVIE', id: 605, tconst: 9_999_999, collectionId: 10, collectionName: 'The Film Collection' }),
    tmdbTitle({ kind: 'MOVIE', id: 606 }),
  ].sort((one, other) => Number(one['tmdbKey']) - Number(other['tmdbKey'])),
  'tmdb.people': [
    tmdbPerson({
      id: 1,
      nconst: 2,
      name: 'Ann',
      biography: 'Born.\n\nPlays "Ann".',
      birthday: '1960-01-02',
      deathday: '2020-03-04',
      placeOfBirth: 'Graz, Austria',
      gender: 1,
      alsoKnownAs: ['Anna', 'Анна'],
      knownForDepartment: 'Acting',
      profilePath: '/ann.jpg',
      popularity: 12.5,
    }),
    tmdbPerson({ id: 2, nconst: 1, name: 'Bob', popularity: 1 }),
    tmdbPerson({ id: 3, name: 'Nobody of IMDb' }),
    tmdbPerson({ id: 4, nconst: 1, name: 'Bob again', popularity: 7 }),
  ],
  'tmdb.credits': [
    {
      tmdbKey: 1206,
      position: 0,
      creditId: 'c0',
      personId: 1,
      personName: 'Ann',
      department: 'Acting',
      character: 'The "Boss"',
      billingOrder: 0,
      fetchedAt: FETCHED_AT,
    },
    {
      tmdbKey: 1206,
      position: 1,
      creditId: 'c1',
      personId: 77,
      personName: 'Not fetched',
      department: 'Acting',
      billingOrder: 1,
      fetchedAt: FETCHED_AT,
    },
    {
      tmdbKey: 1206,
      position: 2,
      creditId: 'c2',
      personId: 2,
      personName: 'Bob',
      department: 'Directing',
      job: 'Director',
      fetchedAt: FETCHED_AT,
    },
    {
      tmdbKey: 1207,
      position: 0,
      creditId: 'c3',
      personId: 1,
      personName: 'Ann',
      department: 'Acting',
      character: 'Ann',
      billingOrder: 0,
      episodeCount: 3,
      fetchedAt: FETCHED_AT,
    },
  ],
  'tmdb.recommendations': [
    { tmdbKey: 1206, position: 0, recommendedKey: 1207, fetchedAt: FETCHED_AT },
    { tmdbKey: 1206, position: 1, recommendedKey: 1212, fetchedAt: FETCHED_AT },
    { tmdbKey: 1206, position: 2, recommendedKey: 88_888, fetchedAt: FETCHED_AT },
  ],
  'tmdb.alternative_titles': [
    { tmdbKey: 1206, position: 0, country: 'DE', type: 'TV title', title: 'Der Film', fetchedAt: FETCHED_AT },
    { tmdbKey: 1206, position: 1, country: 'FR', title: 'Le Film', fetchedAt: FETCHED_AT },
  ],
  'tmdb.collections': [
    {
      id: 10,
      name: 'The Film Collection',
      overview: 'All of it.',
      posterPath: '/collection.jpg',
      backdropPath: '/collection-wide.jpg',
      parts: [603, 605, 777],
      fetchedAt: FETCHED_AT,
    },
  ],
  'tmdb.episodes': [
    {
      tmdbKey: 1207,
      seasonNumber: 1,
      episodeNumber: 1,
      id: 9001,
      title: 'Pilot',
      airDate: '2001-01-01',
      runtimeMinutes: 30,
      fetchedAt: FETCHED_AT,
    },
  ],
  'tmdb.gone': [
    { kind: 'MOVIE', id: 700, mergedInto: 603, fetchedAt: FETCHED_AT },
    { kind: 'MOVIE', id: 701, fetchedAt: FETCHED_AT },
    { kind: 'PERSON', id: 70, mergedInto: 1, fetchedAt: FETCHED_AT },
    { kind: 'TV', id: 700, fetchedAt: FETCHED_AT },
  ],
};
