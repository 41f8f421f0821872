import { expect, test } from 'vitest';

import { foldersIn, newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { SMALL_TMDB } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';

const FIELDS = `id kind url title releaseDate runtimeMinutes seasonNumber episodeNumber confidence overview voteCount
  series { id title place: seasonNumber confidence } credits { totalCount } recommendations { totalCount }`;

test('episode.tmdb says where TMDB has the episode, and how sure that is', async () => {
  const folders = foldersIn(newFolder());
  await writeTmdbSnapshot(folders, SMALL_TMDB);
  const from = await writeSources(newFolder('files'));
  await ingestInto(folders, { from, now: () => new Date('2026-11-21T01:30:00Z') });
  const gateway = await openGateway(folders);
  try {
    const { data, errors } = await gateway.query(`{ title(id: "tt0000003") { tmdb { ${FIELDS} } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      title: {
        tmdb: {
          id: 'tmdb:episode:tt0000003',
          kind: 'EPISODE',
          url: 'https://www.themoviedb.org/tv/603/season/1/episode/1',
          title: 'Pilot',
          releaseDate: '2001-01-01',
          runtimeMinutes: 30,
          seasonNumber: 1,
          episodeNumber: 1,
          confidence: expect.closeTo(0.95, 1),
          overview: null,
          voteCount: 0,
          series: { id: 'tmdb:tv:603', title: 'The Series', place: null, confidence: null },
          credits: { totalCount: 0 },
          recommendations: { totalCount: 0 },
        },
      },
    });
    const again = await gateway.query(
      '{ node(id: "tmdb:episode:tt0000003") { id ... on TmdbTitle { seasonNumber } } }',
    );
    expect(again.data).toEqual({ node: { id: 'tmdb:episode:tt0000003', seasonNumber: 1 } });
    const none = await gateway.query('{ node(id: "tmdb:episode:tt0000001") { id } }');
    expect([none.data, none.errors]).toEqual([{ node: null }, undefined]);
  } finally {
    await gateway.close();
  }
});
