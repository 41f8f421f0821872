import { expect, onTestFinished, test } from 'vitest';

import { TMDB_IMAGE_URL } from '../../src/dataset/sources/tmdb.ts';
import { pictureHost } from '../../src/service/picture-host.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { SMALL_TMDB } from '../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';

const WITHOUT_TOKEN = { token: undefined, imageUrl: TMDB_IMAGE_URL };
const NIGHT = new Date('2026-11-21T01:30:00Z');

test('pictures are of another host with a token, or from the first build with data of TMDB on', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder('files'));
  const ingest = (): ReturnType<typeof ingestInto> =>
    ingestInto(folders, { from, now: () => NIGHT, run: { force: true } });
  const { store, close } = await openGateway(folders);
  onTestFinished(close);
  const host = pictureHost(WITHOUT_TOKEN, store);
  expect(host()).toBeUndefined();
  expect(pictureHost({ ...WITHOUT_TOKEN, token: 'token' }, store)()).toBe('https://image.tmdb.org');

  expect((await ingest()).status).toBe('promoted');
  await store.refresh();
  expect(host()).toBeUndefined();

  await writeTmdbSnapshot(folders, SMALL_TMDB);
  expect((await ingest()).status).toBe('promoted');
  await store.refresh();
  expect(host()).toBe('https://image.tmdb.org');
});
