import { tmdbPerson, tmdbTitle } from '../../support/tmdb-rows.ts';
import type { TmdbRow, TmdbRows } from '../../support/tmdb-snapshot.ts';

const FETCHED_AT = new Date(Date.now() - 86_400_000).toISOString();

/** Ids of IMDb's: the film that has everything, and somebody with a photo. */
export const FILM = 'tt0900001';
export const PERSON = 'nm0900001';
export const COMMA = 'paris, france';
export const HTML_TEXT = 'A <b>projectionist</b> & "friends".';

function titleOf(row: Parameters<typeof tmdbTitle>[0]): TmdbRow {
  return tmdbTitle({ ...row, fetchedAt: FETCHED_AT });
}

/** The cast of a title: one whom IMDb has too, one whom TMDB alone has, and others who were not fetched. */
function castOf(tmdbKey: number, characters: readonly string[], episodes: readonly number[] = []): TmdbRow[] {
  const names = ['Marguerite Vallon', 'Jadwiga Sama'];
  return characters.map((character, position) => {
    const personId = 401 + position;
    const personName = names[position] ?? `Person ${personId}`;
    return creditOf({
      tmdbKey,
      position,
      personId,
      personName,
      character,
      billingOrder: position,
      episodeCount: episodes[position],
    });
  });
}

function creditOf(row: TmdbRow & { position: number }): TmdbRow {
  const { tmdbKey, position } = row;
  return { creditId: `c${String(tmdbKey)}-${position}`, department: 'Acting', fetchedAt: FETCHED_AT, ...row };
}

/** A film that has everything, one whose keyword has a comma, a series without a poster, and what TMDB alone has. */
export const TMDB_ROWS: TmdbRows = {
  'tmdb.titles': [
    titleOf({
      kind: 'MOVIE',
      id: 101,
      tconst: 900_001,
      title: 'Midnight at the Orpheum',
      overview: HTML_TEXT,
      tagline: 'The last reel is never shown.',
      status: 'Released',
      originalLanguage: 'fr',
      countries: ['FR', 'SU'],
      keywords: ['projector', COMMA, '50% off'],
      collectionId: 301,
      collectionName: 'The Orpheum Collection',
      releaseDate: '1994-10-14',
      voteCount: 7,
      posterPath: '/poster-movie-101.svg',
    }),
    titleOf({
      kind: 'MOVIE',
      id: 102,
      tconst: 900_002,
      title: 'The sequel',
      originalLanguage: 'en',
      countries: ['US'],
      keywords: ['projector'],
      collectionId: 301,
      collectionName: 'The Orpheum Collection',
      posterPath: '/poster-movie-102.svg',
    }),
    titleOf({ kind: 'TV', id: 201, tconst: 900_100, title: 'The Lighthouse Keepers', originalLanguage: 'en' }),
    titleOf({
      kind: 'MOVIE',
      id: 999,
      title: 'Of TMDB alone',
      originalTitle: 'Tylko w TMDB',
      overview: 'Nobody else has heard of it.',
      tagline: 'Alone.',
      status: 'Released',
      originalLanguage: 'pl',
      spokenLanguages: ['pl', 'de'],
      countries: ['PL'],
      genres: ['Science Fiction'],
      keywords: ['projector'],
      collectionId: 302,
      collectionName: 'The Lonely Collection',
      releaseDate: '2001-02-03',
      runtimeMinutes: 91,
      budget: 1_500_000,
      voteAverage: 7.25,
      voteCount: 12,
      posterPath: '/poster-movie-102.svg',
    }),
    titleOf({ kind: 'TV', id: 888, title: 'A series of TMDB alone', releaseDate: '2001-05-06' }),
  ].sort((one, other) => Number(one['tmdbKey']) - Number(other['tmdbKey'])),
  'tmdb.people': [
    tmdbPerson({
      id: 401,
      nconst: 900_001,
      name: 'Marguerite Vallon',
      biography: 'Born by the sea.\n\nFilms from 1950 on.\n\nA third paragraph.',
      birthday: '1926-03-09',
      deathday: '2004-11-30',
      placeOfBirth: 'Marseille, France',
      alsoKnownAs: ['M. Vallon', 'مارغريت'],
      profilePath: '/profile-person-401.svg',
      fetchedAt: FETCHED_AT,
    }),
    tmdbPerson({
      id: 402,
      name: 'Jadwiga Sama',
      biography: 'Known to few.',
      birthday: '1970-05-06',
      knownForDepartment: 'Acting',
      profilePath: '/profile-person-402.svg',
      fetchedAt: FETCHED_AT,
    }),
  ],
  'tmdb.credits': [
    ...castOf(202, ['Lena Morrow', 'A stranger', ...Array.from({ length: 28 }, (_, index) => `Guest ${index + 1}`)]),
    ...castOf(1777, ['Mother', 'Daughter'], [0, 3]),
    ...castOf(1998, ['Herself', 'Nobody']),
    creditOf({ tmdbKey: 1998, position: 2, personId: 402, personName: 'Jadwiga Sama', job: 'Director' }),
  ],
  'tmdb.alternative_titles': [
    { tmdbKey: 202, position: 0, country: 'FR', title: 'Nocturne orphique', fetchedAt: FETCHED_AT },
    { tmdbKey: 1998, position: 0, country: 'FR', type: 'working title', title: 'Seul', fetchedAt: FETCHED_AT },
  ],
  // In another order than IMDb's; nothing but numbers and years says which one the sixth is.
  'tmdb.episodes': ['Lamp', 'Fog', 'Harbor', 'Keeper', 'Storm', undefined, 'Signal', 'Letter', 'Wreck'].map(
    (word, index) => ({
      tmdbKey: 403,
      seasonNumber: 1,
      episodeNumber: index + 1,
      id: 9001 + index,
      title: word === undefined ? `Episode ${index + 1}` : `The First ${word}`,
      airDate: `2008-03-0${index + 1}`,
      fetchedAt: FETCHED_AT,
    }),
  ),
  'tmdb.recommendations': [
    { tmdbKey: 202, position: 0, recommendedKey: 403, fetchedAt: FETCHED_AT },
    { tmdbKey: 202, position: 1, recommendedKey: 1998, fetchedAt: FETCHED_AT },
    { tmdbKey: 202, position: 2, recommendedKey: 55_555, fetchedAt: FETCHED_AT },
    { tmdbKey: 1998, position: 0, recommendedKey: 202, fetchedAt: FETCHED_AT },
    { tmdbKey: 1998, position: 1, recommendedKey: 1777, fetchedAt: FETCHED_AT },
  ],
  'tmdb.collections': [
    { id: 301, name: 'The Orpheum Collection', parts: [101, 102], fetchedAt: FETCHED_AT },
    { id: 302, name: 'The Lonely Collection', parts: [102, 999], fetchedAt: FETCHED_AT },
  ],
  'tmdb.gone': [
    { kind: 'MOVIE', id: 998, mergedInto: 999, fetchedAt: FETCHED_AT },
    { kind: 'PERSON', id: 499, mergedInto: 402, fetchedAt: FETCHED_AT },
  ],
};
