import { startTmdbOrigin } from '../../../src/demo/tmdb/tmdb-origin.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { ingestInto } from '../../support/ingest.ts';
import { tmdbPerson, tmdbTitle } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';
import type { TmdbRow, TmdbRows } from '../../support/tmdb-snapshot.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';

const SCALE = 0.001;
const FETCHED_AT = new Date(Date.now() - 86_400_000).toISOString();

/** The film that has everything, one whose keyword has a comma, a series without a poster, and one that IMDb lacks. */
export const FILM = 'tt0900001';
export const PERSON = 'nm0900001';
export const COMMA = 'paris, france';
export const HTML_TEXT = 'A <b>projectionist</b> & "friends".';

function titleOf(row: Parameters<typeof tmdbTitle>[0]): TmdbRow {
  return tmdbTitle({ ...row, fetchedAt: FETCHED_AT });
}

const ROWS: TmdbRows = {
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
    titleOf({ kind: 'MOVIE', id: 999, title: 'Of TMDB alone', releaseDate: '2001-02-03' }),
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
  ],
  'tmdb.recommendations': [
    { tmdbKey: 202, position: 0, recommendedKey: 403, fetchedAt: FETCHED_AT },
    { tmdbKey: 202, position: 1, recommendedKey: 1998, fetchedAt: FETCHED_AT },
    { tmdbKey: 202, position: 2, recommendedKey: 55_555, fetchedAt: FETCHED_AT },
  ],
  'tmdb.collections': [{ id: 301, name: 'The Orpheum Collection', parts: [101, 102], fetchedAt: FETCHED_AT }],
};

export interface TmdbSite extends Site {
  /** Origin of the pictures. */
  pictures: string;
  /** How often each request has reached that host. */
  reached: ReadonlyMap<string, number>;
}

/** The app over the demo's titles with data of TMDB's, whose pictures are of another host. */
export async function openTmdbSite({ allowsPictures = true } = {}): Promise<TmdbSite> {
  const { files } = await demoBuild(SCALE);
  const origin = await startTmdbOrigin({ scale: SCALE, seed: 1 });
  const folders = foldersIn(newFolder('tmdb-web'));
  await writeTmdbSnapshot(folders, ROWS);
  const outcome = await ingestInto(folders, { from: files, threads: 2 });
  if (outcome.status !== 'promoted') throw new Error(`not promoted: ${JSON.stringify(outcome)}`);
  const site = await openSite(folders, {
    prefix: '/films',
    tmdbImageUrl: origin.imageUrl,
    ...(allowsPictures && { pictures: origin.url }),
  });
  return {
    ...site,
    pictures: origin.url,
    reached: origin.log.asked,
    async close() {
      await site.close();
      await origin.close();
    },
  };
}
