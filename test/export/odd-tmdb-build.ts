import type { Folders } from '../../src/dataset/builds/paths.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { SMALL_TMDB, tmdbPerson, tmdbTitle } from '../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';
import { ODD_TEXTS } from './odd-build.ts';

/** The time at which this build is made, some days after its rows were asked of TMDB. */
export const oddTmdbNow = (): Date => new Date('2026-11-21T00:00:00Z');

/** Longer than any text that engines keep in a row. */
const LONG = 'A long biography, 🎬 and all. '.repeat(4000);

let built: Promise<Folders> | undefined;

/** A build of the small TMDB and of odd texts in each column of text; one for a test file. Read it only. */
export function oddTmdbBuild(): Promise<Folders> {
  built ??= build();
  return built;
}

async function build(): Promise<Folders> {
  const folders = foldersIn(newFolder('odd-tmdb'));
  const from = await writeSources(newFolder('odd-tmdb-sources'), { rows: SMALL });
  // TMDB's texts have no NUL: the snapshot leaves it out.
  const texts = [...ODD_TEXTS.map((text) => text.replaceAll('\0', '')).filter((text) => text !== ''), LONG];
  await writeTmdbSnapshot(folders, {
    ...SMALL_TMDB,
    'tmdb.titles': [
      ...(SMALL_TMDB['tmdb.titles'] ?? []),
      ...texts.map((text, index) =>
        tmdbTitle({
          kind: 'MOVIE',
          id: 10_000 + index,
          title: text,
          originalTitle: text,
          overview: text,
          tagline: text,
          status: text,
          originalLanguage: text,
          spokenLanguages: [text, 'de'],
          countries: [],
          genres: [text],
          keywords: [text, `${text}, again`],
          collectionName: text,
          budget: 9_007_199_254_740_991 - index,
          revenue: index,
          popularity: 1 / (index + 3),
          voteAverage: 1e-7 * (index + 1),
        }),
      ),
    ],
    'tmdb.people': [
      ...(SMALL_TMDB['tmdb.people'] ?? []),
      ...texts.map((text, index) =>
        tmdbPerson({ id: 10_000 + index, name: text, biography: text, placeOfBirth: text, alsoKnownAs: [text, text] }),
      ),
    ],
  });
  const outcome = await ingestInto(folders, { from, run: { force: true }, now: oddTmdbNow });
  if (outcome.status !== 'promoted') throw new Error(`the odd build failed: ${JSON.stringify(outcome)}`);
  return folders;
}
