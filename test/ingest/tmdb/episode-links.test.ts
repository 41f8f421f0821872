import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder } from '../../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { checkBuild } from '../../../src/storage/damage/check-build.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { parquetRows } from '../../support/parquet-rows.ts';
import { SMALL_TMDB } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';

const FETCHED_AT = '2026-11-19T03:00:00.000Z';
/** In the order of IMDb; TMDB has them in another. */
const TITLES = ['The Gate', 'Ashes', "Ann's Day", 'Salt', 'Two Rivers', 'Episode #1.6', 'Wolves', 'Écho'];
const ORDER = [2, 0, 1, 4, 3, 5, 7, 6];

test('a build links the episodes that are the same at TMDB, whatever number they have there', async () => {
  const folders = foldersIn(newFolder());
  const rows = {
    'title.basics': [
      ...SMALL['title.basics'],
      ...TITLES.map((title, place) => [
        `tt00000${10 + place}`,
        'tvEpisode',
        title,
        title,
        '0',
        '2001',
        '\\N',
        '30',
        '\\N',
      ]),
    ],
    'title.episode': TITLES.map((_, place) => [`tt00000${10 + place}`, 'tt0000002', '1', `${place + 1}`]),
  };
  const from = await writeSources(newFolder('files'), { rows });
  const episodes = ORDER.map((place, at) => ({
    tmdbKey: 1207,
    seasonNumber: 1,
    episodeNumber: at + 1,
    id: 9000 + place,
    title: place === 5 ? 'Episode 6' : (TITLES[place] ?? '').replace('É', 'E').toUpperCase(),
    airDate: `2001-02-${10 + at}`,
    runtimeMinutes: 30,
    fetchedAt: FETCHED_AT,
  }));
  const special = { ...episodes[0], seasonNumber: 0, id: 9100, title: 'Behind the Gate' };
  await writeTmdbSnapshot(folders, { ...SMALL_TMDB, 'tmdb.episodes': [special, ...episodes] });
  expect(await ingestInto(folders, { from, now: () => new Date('2026-11-21T01:30:00Z') })).toMatchObject({
    status: 'promoted',
  });
  const manifest = await readCurrent(folders);
  const folder = buildFolder(folders, manifest?.buildId ?? '');
  const links = await parquetRows(join(folder, 'tables/tmdb_episode_links.parquet'));
  expect(links).toEqual(
    TITLES.map((_, place) => {
      const there = episodes.find(({ id }) => id === 9000 + place);
      return { tconst: 10 + place, ...there, confidence: expect.any(Number) };
    }),
  );
  // One of them has no title that says anything.
  const confidences = links.map(({ confidence }) => Number(confidence));
  expect(confidences.filter((confidence) => confidence > 0.9)).toHaveLength(TITLES.length - 1);
  expect(await checkBuild(folders, manifest?.buildId ?? '')).toEqual([]);
});
